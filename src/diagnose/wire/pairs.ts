/** What is paired by time: milliseconds, or `NaN` where a recorder says none. */
interface Timed {
  startedAt: number;
}

/** No preflight is further from its request than this, in milliseconds. */
const FAR = 120_000;

/**
 * Pairs each of `few` with one of `many` of the same key, the nearest in time; none is paired twice.
 * Of as many on either side the first belongs to the first, however they overlap.
 */
export function nearestPairs<T extends Timed>(
  many: readonly T[],
  few: readonly T[],
  keyOfMany: (each: T) => string,
  keyOfFew: (each: T) => string,
): Map<T, T> {
  const pairs = new Map<T, T>();
  const candidates = grouped(many, keyOfMany);
  for (const [key, group] of grouped(few, keyOfFew)) {
    const others = candidates.get(key) ?? [];
    let next = 0;
    for (const [index, each] of group.entries()) {
      const distance = (at: number) => Math.abs((others[at]?.startedAt ?? Number.NaN) - each.startedAt);
      // Some of the many have no partner: skip those that are further away.
      while (others.length - next > group.length - index && distance(next + 1) <= distance(next)) next++;
      const other = others[next];
      if (!other) break;
      if (distance(next) > FAR) continue;
      pairs.set(other, each);
      next++;
    }
  }
  return pairs;
}

/** By key, and in the order of time. */
function grouped<T extends Timed>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.startedAt - b.startedAt || 0);
  return groups;
}
