import type { Problem } from "../../problems.ts";
import { causes } from "../../rules/index.ts";
import { declaredLanguages, isComplete, type Language, languages } from "../../site.config.ts";
import { didYouMean } from "../nearest.ts";
import { causeSchema, causeSections } from "../schemas/cause.ts";
import type { ContentFolder } from "./context.ts";
import { checkParityOfWords } from "./parity.ts";
import type { LinkTargets } from "./targets.ts";
import { checkText } from "./texts.ts";
import { checkWordSections } from "./wordSections.ts";

/** Checks that the causes of the rules module and the words in `content/causes/` match one to one. */
export function checkCauses(content: ContentFolder, targets: LinkTargets): Problem[] {
  const ids = new Set(causes.map(({ id }) => id));
  const strangers = content.folders("causes").filter((folder) => !ids.has(folder));
  return [
    ...strangers.map((folder) => ({
      file: content.name("causes", folder),
      line: 1,
      message: `There are words for the cause "${folder}", and the rules module has no such cause.`,
      hint: `${didYouMean(folder, ids)}Add it to src/rules/causes/, or remove the folder.`,
    })),
    ...[...ids].flatMap((id) => {
      const told = languages.flatMap((language) => checkWords(content, id, language, targets));
      return [...checkNames(content, id), ...told, ...checkParityOfWords(content, "causes", id, told)];
    }),
  ];
}

function checkNames(content: ContentFolder, id: string): Problem[] {
  const names: readonly string[] = declaredLanguages.map((language) => `${language}.md`);
  return content
    .files("causes", id)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      file: content.name("causes", id, name),
      line: 1,
      message: `"${name}" is not a cause's words in one of the site's languages.`,
      hint: `Name it ${names.join(", ")}, or move it out of the folder.`,
    }));
}

function checkWords(content: ContentFolder, id: string, language: Language, targets: LinkTargets): Problem[] {
  const name = `${language}.md`;
  const file = content.name("causes", id, name);
  if (!content.exists("causes", id, name)) {
    if (!isComplete(language) && content.files("causes", id).length > 0) return [];
    return [
      {
        file,
        line: 1,
        message: `The cause "${id}" of the rules module has no words here: the file is missing.`,
        hint: "Write it like its neighbours: title, symptom, cause and fix, then the four sections.",
      },
    ];
  }
  const yaml = content.readFrontmatter("causes", id, name);
  if (!yaml)
    return [
      {
        file,
        line: 1,
        message: "The file has no frontmatter.",
        hint: "Start it with title, symptom, cause and fix between two lines ---.",
      },
    ];
  const result = yaml.check(causeSchema);
  return [
    ...("problems" in result ? result.problems : []),
    ...checkText({ yaml, kind: "cause", id, language, isPublished: true }, targets, content.root),
    ...checkWordSections(yaml, causeSections),
  ];
}
