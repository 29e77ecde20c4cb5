import { expect, test } from "vitest";
import { closest } from "./closest.ts";
import { groupByKeys } from "./lookup.ts";

const groupsOf = (things: Record<string, string[]>) => groupByKeys(Object.keys(things), (name) => things[name] ?? []);

test("what shares more is closer, what shares nothing is left out", () => {
  const things = { far: ["x"], one: ["a"], two: ["a", "b"], self: ["a", "b"] };
  expect(closest(["a", "b"], groupsOf(things))).toEqual(["two", "self", "one"]);
});

test("what few share tells more than what many do", () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`many-${index}`, ["preflight", "options"]]),
  );
  expect(closest(["preflight", "options", "rare"], groupsOf({ ...many, few: ["rare"] }))[0]).toBe("few");
});

test("however many share a thing, no more than some are looked at", () => {
  let looks = 0;
  const group = Array.from({ length: 10_000 }, (_, index) => index);
  const counted = new Proxy(group, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key);
    },
  });
  closest(["all"], new Map([["all", counted]]));
  expect(looks).toBeLessThan(100);
});
