import { expect, test } from "vitest";
import { isPasted, normalizeQuery, piecesOf } from "./query.ts";

test("half-width kana and full-width letters are what they look like", () => {
  expect(normalizeQuery("ﾌﾟﾘﾌﾗｲﾄ　ＣＯＲＳ")).toBe("プリフライト CORS");
});

test("a double quote in a query cannot end a phrase", () => {
  expect(normalizeQuery('say "no" “now”')).toBe("say no now");
});

test.each(["預檢", "Access-Control-Allow-Headers", "404", "preflight response is not successful"])(
  "%s is a query, not a message",
  (text) => {
    expect(isPasted(text)).toBe(false);
  },
);

test("of 70 characters it may be a query, of 71 it is a message", () => {
  expect(isPasted("a".repeat(70))).toBe(false);
  expect(isPasted("a".repeat(71))).toBe(true);
});

test.each([
  "http://localhost:3000/",
  "https://api.example.com/",
  "ws://localhost/",
  "wss://api.example.com/socket",
  "file:///C:/site/index.html",
  "blob:https://app.example.com/6f1a",
  "data:text/html,x",
  "‘https://api.example.com/items’",
])("what has %s in it is a message, and the URL is none of its pieces", (url) => {
  expect(isPasted(`at ${url}`)).toBe(true);
  expect(piecesOf(`was not able to load ${url} from there`)).toEqual(["was not able to load", "from there"]);
});

test.each(["profile: x", "httpd:80", "metadata: none", "file", "Origin: null"])("%s is no URL", (text) => {
  expect(isPasted(text)).toBe(false);
});

test.each([": ", "; ", "： ", "； ", ". ", "。", "! ", "? ", " (", ") ", "（", "）", " [", "] ", "\n"])(
  "a message is cut at %j",
  (sign) => {
    expect(piecesOf(`the first thought${sign}the second thought`)).toEqual(["the first thought", "the second thought"]);
  },
);

test.each(["GET", "DELETE", "404", "x-api-key", "‘content-type’", "*", "—"])(
  "%s, which differs from reader to reader, is cut out",
  (variable) => {
    expect(piecesOf(`the first words ${variable} the second words`)).toEqual(["the first words", "the second words"]);
  },
);

test.each(["CORS", "HTTP", "Access-Control-Allow-Origin", "access-control-allow-origin", "Vary", "preflight"])(
  "%s, which pages have, is left in",
  (word) => {
    expect(piecesOf(`the first words ${word} the second words`)).toEqual([`the first words ${word} the second words`]);
  },
);

test.each([
  ["two words of ten characters", "some words", ["some words"]],
  ["two words of nine", "few words", []],
  ["one word, however long", "blocked-by-everyone", []],
  ["four characters of CJK", "預檢失敗", ["預檢失敗"]],
  ["three characters of CJK", "未回應", []],
])("of a message, %s are a piece or say nothing", (_what, text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces);
});

test("a message loses its URLs, methods and header names, and keeps the words between them", () => {
  const message =
    "Access to fetch at 'https://api.foo.dev/x?a=1' from origin 'http://localhost:5173' has been blocked by CORS policy: Request header field x-foo-id is not allowed by Access-Control-Allow-Headers in preflight response.";
  expect(isPasted(message)).toBe(true);
  expect(piecesOf(message)).toEqual([
    "Access to fetch at",
    "from origin",
    "has been blocked by CORS policy",
    "Request header field",
    "is not allowed by Access-Control-Allow-Headers in preflight response",
  ]);
});

test("a localised message is cut where it changes script", () => {
  const message =
    "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://x.test/ にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Methods’ にメソッドが見つからない)。";
  expect(piecesOf(message)).toContain("にメソッドが見つからない");
  expect(piecesOf(message).join()).not.toContain("x.test");
});

test("a sentence that changes script at every word is left whole", () => {
  const message =
    "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、localhost:3000/items にあるリモートリソースの読み込みは拒否されます (理由: CORS 要求が http でない)。";
  expect(piecesOf(message)).toContain("CORS 要求が http でない");
  expect(piecesOf("CORS（原因 404）です")).toEqual([]);
});
