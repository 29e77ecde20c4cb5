import { bundledLanguagesInfo } from "shiki/langs";
import { readRecipeRegion } from "../../generator/readRecipeRegion.ts";
import type { Problem } from "../../problems.ts";
import { didYouMean } from "../nearest.ts";
import type { YamlFile } from "../yamlFile.ts";

/** What Shiki colours, by all names that it knows it by; and plain text. */
export const codeLanguages: ReadonlySet<string> = new Set([
  "text",
  "plaintext",
  ...bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
]);

/** Checks that blocks of code name a language that there is, and a region of a recipe that there is. @param root the project's root */
export function checkCodeBlocks(yaml: YamlFile, root: string): Problem[] {
  return yaml.outline.fences.flatMap(({ language, info, text, line }): Problem[] => {
    const at = { file: yaml.file, line: yaml.bodyLine + line - 1 };
    const problems: Problem[] = [];
    if (language !== "" && !codeLanguages.has(language)) {
      problems.push({
        ...at,
        message: `The code block's language "${language}" is unknown.`,
        hint: `${didYouMean(language, codeLanguages)}Name one that Shiki colours, such as js, sh, http or text.`,
      });
    }
    const reference = /\brecipe="([^"]*)"/.exec(info)?.[1];
    if (reference === undefined) return problems;
    if (text.trim() !== "") {
      problems.push({
        ...at,
        message: `The code block for recipe "${reference}" has text of its own.`,
        hint: "Leave it empty: the recipe's file is the only copy of the snippet.",
      });
    }
    const fault = regionFault(reference, root);
    if (fault) {
      problems.push({
        ...at,
        message: fault,
        hint: 'Name a file and a region of content/recipes/, as in recipe="express/server.js#cors".',
      });
    }
    return problems;
  });
}

function regionFault(reference: string, root: string): string | undefined {
  try {
    readRecipeRegion(reference, root);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
