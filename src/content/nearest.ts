import { distance } from "fastest-levenshtein";

/** Of so many letters one may be wrong. */
const LETTERS_A_SLIP = 3;

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

/** The first sentence of a hint, where a name that there is resembles what was written; otherwise nothing. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const name = nearest(written, names);
  return name === undefined ? "" : `Did you mean "${name}"? `;
}
