import { expect, test } from "vitest";
import { distance, likeness, nearestCjk, nearestLatin, pairsOf } from "./near.ts";

const known = ["cors", "preflight", "nginx", "express", "wildcard", "credentials", "accesscontrolallowheaders", "must"];

test.each([
  ["prefligt", "preflight"],
  ["prefilght", "preflight"],
  ["ngnix", "nginx"],
  ["cros", "cors"],
  ["wildcrad", "wildcard"],
  ["credentails", "credentials"],
  ["accesscontrolallowheader", "accesscontrolallowheaders"],
])("%s is %s with a mistake", (typed, meant) => {
  expect(nearestLatin(typed, known)).toBe(meant);
});

test.each(["rust", "kong", "envoy", "ollama", "404", "impress", "go"])("%s is another word", (typed) => {
  expect(nearestLatin(typed, known)).toBeUndefined();
});

test.each([
  ["平證", "憑證"],
  ["オリジソ", "オリジン"],
  ["プリフライド", "プリフライト"],
])("%s is %s with one wrong character", (typed, meant) => {
  expect(nearestCjk(typed, ["憑證", "オリジン", "プリフライト", "ルート"])).toBe(meant);
});

test("of a short word of kana every second one is near another", () => {
  expect(nearestCjk("カート", ["ルート"])).toBeUndefined();
});

test("two letters in each other's place are one mistake", () => {
  expect(distance("cros", "cors", 2)).toBe(1);
  expect(distance("abc", "xyz", 2)).toBeGreaterThan(2);
});

test("what has no pair of letters in common is not alike", () => {
  const alike = (a: string, b: string) => likeness(pairsOf(a), pairsOf(b));
  expect(alike("cors", "cors")).toBe(1);
  expect(alike("cors", "預檢")).toBe(0);
  expect(alike("", "")).toBe(0);
});
