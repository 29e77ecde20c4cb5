import { describe, expect, test } from "vitest";
import { parseMimeType, serializeMimeType } from "./mimeType.ts";

describe("the essence", () => {
  test.for([
    ["text/plain", "text/plain"],
    ["TEXT/Plain", "text/plain"],
    [" \t\r\ntext/plain \t", "text/plain"],
    ["text/plain;charset=utf-8", "text/plain"],
    ["text/plain ;charset=utf-8", "text/plain"],
    ["text/plain;", "text/plain"],
    ["text/plain;;;", "text/plain"],
    ["text/plain;a=b/c", "text/plain"],
    ["text/plain; rubbish (", "text/plain"],
    ["*/*", "*/*"],
    ["application/vnd.api+json", "application/vnd.api+json"],
  ] as const)("of %j is %s", ([input, essence]) => expect(parseMimeType(input)?.essence).toBe(essence));

  test.for([
    ["", "nothing"],
    [" ", "nothing but a space"],
    ["text", "no slash"],
    ["/", "neither type nor subtype"],
    ["text/", "no subtype"],
    ["/plain", "no type"],
    ["text/;charset=utf-8", "a parameter for a subtype"],
    ["text /plain", "a space before the slash"],
    ["text/ plain", "a space after the slash"],
    ["text/plain/x", "two slashes"],
    ["text/plain, text/plain", "two types"],
    ["text/pl(ain", "a delimiter"],
    ["täxt/plain", "a byte beyond ASCII"],
    [";text/plain", "a parameter first"],
  ] as const)("of %j fails: %s", ([input]) => expect(parseMimeType(input)).toBeNull());
});

describe("parameters", () => {
  const parameters = (input: string) => [...(parseMimeType(input)?.parameters ?? [])];

  test.for([
    ["a/b;c=d", [["c", "d"]]],
    ["a/b;C=D", [["c", "D"]]],
    ["a/b; \t c=d", [["c", "d"]]],
    [
      "a/b;c=d;e=f",
      [
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    [
      "a/b;c=d \t;e=f",
      [
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    ["a/b;c= d", [["c", " d"]]],
    ["a/b;c=d e", [["c", "d e"]]],
    ["a/b;c=d=e", [["c", "d=e"]]],
    ['a/b;c="d;e"', [["c", "d;e"]]],
    ['a/b;c="d\\"e\\f"', [["c", 'd"ef']]],
    [
      'a/b;c="d"rubbish;e=f',
      [
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    ['a/b;c="d', [["c", "d"]]],
    ['a/b;c="d\\', [["c", "d\\"]]],
    ['a/b;c=""', [["c", ""]]],
    ["a/b;c=\x80", [["c", "\x80"]]],
  ] as const)("of %j are %j", ([input, expected]) => expect(parameters(input)).toEqual(expected));

  test.for([
    ["a/b;c", "no value"],
    ["a/b;c=", "an empty value outside quotes"],
    ["a/b;c= ", "a value of whitespace outside quotes"],
    ["a/b;=d", "no name"],
    ["a/b;c d=e", "a name that is no token"],
    ["a/b; ;", "nothing between the semicolons"],
    ["a/b;c=\x01", "a control in the value"],
    ['a/b;c="寿"', "a character that is no byte"],
  ] as const)("%j has none: %s", ([input]) => expect(parameters(input)).toEqual([]));

  test("the first of a repeated name counts", () => {
    expect(parameters("a/b;c=1;C=2")).toEqual([["c", "1"]]);
  });
});

describe("serialising", () => {
  test.for([
    ["Text/Plain;Charset=UTF-8", "text/plain;charset=UTF-8"],
    ["text/plain; charset=UTF-8 ", "text/plain;charset=UTF-8"],
    ['text/plain;a="b"', "text/plain;a=b"],
    ['text/plain;a="b c"', 'text/plain;a="b c"'],
    ['text/plain;a="\\"\\\\"', 'text/plain;a="\\"\\\\"'],
    ['text/plain;a=""', 'text/plain;a=""'],
  ] as const)("%j gives %j", ([input, output]) => {
    const type = parseMimeType(input);
    expect(type && serializeMimeType(type)).toBe(output);
  });
});
