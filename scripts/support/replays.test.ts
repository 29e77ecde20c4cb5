import { expect, test } from "vitest";
import { chooseReplays, readExtent } from "./replays.ts";

const items = Array.from({ length: 95 }, (_, index) => index);
const isOdd = (item: number) => item % 2 === 1;
const nothing = () => false;

test("what has changed is played anew, all of it, and a tenth of the rest", () => {
  const { changed, sampled, replayed, fromRecord } = chooseReplays(items, isOdd, "here", 1);
  expect(changed).toEqual(items.filter(isOdd));
  expect(sampled).toHaveLength(5);
  expect(sampled.filter(isOdd)).toEqual([]);
  expect(replayed).toEqual([...changed, ...sampled].toSorted((a, b) => a - b));
  expect([...replayed, ...fromRecord].toSorted((a, b) => a - b)).toEqual(items);
});

test("all of it is played anew where that is asked for", () => {
  expect(chooseReplays(items, nothing, "all", 1)).toMatchObject({ replayed: items, fromRecord: [] });
});

test("a seed chooses the same tenth again, and seeds together choose everything in time", () => {
  const tenth = (seed: number) => chooseReplays(items, nothing, "sample", seed).sampled;
  expect(tenth(7)).toEqual(tenth(7));
  const seen = new Set(Array.from({ length: 200 }, (_, seed) => tenth(seed)).flat());
  expect([...seen].toSorted((a, b) => a - b)).toEqual(items);
});

test("of little there is still one, and of nothing there is none", () => {
  expect(chooseReplays([1, 2], nothing, "here", 3).sampled).toHaveLength(1);
  expect(chooseReplays([], nothing, "all", 3)).toEqual({ changed: [], sampled: [], replayed: [], fromRecord: [] });
});

test("a variable that asks for something else is an error that names it, and what it can be", () => {
  expect(readExtent("RECIPES", {})).toBe("here");
  expect(readExtent("RECIPES", { RECIPES: "" })).toBe("here");
  expect(readExtent("ENGINES", { ENGINES: "all" })).toBe("all");
  expect(() => readExtent("ENGINES", { ENGINES: "firefox" })).toThrow(/^ENGINES is "firefox"\. Set it to "sample"/);
});
