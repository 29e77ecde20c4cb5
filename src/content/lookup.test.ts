import { describe, expect, test } from "vitest";
import { groupByKeys, pickFrom } from "./lookup.ts";

const list = [
  { id: "newest", tags: ["a", "b"] },
  { id: "middle", tags: ["b"] },
  { id: "oldest", tags: ["b", "a", "b"] },
];

describe("what is picked from a list", () => {
  const pick = pickFrom(list, ({ id }) => id);

  test("comes in the order of the list, not of the ids", () => {
    expect(pick(["oldest", "newest"])).toEqual([list[0], list[2]]);
  });

  test("comes once, however often it is named", () => {
    expect(pick(["middle", "middle"])).toEqual([list[1]]);
  });

  test("leaves out what the list does not have", () => {
    expect(pick(["missing", "middle"])).toEqual([list[1]]);
  });
});

describe("a list in groups", () => {
  const groups = groupByKeys(list, ({ tags }) => tags);

  test("has each thing under all of its keys, in the order of the list, and once under each", () => {
    expect([...groups]).toEqual([
      ["a", [list[0], list[2]]],
      ["b", list],
    ]);
  });

  test("has no group for a key that nothing has", () => {
    expect(groups.get("c")).toBeUndefined();
  });
});
