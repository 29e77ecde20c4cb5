import { describe, expect, test } from "vitest";
import { fold, foldSigns, isPasted, normalizeQuery } from "./query.ts";

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
])("%s makes a paste of what it stands in", (url) => {
  expect(isPasted(`load ${url} from`)).toBe(true);
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
      // Shorter than what makes it a paste, and looked at as a whole.
      expect(fold(text).length).toBeGreaterThan(0);
    }
  });
});

test.each(["192.168.1.20", "10.0.0.5:8080", "172.16.4.1"])("%s is an address of a private network", (address) =>
  expect(foldSigns(`fetch ${address}`).split(/\s+/)).toContain("192.168"),
);

test.each(["8.8.8.8", "172.32.0.1", "version 10.2.1"])("%s is none", (address) =>
  expect(foldSigns(address)).toBe(address),
);
