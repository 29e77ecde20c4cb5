import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, isPasted, LONGEST_PASTE, normalizeQuery, piecesOf } from "./query.ts";

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

test("a word is judged by what is between the signs around it", () => {
  expect(
    piecesOf("the page (PUT) …404… says: …x-a… is 𠮷 not \u2018allowed\u2019 here, whatever it asks the server"),
  ).toEqual(piecesOf("the page ( 404 says: x-a is 𠮷 not \u2018allowed\u2019 here, whatever it asks the server"));
});

test("marks keep to the letter that they are on, as many as any language has", () => {
  expect(normalizeQuery("e\u0301")).toBe("é");
  expect(normalizeQuery("ｶﾞ")).toBe("ガ");
  const marks = "\u0316\u0301".repeat(15);
  expect(normalizeQuery(`q${marks}`)).toHaveLength(31);
  expect(normalizeQuery(`q${marks.repeat(100)}x`)).toBe(normalizeQuery(`q${marks}x`));
});

// Each would take minutes or hours if one function took longer than linear time.
describe("a megabyte comes to an end", () => {
  const units = [
    "a",
    ".",
    "e",
    "\u0301",
    "\u0301\u0316",
    "ﾞ\u0301",
    " ",
    "(",
    '"',
    "https://",
    "あ",
    "あa",
    "-",
    "a-",
    ": ",
  ];
  test.each([...units, "\n", "A-", ". ", ".\n", "a b ", "日本語 GET "])("of %j", (unit) => {
    for (const end of ["", "x", "é"]) {
      const text = `e${unit.repeat(2 ** 20 / unit.length)}${end}`;
      expect(isPasted(text)).toBe(true);
      expect(piecesOf(text).join("").length).toBeLessThanOrEqual(LONGEST_PASTE);
      // Shorter than what makes it a paste, and looked at as a whole.
      expect(fold(text).length).toBeGreaterThan(0);
    }
  });
});

test("what is looked for of a paste has an end, and is of its beginning", () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `the message of number${i} was printed`);
  expect(piecesOf(lines.join("\n"))).toEqual(lines.slice(0, 100));
});

test("what is looked for at once of a paste is as long as a sentence", () => {
  const [piece = "", ...more] = piecesOf("and so on ".repeat(900));
  expect(more).toEqual([]);
  expect("and so on ".repeat(900).startsWith(piece)).toBe(true);
  expect(piece).toHaveLength(300);
});

test("the sentence that a long paste is cut in is not looked for", () => {
  const message =
    "Response to preflight request doesn't pass access control check: The value must not be the wildcard. ";
  expect(piecesOf(message.repeat(200))).toEqual(piecesOf(message));
});

test("nothing throws, and pieces are of the message", () => {
  const units = fc.constantFrom(
    "a",
    ".",
    "\u0301",
    " ",
    "(",
    '"',
    "https://",
    "あ",
    "あa",
    "-",
    ": ",
    "\n",
    "GET",
    "é",
    "𠮷",
    "\ud800",
  );
  const mixed = fc
    .array(fc.tuple(units, fc.nat({ max: 40 })))
    .map((parts) => parts.map(([unit, times]) => unit.repeat(times)).join(""));
  fc.assert(
    fc.property(mixed, (message) => {
      const whole = normalizeQuery(message).replaceAll(" ", "");
      for (const piece of piecesOf(message)) expect(whole).toContain(piece.replaceAll(" ", ""));
    }),
    { numRuns: 2000 },
  );
});
