import type { Problem } from "../../problems.ts";
import { type Language, languages } from "../../site.config.ts";
import type { Prose } from "../prose.ts";
import { type Term, termSchema } from "../schemas/glossary.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { Replacement } from "./mends.ts";
import { type Found, phraseFinder } from "./phrases.ts";

/** Finds the words in a text that are to be avoided. */
export type Terms = (prose: Prose) => Found<Avoided>[];

/** Reads from the glossary which words are to be avoided. */
export function readTerms(glossary: YamlFile): Terms {
  const entries = (Array.isArray(glossary.data) ? glossary.data : []).flatMap((raw: unknown): Term[] => {
    const parsed = termSchema.safeParse(raw);
    return parsed.success ? [parsed.data] : [];
  });
  const finders = new Map(languages.map((language) => [language, finderFor(entries, language)]));
  return ({ language, text }) =>
    (finders.get(language)?.(fold(text)) ?? []).flatMap(({ index, phrase, value }) => {
      if (!value || !isWhole(text, index, phrase, value.word) || isNamed(text, index, phrase)) return [];
      return [{ index, phrase: text.slice(index, index + phrase.length), value }];
    });
}

/** Checks that a text has no word that the glossary says to avoid. @param found what the terms found in it */
export function checkTerms({ file, lineAt }: Prose, found: readonly Found<Avoided>[]): Problem[] {
  return found.map(({ index, phrase, value }) => ({
    file,
    line: lineAt(index),
    message: `"${phrase}" is not used on this site.`,
    hint: `Write "${value.term}", the glossary's word (term:${value.id}), or put it in \`code\` where it is code.`,
  }));
}

/**
 * What stands for words to avoid, where one word does: what is to be avoided for two terms is one of them, and an English
 * word behind an article may want another article.
 */
export function mendTerms({ language, text }: Prose, found: readonly Found<Avoided>[]): Replacement[] {
  return found.flatMap(({ index, phrase, value: { term, isOnly } }) => {
    const isLatin = /^\p{Script=Latin}/u.test(phrase);
    if (!isOnly || (isLatin && /\ban?\s$/i.test(text.slice(0, index)))) return [];
    const isCapital = language === "en" && /^\p{Lu}\p{Ll}/u.test(phrase);
    return [
      { index, length: phrase.length, text: isCapital ? term.replace(/^./u, (letter) => letter.toUpperCase()) : term },
    ];
  });
}

export interface Avoided {
  id: string;
  term: string;
  /** Whether no other term says to avoid it, too. */
  isOnly: boolean;
  /** As the glossary has it. */
  word: string;
}

/** Finds the words to avoid; a word to use that holds one is found first, and is none of them. */
function finderFor(entries: readonly Term[], language: Language) {
  const phrases = new Map<string, Avoided | null>();
  for (const entry of entries) {
    const { term = "", avoid = [] } = entry[language] ?? {};
    for (const word of avoid) {
      phrases.set(fold(word), { id: entry.id, term, word, isOnly: !phrases.has(fold(word)) });
    }
  }
  for (const entry of entries) {
    const words = entry[language];
    for (const word of words ? [words.term, ...words.also] : []) phrases.set(fold(word), null);
  }
  return phraseFinder(phrases);
}

function fold(text: string): string {
  // Not toLowerCase: it changes the length of some characters, and offsets with it.
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Latin words are meant whole, and abbreviations as they are written; a Japanese one only where no ー follows. */
function isWhole(text: string, index: number, phrase: string, word: string): boolean {
  const written = text.slice(index, index + phrase.length);
  if (word === word.toUpperCase() && written !== word) return false;
  const [before, after] = [text[index - 1] ?? "", text[index + phrase.length] ?? ""];
  const isLatin = (character: string) => /[\p{Script=Latin}\p{N}_-]/u.test(character);
  if (isLatin(phrase[0] ?? "") && isLatin(before)) return false;
  if (isLatin(phrase.at(-1) ?? "") && isLatin(after)) return false;
  return after !== "ー";
}

/** A word between quotation marks is named, and not used: 「跨域」. */
function isNamed(text: string, index: number, phrase: string): boolean {
  return /[「『“"‘']/.test(text[index - 1] ?? "") && /[」』”"’']/.test(text[index + phrase.length] ?? "");
}
