import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hop, mayAnswerWith, readArrived, readHops, writeHops } from "./answers.ts";

const hop = (over: Partial<Hop["response"]> = {}): Hop => ({
  preflight: { status: 204, headers: [["Access-Control-Allow-Origin", "*"]] },
  response: { status: 200, headers: [["Access-Control-Allow-Origin", "*"]], ...over },
});
/** As JSON, with what is no byte written out. */
const encode = (value: unknown) => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const escaped = text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Buffer.from(escaped, "latin1").toString("base64url");
};

const names = ["Access-Control-Allow-Origin", "access-control-allow-headers", "ACCESS-CONTROL-MAX-AGE", "Vary"];
const value = fc.stringMatching(/^[\t -~\x80-\xff]{0,40}$/);
const answer = fc.record({
  status: fc.integer({ min: 200, max: 599 }),
  headers: fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }),
});
const hops = fc.array(fc.record({ preflight: answer, response: answer }), { minLength: 1, maxLength: 4 });

test("what is asked for is what is read, and it is a part of an address as it is", () => {
  fc.assert(
    fc.property(hops, (asked) => {
      const encoded = writeHops(asked);
      fc.pre(encoded !== undefined);
      expect(encoded).toMatch(/^[\w-]+$/);
      expect(readHops(encoded as string)).toEqual({ hops: asked });
    }),
  );
});

describe("what is not let through, the page does not ask for and the lab does not read", () => {
  test.each([
    ["a line within a value", { headers: [["Vary", "a\r\nSet-Cookie: a=b"]] }],
    ["a line feed alone", { headers: [["Vary", "a\nb"]] }],
    ["a NUL", { headers: [["Vary", "a\0b"]] }],
    ["what is no byte", { headers: [["Vary", "ａ"]] }],
    ["a long value", { headers: [["Vary", "a".repeat(1001)]] }],
    ["a cookie", { headers: [["Set-Cookie", "a=b"]] }],
    ["a type", { headers: [["Content-Type", "text/html"]] }],
    ["a place to lead to", { headers: [["Location", "https://evil.example/"]] }],
    ["a policy", { headers: [["Content-Security-Policy", "script-src *"]] }],
    ["a name that is one in lower case alone", { headers: [["Access-Control-Allow-Private-Networ\u212a", "true"]] }],
    ["a line within a name", { headers: [["Vary\r\nSet-Cookie", "a=b"]] }],
    ["too many headers", { headers: Array.from({ length: 21 }, () => ["Vary", "a"]) }],
    ["100", { status: 100 }],
    ["101", { status: 101 }],
    ["600", { status: 600 }],
    ["no whole number", { status: 200.5 }],
    ["no number", { status: "200" }],
  ])("%s", (_what, over) => {
    const asked = [hop(over as object)];
    expect(writeHops(asked)).toBeUndefined();
    const { preflight, response } = asked[0] as Hop;
    const lists = [preflight, response].map(({ status, headers }) => [status, ...headers]);
    // As words are, which lie further: two parts, what is wrong and what to do.
    expect(readHops(encode([lists]))).toEqual({ wrong: expect.stringMatching(/^[^\n]+\.\n[^\n]+\.$/) });
  });

  test.each([
    "",
    "!",
    "e30",
    encode("null"),
    encode([]),
    encode([[]]),
    encode([[[200], [200], [200]]]),
    "a".repeat(7000),
  ])("%s", (encoded) => {
    expect(readHops(encoded)).toEqual({ wrong: expect.stringMatching(/\n/) });
  });

  test("five URLs' answers", () => {
    expect(writeHops(Array.from({ length: 5 }, () => hop()))).toBeUndefined();
    expect(writeHops(Array.from({ length: 4 }, () => hop()))).toBeDefined();
  });
});

test("whatever is read, a server may send", () => {
  const json = fc.anything({ maxDepth: 5 }).map((value) => encode(JSON.stringify(value) ?? ""));
  fc.assert(
    fc.property(fc.oneof(fc.string(), json, fc.jsonValue().map(encode)), (encoded) => {
      const read = readHops(encoded);
      if ("wrong" in read) return;
      for (const { preflight, response } of read.hops) {
        for (const { status, headers } of [preflight, response]) {
          expect(status).toBeGreaterThanOrEqual(200);
          for (const [name, text] of headers) {
            expect(mayAnswerWith(name)).toBe(true);
            expect(text).not.toMatch(/[\r\n\0]/);
          }
        }
      }
    }),
  );
});

test("what arrived is read whole or not at all, whoever answered", () => {
  const arrived = { method: "PUT", origin: "https://app.example.com", names: ["content-type"] };
  expect(readArrived(JSON.stringify(arrived))).toEqual(arrived);
  for (const text of ["", "null", "{}", "[]", '"PUT"', "<html>", JSON.stringify({ ...arrived, names: "abc" })]) {
    expect(readArrived(text), text).toBeUndefined();
  }
  expect(readArrived(JSON.stringify({ ...arrived, names: [1] }))).toBeUndefined();
  expect(readArrived(JSON.stringify({ ...arrived, origin: null }))).toBeUndefined();
});
