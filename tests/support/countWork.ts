// biome-ignore lint/suspicious/noExplicitAny: each method has arguments and a result of its own.
type Cost = (self: any, result: any, args: any[]) => number;

/** What a call of each method reads: characters of a text, members of a list. */
const costs: [prototype: object, names: readonly PropertyKey[], cost: Cost][] = [
  [
    String.prototype,
    ["includes", "normalize", "replace", "replaceAll", "search", "split", "toLowerCase", "toUpperCase", "trim"],
    (self: string) => self.length,
  ],
  [
    String.prototype,
    ["indexOf"],
    (self: string, result: number, args) => (result === -1 ? self.length : result) - (args[1] ?? 0),
  ],
  [String.prototype, ["slice"], (_: string, result: string) => result.length],
  [String.prototype, ["charCodeAt", "startsWith", "endsWith"], () => 1],
  [
    Array.prototype,
    [
      ...["every", "filter", "find", "findIndex", "flatMap", "includes", "indexOf", "join", "map", "slice", "some"],
      ...["sort", "toReversed", "toSorted", Symbol.iterator],
    ],
    (self: unknown[]) => self.length,
  ],
  [Map.prototype, ["forEach", Symbol.iterator], (self: Map<unknown, unknown>) => self.size],
  [Set.prototype, ["forEach", Symbol.iterator], (self: Set<unknown>) => self.size],
];

/**
 * Counts how much a piece of code reads by the methods of texts, lists, maps and sets. It is the same
 * number however busy the machine is, and tells a loop within a loop from two loops. Not counted is what
 * a regular expression does within a text.
 * @param work takes no promise
 * @returns characters and members; of a search that may end early, all of them, but for `indexOf` in a text
 */
export function countWork(work: () => unknown): number {
  let count = 0;
  const undo = costs.flatMap(([prototype, names, cost]) => {
    const methods = prototype as Record<PropertyKey, (...args: unknown[]) => unknown>;
    return names.map((name) => {
      const method = methods[name] as (...args: unknown[]) => unknown;
      methods[name] = function (this: unknown, ...args: unknown[]) {
        const result = method.apply(this, args);
        count += 1 + cost(this, result, args);
        return result;
      };
      return () => {
        methods[name] = method;
      };
    });
  });
  try {
    work();
  } finally {
    for (let i = 0; i < undo.length; i++) undo[i]?.();
  }
  return count;
}
