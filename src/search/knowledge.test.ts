import { expect, test } from "vitest";
import { countsTogether, meaningsOf, wordsOfTerms } from "./knowledge.ts";

const alike = new Map([
  ["拿不到", "讀不到"],
  ["讀不到", "讀不到"],
  ["notsent", "notsent"],
  ["isntsent", "notsent"],
]);
const index = new Map([
  ["標頭", 4],
  ["回應", 3],
  ["拿不到", 2],
]);
const meanings = meaningsOf(index, [{ typed: "Allow-Headers", says: "Access-Control-Allow-Headers" }], alike);

test("phrases that say the same in other words have the same words", () => {
  expect(wordsOfTerms("讀不到回應標頭", meanings)).toEqual(["讀不到", "回應", "標頭"]);
  expect(wordsOfTerms("拿不到回應標頭", meanings)).toEqual(["讀不到", "回應", "標頭"]);
  expect(wordsOfTerms("cookie isn't sent", meanings)).toEqual(["cookie", "notsent"]);
  expect(wordsOfTerms("cookie not sent", meanings)).toEqual(["cookie", "notsent"]);
});

test("a header's name is the same with its last letter and without", () => {
  expect(wordsOfTerms("allow-headers", meanings)).toEqual(["access-control-allow-headers"]);
  expect(meanings.synonyms.get("allowheader")).toBe("Access-Control-Allow-Headers");
});

test("words that mean the same are counted together, for they say as much", () => {
  expect(countsTogether(index, alike).get("讀不到")).toBe(2);
  expect(countsTogether(new Map([...index, ["讀不到", 5]]), alike).get("讀不到")).toBe(7);
});
