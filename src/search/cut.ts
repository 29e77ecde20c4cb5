/**
 * How a text is cut into words: the same way when the index is made and when it is asked, in every browser. Latin
 * words stand between spaces; runs of Chinese and Japanese are cut by the words that the site has.
 */

/** Words, and on how many places of the site each stands. */
export type Words = ReadonlyMap<string, number>;

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
/** Signs that only stand between CJK words. */
const SIGNS = "\\u3000-\\u3004\\u3008-\\u303f\\u30fb\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65…—";
const CHUNK = new RegExp(`([${CJK}]+)|[${SIGNS}]+|([^\\s${CJK}${SIGNS}]+)`, "gu");
const ONLY_CJK = new RegExp(`^[${CJK}]+$`, "u");

export const isCjk = (text: string) => ONLY_CJK.test(text);

/** What nobody's word is longer than. */
const LONGEST_WORD = 14;
/** What a word costs; a text is cut where that is cheapest, which is into the longest words that are known. */
const COST = { word: 10, character: 14, unknown: 30 };

/** Cuts a run of CJK into words that are known, and single characters between them. Takes linear time. */
export function cutRun(run: string, words: Words): string[] {
  // Where each character begins: some take two places of a string.
  const starts = [0];
  for (const character of run) starts.push((starts.at(-1) ?? 0) + character.length);
  const between = (from: number, end: number) => run.slice(starts[from], starts[end]);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end < starts.length; end++) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    // The longest first: of two ways that cost the same it is taken.
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
      const known = words.has(between(from, end));
      if (!known && end - from > 1) continue;
      const price = !known ? COST.unknown : end - from > 1 ? COST.word : COST.character;
      const cost = (best[from]?.cost ?? 0) + price;
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  const cut: string[] = [];
  for (let end = starts.length - 1; end > 0; end = best[end]?.from ?? 0) {
    cut.push(between(best[end]?.from ?? 0, end));
  }
  return cut.reverse();
}

/** Cuts a text at its spaces, and where it changes between CJK and what is not. Signs of CJK are left out. */
export function chunksOf(text: string): string[] {
  return [...text.matchAll(CHUNK)].flatMap(([chunk, run, latin]) => (run || latin ? chunk : []));
}

/** Cuts a text at its spaces, and its CJK into words. What is not CJK keeps the signs that it has. */
export function cut(text: string, words: Words): string[] {
  return [...text.matchAll(CHUNK)].flatMap(([chunk, run]) => (run ? cutRun(run, words) : chunk));
}

/** A word as the index has it: letters and figures, in lower case. */
export function squash(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

/** The words that a compound is made of, as the index has them besides the whole: `allowedOrigins`, `spring.boot`. */
export function partsOf(word: string): string[] {
  const parts = word
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((part) => part.length > 1)
    .map((part) => part.toLowerCase());
  return parts.length > 1 ? parts : [];
}

/** A word without its English ending, so that `redirects` and `redirected` are one. */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word
    .replace(/(?:ies|ied|y)$/, "i")
    .replace(/([^aeiou])\1(?:ed|ing)$/, "$1")
    .replace(/(?<=[a-z]{3})(?:ed|ing|es)$/, "")
    .replace(/(?<=[a-z]{2}[^s])s$/, "");
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}
