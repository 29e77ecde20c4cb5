import { distance } from "fastest-levenshtein";

/** Of so many letters one may be wrong. */
const LETTERS_A_SLIP = 3;

/** What was found before: a name that many texts write wrong, as that of a guide that is gone, is looked for once. */
const found = new WeakMap<ReadonlySet<string>, Map<string, string | undefined>>();

/** The same among what does not change. */
function nearestIn(written: string, names: ReadonlySet<string>): string | undefined {
  const known = found.get(names) ?? new Map<string, string | undefined>();
  found.set(names, known);
  if (!known.has(written)) known.set(written, nearest(written, names));
  return known.get(written);
}

/** @returns the one of some names that somebody most likely meant who wrote another; none where all are far from it */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  let best: { name: string; slips: number } | undefined;
  for (const name of names) {
    const slips = distance(written.toLowerCase(), name.toLowerCase());
    if (slips <= Math.ceil(Math.max(written.length, name.length) / LETTERS_A_SLIP) && slips < (best?.slips ?? Infinity))
      best = { name, slips };
  }
  return best?.name;
}

/** The first sentence of a hint, where a name that there is resembles what was written; otherwise nothing. @param names a set of them does not change */
export function didYouMean(written: string, names: Iterable<string>): string {
  const name = names instanceof Set ? nearestIn(written, names) : nearest(written, names);
  return name === undefined ? "" : `Did you mean "${name}"? `;
}
