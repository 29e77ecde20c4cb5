/** As much of a guide as its place in a list depends on. */
interface Listed {
  slug: string;
  /** Milliseconds, as a `Date` has them. */
  published: number;
}

/**
 * Compares two guides for a list: the newest first; of one day, by name. The names are ASCII, and
 * stand in its order on every machine, whatever its language.
 */
export function newestFirst(a: Listed, b: Listed): number {
  return b.published - a.published || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);
}
