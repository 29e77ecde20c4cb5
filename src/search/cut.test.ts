import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chunksOf, cut, cutRun, partsOf, squash, stemOf, type Words } from "./cut.ts";

const words: Words = new Map(
  ["預檢", "請求", "跨來源", "來源", "的", "プリフライト", "リクエスト", "を", "送る"].map((word) => [word, 1]),
);

test.each([
  ["預檢請求的來源", ["預檢", "請求", "的", "來源"]],
  ["跨來源請求", ["跨來源", "請求"]],
  ["プリフライトリクエストを送る", ["プリフライト", "リクエスト", "を", "送る"]],
  ["未知預檢", ["未", "知", "預檢"]],
])("%s is cut into the words that are known", (run, pieces) => {
  expect(cutRun(run, words)).toEqual(pieces);
});

test("Latin words stay whole beside CJK, and signs between CJK words are left out", () => {
  expect(chunksOf("收到404時，CORS（preflight）失敗。")).toEqual(["收到", "404", "時", "CORS", "preflight", "失敗"]);
  expect(cut("預檢（preflight）請求", words)).toEqual(["預檢", "（", "preflight", "）", "請求"]);
});

test("nothing is lost, whatever is cut", () => {
  const text = fc
    .array(fc.constantFrom("預檢", "跨", "x", "-", " ", "、", "リ", "を", "𠮷", "ｶ"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (each) => {
      expect(cut(each, words).join("")).toBe(each.replaceAll(" ", ""));
    }),
  );
});

test("what is cut alone is cut the same with only the words that came of it", () => {
  const run = "跨來源預檢請求的來源";
  const used = new Map(cutRun(run, words).map((word) => [word, 1]));
  expect(cutRun(run, used)).toEqual(cutRun(run, words));
});

describe("words as the index has them", () => {
  test.each([
    ["Access-Control-Allow-Origin", "accesscontrolalloworigin"],
    ["'wildcard'.", "wildcard"],
    ["net/http", "nethttp"],
    ["預檢，", "預檢"],
  ])("%s", (word, squashed) => {
    expect(squash(word)).toBe(squashed);
  });
  test.each([
    ["allowedOrigins", ["allowed", "origins"]],
    ["add_header", ["add", "header"]],
    ["XMLHttpRequest", ["xml", "http", "request"]],
    ["cors", []],
  ])("%s has parts", (word, parts) => {
    expect(partsOf(word)).toEqual(parts);
  });
});

test.each([
  ["redirects", "redirected"],
  ["redirecting", "redirect"],
  ["cookies", "cookie"],
  ["caches", "cache"],
  ["policies", "policy"],
  ["blocked", "blocks"],
])("%s and %s are one word", (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});

test.each([
  ["access", "acces"],
  ["options", "opt"],
  ["express", "expres"],
])("%s is not %s", (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});

test("a long run takes no longer than its length", () => {
  expect(cutRun("預檢".repeat(100_000), words)).toHaveLength(100_000);
});
