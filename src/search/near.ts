/** The word that somebody meant who typed another: only among few words, which the site is about. */

/** How many letters are wrong, missing, too many or in each other's place. @returns more than `most` where it is more */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Of shorter words every second one is near another. */
const SHORTEST = 5;
const LONG = 9;
/** Longer ones are names of several words: `Access-Control-Allow-Origin`. */
const SEVERAL = 18;

/**
 * The nearest of some words to one that none of them is.
 * @param word Latin, in lower case
 * @param known from the most to the least likely
 */
export function nearestLatin(word: string, known: readonly string[]): string | undefined {
  if (word.length < SHORTEST - 1 || /\d/.test(word)) return undefined;
  const most = word.length >= SEVERAL ? 3 : word.length >= LONG ? 2 : 1;
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    // The first letter is rarely wrong, and names differ by it; it may have changed places with the second.
    if (candidate[0] !== word[0] && !(candidate[0] === word[1] && candidate[1] === word[0])) continue;
    const found = distance(word, candidate, most);
    if (found > most || (best && found >= best.distance)) continue;
    if (word.length < SHORTEST && [...candidate].sort().join() !== [...word].sort().join()) continue;
    best = { word: candidate, distance: found };
  }
  return best?.word;
}

const KANA = /^[\u3041-\u30ff]+$/;

/**
 * The term that a run of CJK differs from by one character: the wrong one of an input method's choices, or a wrong kana
 * in a word of some length.
 */
export function nearestCjk(run: string, terms: readonly string[]): string | undefined {
  if (run.length < (KANA.test(run) ? SHORTEST - 1 : 2)) return undefined;
  return terms.find(
    (term) => (term.length === run.length || (KANA.test(run) && run.length > SHORTEST)) && distance(run, term, 1) === 1,
  );
}

/** Each two letters of a word that stand side by side. */
export function pairsOf(word: string): ReadonlySet<string> {
  const letters = [...word];
  return new Set(letters.slice(1).map((letter, at) => letters[at] + letter));
}

/** How many of their pairs two words have in common: 1 is all. @param ours as `pairsOf` gives them */
export function likeness(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  if (ours.size + theirs.size === 0) return 0;
  return (2 * [...ours].filter((pair) => theirs.has(pair)).length) / (ours.size + theirs.size);
}
