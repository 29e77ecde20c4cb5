import type { Problem } from "../../problems.ts";
import { languages } from "../../site.config.ts";
import { type Term, termSchema } from "../schemas/glossary.ts";
import type { YamlFile } from "../yamlFile.ts";
import { checkList } from "./list.ts";

/** Checks the glossary: each term whole, ids unique, and no word both to be used and to be avoided. */
export function checkGlossary(yaml: YamlFile): Problem[] {
  const { items: terms, problems } = checkList(yaml, termSchema, "term");
  for (const language of languages) {
    const used = new Map<string, string>();
    for (const { value } of terms) {
      const words = value[language];
      for (const word of words ? [words.term, ...words.also] : []) used.set(word, value.id);
    }
    for (const { value, index } of terms) problems.push(...checkAvoided(yaml, value, index, language, used));
  }
  return problems;
}

function checkAvoided(
  yaml: YamlFile,
  term: Term,
  index: number,
  language: (typeof languages)[number],
  used: ReadonlyMap<string, string>,
): Problem[] {
  return (term[language]?.avoid ?? []).flatMap((word, position) => {
    const user = used.get(word);
    if (user === undefined) return [];
    return [
      yaml.problem(
        [index, language, "avoid", position],
        `"${word}" (${language}) is to be avoided in "${term.id}" and is a word of "${user}".`,
        "Decide for one: remove it from avoid, or use another word for the term.",
      ),
    ];
  });
}
