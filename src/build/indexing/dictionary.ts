import type { Language } from "../../i18n/languages.ts";
import { cutRun, isCjk, type Words } from "../../search/cut.ts";

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** A word that fewer texts have is cut into what it is made of: the list of them all would be a fifth longer. */
const FEWEST = 2;

/**
 * The words that a language's texts are cut into: those that Node finds in them, and those of the glossary. The browser
 * gets the list, so that what browsers take for words makes no difference. A word that is made of two longer ones is
 * left out: whoever types one of them is to find it.
 * @param names titles, and what people ask: each of their words counts
 * @param terms words that the site is about
 * @returns nothing for a language that has spaces
 */
export function dictionaryOf(
  language: Language,
  texts: readonly string[],
  names: readonly string[],
  terms: readonly string[],
): Words {
  if (language === "en") return new Map();
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const wordsOf = (text: string) =>
    [...text.matchAll(RUN)].flatMap(([run]) => [...segmenter.segment(run)].map(({ segment }) => segment));
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = new Map([...counts].filter(([, count]) => count >= FEWEST));
  for (const word of names.flatMap(wordsOf)) words.set(word, counts.get(word) ?? 1);
  for (const term of terms) {
    for (const [run] of term.matchAll(RUN)) words.set(run, words.get(run) ?? 1);
  }
  return withoutCompounds(words);
}

function withoutCompounds(words: Map<string, number>): Words {
  const kept = new Map(words);
  for (const word of [...words.keys()].filter((each) => [...each].length > 3)) {
    kept.delete(word);
    const parts = cutRun(word, kept);
    if (!parts.every((part) => [...part].length > 1 && isCjk(part))) kept.set(word, words.get(word) ?? 1);
  }
  return kept;
}
