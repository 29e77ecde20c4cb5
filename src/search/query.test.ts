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
