/** As much of a guide as its place in a list depends on. */
interface Listed {
  slug: string;
  entry: { data: { published: Date } };
}

/**
 * Compares two guides for a list: the newest first; of one day, by name. The names are ASCII, and
 * stand in its order on every machine, whatever its language.
 */
export function newestFirst(a: Listed, b: Listed): number {
  const days = b.entry.data.published.getTime() - a.entry.data.published.getTime();
  return days || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);
}
