import { bundledLanguagesInfo } from "shiki/langs";
import { readRecipeRegion } from "../../generator/readRecipeRegion.ts";
import type { Problem } from "../../problems.ts";
import { didYouMean } from "../nearest.ts";
import { readCodeMeta, readCodeNotes } from "../notation/codeMeta.ts";
import { formulaFault } from "../notation/formula.ts";
import type { YamlFile } from "../yamlFile.ts";

/** What Shiki colours, by all names that it knows it by; and plain text. */
export const codeLanguages: ReadonlySet<string> = new Set([
  "text",
  "plaintext",
  "math",
  ...bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
]);

/** Checks that blocks of code name a language that there is, and a region of a recipe that there is. @param root the project's root */
export function checkCodeBlocks(yaml: YamlFile, root: string): Problem[] {
  return yaml.outline.fences.flatMap(({ language, info, text, line }): Problem[] => {
    const at = { file: yaml.file, line: yaml.bodyLine + line - 1 };
    const meta = info.slice(language.length).trim();
    const problems: Problem[] = [...checkMeta(meta, text, language), ...checkKind(language, text)].map((fault) => ({
      ...at,
      ...fault,
    }));
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

type Fault = Pick<Problem, "message" | "hint">;

/** What is said of a block that nothing would show. */
function checkMeta(meta: string, text: string, language: string): Fault[] {
  const { marked, added, removed, unknown } = readCodeMeta(meta);
  const notes = readCodeNotes(text.replace(/\n$/, ""), language);
  const faults = unknown.map((piece) => ({
    message: `"${piece}" behind the code block's fence says nothing here.`,
    hint: 'Remove it; a block takes title="server.js", {1,3-5}, add={2}, del={1} and numbers.',
  }));
  faults.push(
    ...notes.unknown.map((note) => ({
      message: `"${note}" in the code block marks no line.`,
      hint: "Write // [!code ++], // [!code --] or // [!code highlight] as the last thing in a line, in a comment of its language.",
    })),
  );
  const lines = notes.code.split("\n").length;
  const beyond = [...marked, ...added, ...removed].find((line) => line > lines || line === 0);
  // A recipe's region fills the block later.
  if (beyond !== undefined && text !== "")
    faults.push({
      message: `The code block's line ${beyond} is marked, and it has ${lines}.`,
      hint: "Count its lines from 1, without the fences.",
    });
  return faults;
}

/** What is drawn and not shown as code. Of diagrams another check tells. */
function checkKind(language: string, text: string): Fault[] {
  const fault = language === "math" ? formulaFault(text) : undefined;
  return fault === undefined ? [] : [{ message: `The formula cannot be drawn: ${fault}`, hint: "Mend its TeX." }];
}

function regionFault(reference: string, root: string): string | undefined {
  try {
    readRecipeRegion(reference, root);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
