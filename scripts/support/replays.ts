import fc from "fast-check";

/**
 * How much of what stands in a record is played anew. Nothing given: what has changed, and a tenth of the rest, as far
 * as the software is here. `sample`: the same, and what it needs is installed. `all`: everything is.
 */
export type Extent = "here" | "sample" | "all";

/** @throws where the variable says something else */
export function readExtent(
  variable: "ENGINES" | "RECIPES" | "PAGES",
  environment: NodeJS.ProcessEnv = process.env,
): Extent {
  const value = environment[variable] || "here";
  if (value === "here" || value === "sample" || value === "all") return value;
  throw new Error(
    `${variable} is "${value}". Set it to "sample" to install what a tenth needs, to "all" to play everything anew, or unset it.`,
  );
}

/** What is played anew, and what is taken from the record, each in the order in which it was given. */
export interface Replays<Item> {
  changed: Item[];
  /** A random tenth of what has not changed, and at least one. */
  sampled: Item[];
  replayed: Item[];
  fromRecord: Item[];
}

/**
 * Chooses what is played anew.
 * @param hasChanged whether the record of an item was made from something else than is there now
 * @param seed the same seed chooses the same
 */
export function chooseReplays<Item>(
  items: readonly Item[],
  hasChanged: (item: Item) => boolean,
  extent: Extent,
  seed: number,
): Replays<Item> {
  const changed = new Set(items.filter(hasChanged));
  const rest = items.filter((item) => !changed.has(item));
  const length = extent === "all" ? rest.length : Math.ceil(rest.length / 10);
  const tenth = fc.shuffledSubarray(rest, { minLength: length, maxLength: length });
  const sampled = new Set(fc.sample(tenth, { seed, numRuns: 1 })[0]);
  return {
    changed: [...changed],
    sampled: items.filter((item) => sampled.has(item)),
    replayed: items.filter((item) => changed.has(item) || sampled.has(item)),
    fromRecord: items.filter((item) => !changed.has(item) && !sampled.has(item)),
  };
}
