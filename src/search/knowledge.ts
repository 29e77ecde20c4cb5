import { cut, cutRun, isCjk, squash, stemOf, type Words } from "./cut.ts";
import { type LexiconFile, type Place, type Synonym, unpackSynonyms } from "./lexicon.ts";
import { fold, foldSigns } from "./query.ts";
import type { Knowledge } from "./understand.ts";

/** So many letters are a name of more than one word. */
const LONG_NAME = 9;

/** What stands for what, so that what means the same is the same. */
export type Meanings = Pick<Knowledge, "words" | "synonyms" | "alike">;

/**
 * @param index the words of the index
 * @param others words that only queries have: they are to be cut as such
 */
export function meaningsOf(
  index: Words,
  synonyms: readonly Synonym[],
  alike: ReadonlyMap<string, string>,
  others: Iterable<string> = [],
): Meanings {
  const words = new Map(index);
  for (const word of [...others, ...synonyms.map(({ typed }) => fold(typed)), ...alike.keys()]) {
    if (isCjk(word) && !words.has(word)) words.set(word, 0);
  }
  const says = new Map(synonyms.map((each) => [squash(fold(each.typed)), each.says]));
  // `allow-header` is `Allow-Headers`.
  for (const [typed, term] of [...says]) {
    const stem = stemOf(typed);
    if (typed.length >= LONG_NAME && !says.has(stem)) says.set(stem, term);
  }
  return { words, synonyms: says, alike };
}

/** What stands for others is of so many words at most. */
const LONGEST_MEANING = 3;

/** A title's or a phrase's words, each by the one that stands for it. */
export function wordsOfTerms(text: string, { words, synonyms, alike }: Meanings): string[] {
  const pieces = cut(foldSigns(fold(text)), words);
  const said: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let length = Math.min(LONGEST_MEANING, pieces.length - at);
    let says: string[] | undefined;
    for (; length > 0; length--) {
      const key = squash(pieces.slice(at, at + length).join(" "));
      const term = synonyms.get(key);
      const one = alike.get(stemOf(key));
      says = term !== undefined ? cut(fold(term), words) : one !== undefined ? [one] : undefined;
      if (says) break;
    }
    said.push(...(says ?? pieces.slice(at, at + 1)));
    at += Math.max(length, 1);
  }
  return said;
}

/** On how many places each word stands, or another that means the same. */
export function countsTogether(words: Words, alike: ReadonlyMap<string, string>): Words {
  const counts = new Map(words);
  for (const [word, count] of words) {
    const says = alike.get(stemOf(word));
    if (says !== undefined && says !== word) counts.set(says, (counts.get(says) ?? 0) + count);
  }
  return counts;
}

/** What queries of a language are understood with. @param index the words of the index */
export function knowledgeOf(
  { synonyms: packed, characters }: LexiconFile,
  places: readonly Place[],
  index: Words,
  fillers: ReadonlySet<string>,
  alike: ReadonlyMap<string, string>,
): Knowledge {
  const synonyms = unpackSynonyms(packed);
  const meanings = meaningsOf(index, synonyms, alike, fillers);
  const pairs = [...characters];
  const stems = new Map<string, string>();
  for (const [word, count] of index) {
    const stem = stemOf(word);
    if ((index.get(stems.get(stem) ?? "") ?? 0) < count) stems.set(stem, word);
  }
  const phrases = places.flatMap(({ title, phrases }) => [title, ...phrases]);
  const about = new Set(phrases.flatMap((text) => cut(fold(text), index)));
  const names = places.filter(({ kind }) => kind === "term").flatMap(({ title, phrases }) => [title, ...phrases]);
  const joined = [...meanings.synonyms.keys(), ...names.map(squash)].filter((key) => key.length >= LONG_NAME);
  const latin = [...about, ...joined].map(squash).filter((word) => /^[a-z]+$/.test(word) && !fillers.has(word));
  const byCount = (a: string, b: string) => (index.get(b) ?? 0) - (index.get(a) ?? 0);
  const terms = new Set([...names.map(fold), ...meanings.synonyms.keys()].filter(isCjk));
  const frequency = (term: string) => Math.min(...cutRun(term, index).map((word) => index.get(word) ?? 0));
  return {
    ...meanings,
    characters: new Map(pairs.flatMap((one, at) => (at % 2 === 0 ? [[one, pairs[at + 1] ?? one] as const] : []))),
    fillers,
    latin: [...new Set(latin)].sort(byCount),
    terms: [...terms].sort((a, b) => frequency(b) - frequency(a)),
    stems,
    names: new Map(phrases.map((text) => [squash(text), text])),
    about: new Set([...about].map((word) => stemOf(squash(word))).filter((stem) => stem !== "")),
  };
}
