import { cut, isCjk, squash, type Words } from "./cut.ts";
import type { SearchWords, Synonym } from "./lexicon.ts";

/** So many places make a word one that can be looked for as it is, where the site's usual one has not many more. */
const ENOUGH = 3;
const MANY_MORE = 4;

/**
 * For each word that people type, the one of the site's that the index has most of. A word of the site's own that the
 * index has enough of stands for itself.
 * @param words the index's
 */
export function synonymsOf(terms: SearchWords["synonyms"], words: Words): Synonym[] {
  const count = (term: string) =>
    Math.min(...cut(term.toLowerCase(), words).map((word) => words.get(squash(word)) ?? 0), Number.POSITIVE_INFINITY);
  const synonyms = new Map<string, Synonym>();
  for (const { says, typed } of terms) {
    const [term = ""] = says;
    // A header's name is the word for it, whatever it is shortened to.
    const names = says.some((word) => word !== term && isEndOfCompound(squash(word), term)) ? [term] : says;
    const [best] = [...names].sort(
      (a, b) => count(b) - count(a) || cut(a, words).length - cut(b, words).length || a.length - b.length,
    );
    if (best === undefined) continue;
    // A term of several words is one thing, however it is joined.
    if (/[a-z][ -][a-z]/i.test(term) && !synonyms.has(squash(term)))
      synonyms.set(squash(term), { typed: term, says: term });
    for (const word of [...says, ...typed]) {
      const key = squash(word);
      if (key === squash(best) || synonyms.has(key)) continue;
      // Another language's phrase whose words this one has, too, is understood word by word: `API gateway` is a name.
      if (!isCjk(key) && / /.test(word) && !says.includes(word) && count(word) >= ENOUGH) continue;
      const isShort = isEndOfCompound(key, best);
      if (!isShort && says.includes(word) && count(word) >= Math.max(ENOUGH, count(best) / MANY_MORE)) continue;
      synonyms.set(key, { typed: word, says: best });
    }
  }
  return [...synonyms.values()];
}

/** Whether somebody left out the beginning of a header's name: `Allow-Headers`. */
function isEndOfCompound(key: string, term: string): boolean {
  return /^[\w-]+-[\w-]+-[\w-]+$/.test(term) && squash(term).endsWith(key);
}
