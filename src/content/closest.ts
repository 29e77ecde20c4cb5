/** Of things that share something, so many are looked at: what more have in common says little of any two of them. */
const LOOKED_AT = 30;

/**
 * Orders things by how much they have in common: what few share counts for more than what many do.
 * @param keys what the one has that others are compared with
 * @param groups for each key the things that have it, the one among them
 * @returns those that share a key with it, the closest first; of those equally close, the first of a group first
 */
export function closest<T>(keys: Iterable<string>, groups: ReadonlyMap<string, readonly T[]>): T[] {
  const scores = new Map<T, number>();
  for (const key of new Set(keys)) {
    const group = groups.get(key) ?? [];
    for (const thing of group.slice(0, LOOKED_AT)) scores.set(thing, (scores.get(thing) ?? 0) + 1 / group.length);
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([thing]) => thing);
}
