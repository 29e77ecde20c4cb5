import { describe, expect, test } from "vitest";
import { fillersOf } from "./fillers.ts";
import { type Knowledge, understand } from "./understand.ts";

const index = {
  預檢: 40,
  請求: 60,
  憑證: 20,
  跨來源: 50,
  標頭: 60,
  プリフライト: 40,
  オリジン: 30,
  リクエスト: 60,
  ヘッダー: 60,
  cors: 80,
  nginx: 6,
  spring: 2,
  boot: 2,
  middle: 3,
  redirect: 9,
  access: 5,
  control: 5,
  allow: 5,
  headers: 9,
  wildcard: 12,
};
const known: Knowledge = {
  words: new Map([
    ...Object.entries(index),
    ...["跨域", "怎麼辦", "の", "とは", "拿不到", "讀不到"].map((word) => [word, 0] as const),
    ["accesscontrolallowheaders", 7],
    ["accesscontrolallowheader", 0],
  ]),
  synonyms: new Map([
    ["跨域", "跨來源"],
    ["preflight", "預檢"],
    ["acah", "Access-Control-Allow-Headers"],
    ["allowheaders", "Access-Control-Allow-Headers"],
    ["allowheader", "Access-Control-Allow-Headers"],
    ["mixedcontent", "mixed content"],
  ]),
  alike: new Map([
    ["拿不到", "讀不到"],
    ["讀不到", "讀不到"],
    ["deploy", "production"],
    ["custom", "custom"],
    ["mymachin", "local"],
  ]),
  characters: new Map([
    ["请", "請"],
    ["凭", "憑"],
    ["证", "證"],
    ["臺", "台"],
  ]),
  fillers: new Set([...fillersOf("zh-TW"), ...fillersOf("ja")]),
  latin: ["nginx", "wildcard", "cors", "preflight", "accesscontrolallowheaders", "mixedcontent"],
  terms: ["憑證", "預檢", "オリジン", "プリフライト"],
  stems: new Map([["redirect", "redirect"]]),
  about: new Set(["ttl", "nextj", "allorigin", "spr", "boot"]),
  names: new Map(),
};
const wordsOf = (query: string) => understand(query, known).items.map(({ words }) => words.join(" "));

describe("what differs only in form is the same", () => {
  test.each([
    ["ＮＧＩＮＸ", ["nginx"]],
    ["ﾌﾟﾘﾌﾗｲﾄ", ["プリフライト"]],
    ["ぷりふらいと", ["プリフライト"]],
    ["りくえすとへっだー", ["リクエスト", "ヘッダー"]],
    ["请求", ["請求"]],
    ["凭证", ["憑證"]],
    ["ACCESS-CONTROL-ALLOW-HEADERS", ["accesscontrolallowheaders"]],
    ["accesscontrolallowheaders", ["accesscontrolallowheaders"]],
    ["redirected", ["redirect"]],
    ["ぷりふらいとの", ["プリフライト"]],
    ["cors *", ["cors", "wildcard"]],
    ["springboot", ["spring boot"]],
    ["Redirect5", ["redirect"]],
    ["next js", ["nextjs"]],
  ])("%s", (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });
});

test("a product's name is not two of the letters that it is made of, nor a sentence a name", () => {
  expect(understand("springmiddle", known).unknown).toEqual(["springmiddle"]);
  expect(wordsOf("all origins")).not.toContain("allorigins");
});

describe("other words for the site's own lead to it, and that is known", () => {
  test.each([
    ["跨域", "跨來源"],
    ["preflight", "預檢"],
    ["allow-headers", "Access-Control-Allow-Headers"],
    ["ACAH", "Access-Control-Allow-Headers"],
    ["allow header", "Access-Control-Allow-Headers"],
  ])("%s", (query, says) => {
    expect(understand(query, known).items).toMatchObject([{ says, because: "synonym" }]);
  });
});

describe("a mistake in a word that the site is about is mended, and that is known", () => {
  test.each([
    ["ngnix", "nginx"],
    ["CROS", "cors"],
    ["prefligt", "預檢"],
    ["平證", "憑證"],
    ["オリジソ", "オリジン"],
    ["Acess-Control-Allow-Headers", "accesscontrolallowheaders"],
    ["mixd content", "mixed content"],
  ])("%s", (query, says) => {
    expect(understand(query, known).items).toMatchObject([{ says, because: "typo" }]);
  });

  test("unless what was typed is asked for exactly", () => {
    expect(understand("ngnix", known, true)).toMatchObject({ items: [], unknown: ["ngnix"] });
    expect(understand("跨域", known, true).items).not.toMatchObject([{ says: "跨來源" }]);
  });
});

test("a short word with a mistake before another is no name of two words", () => {
  expect(understand("cros wildcard", known).items).toMatchObject([{ says: "cors" }, { words: ["wildcard"] }]);
});

describe("words that mean the same are one, which need not be said", () => {
  test.each([
    ["拿不到標頭", ["讀不到", "標頭"]],
    ["讀不到標頭", ["讀不到", "標頭"]],
    ["my machine", ["local"]],
    ["deployed", ["production"]],
  ])("%s", (query, words) => {
    const { items } = understand(query, known);
    expect(items.map((item) => item.words.join(" "))).toEqual(words);
    expect(items.filter(({ says }) => says !== undefined)).toEqual([]);
  });

  test("unless what was typed is asked for exactly", () => {
    expect(wordsOf("拿不到標頭")).not.toContain("拿不到");
    expect(understand("拿不到標頭", known, true).items.map(({ words }) => words.join(" "))).not.toContain("讀不到");
  });
});

test("filler words are cut off, and of nothing else they are what is asked", () => {
  expect(wordsOf("how do I use a wildcard")).toEqual(["wildcard"]);
  expect(wordsOf("預檢怎麼辦")).toEqual(["預檢"]);
  expect(wordsOf("プリフライトとは")).toEqual(["プリフライト"]);
  expect(wordsOf("how to")).toEqual(["how", "to"]);
});

test("a part of a name that the site has another word for is that word", () => {
  expect(wordsOf("nginx-跨域")).toEqual(["nginx", "跨來源"]);
  expect(wordsOf("nginx-acah")).toEqual(["nginx", "accesscontrolallowheaders"]);
});

test("what nothing stands for is unknown, as it was typed", () => {
  expect(understand("Ollama cors", known)).toMatchObject({ items: [{ words: ["cors"] }], unknown: ["Ollama"] });
});

test("what only questions have is known", () => {
  expect(understand("cors ttl", known).unknown).toEqual([]);
});

test("nothing but signs is nothing", () => {
  expect(understand("?!… 「」", known)).toMatchObject({ items: [], unknown: [] });
});

test("the last word may go on", () => {
  expect(wordsOf("cors wild")).toEqual(["cors", "wild"]);
  expect(understand("wild cors", known).unknown).toEqual(["wild"]);
});

test("a header of somebody's own is a custom header, unless the exact words are asked for", () => {
  expect(wordsOf("X-Total-Pages")).toEqual(["custom"]);
  expect(understand("X-Total-Pages", known, true).items.map(({ words }) => words[0])).not.toContain("custom");
});
