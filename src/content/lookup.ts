/**
 * Takes a few things out of a long list by their ids, without a walk through the list each time.
 * @param list in the order that counts
 * @returns a function from ids to their things, each once and in the list's order; ids that the list does not have are left out
 */
export function pickFrom<T>(list: readonly T[], idOf: (item: T) => string): (ids: readonly string[]) => T[] {
  const places = new Map(list.map((item, place) => [idOf(item), { item, place }]));
  return (ids) =>
    [...new Set(ids)]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
}

/** Groups a list by keys of which each thing may have several. @returns each key's things, in the list's order */
export function groupByKeys<T>(list: readonly T[], keysOf: (item: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
