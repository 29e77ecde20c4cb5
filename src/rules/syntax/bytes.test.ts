import { describe, expect, test } from "vitest";
import {
  asciiLowercase,
  asciiUppercase,
  containsCorsUnsafeByte,
  isHeaderValue,
  isLanguageValue,
  isToken,
  normalizeHeaderValue,
  stripTrailingWhitespace,
} from "./bytes.ts";

const bytes = Array.from({ length: 256 }, (_, byte) => byte);
const hex = (byte: number) => `0x${byte.toString(16).padStart(2, "0")}`;
const text = (codes: readonly number[]) => codes.map(hex).join(" ");

/** Sorts all 256 bytes by a question that is asked of a value in which each stands. */
function bytesWhere(ask: (value: string) => boolean): number[] {
  return bytes.filter((byte) => ask(`a${String.fromCharCode(byte)}b`));
}
const codes = (characters: string) => [...characters].map((character) => character.charCodeAt(0));
const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);

test("the CORS-unsafe request-header bytes are the controls but HT, the 14 delimiters and DEL", () => {
  const controls = bytes.filter((byte) => byte < 0x20 && byte !== 0x09);
  const expected = ascending([...controls, ...codes('"():<>?@[\\]{}'), 0x7f]);
  expect(text(bytesWhere(containsCorsUnsafeByte))).toBe(text(expected));
});

test("bytes beyond ASCII, and / , ; = are safe", () => {
  expect(containsCorsUnsafeByte("\x80\xff\xa0é")).toBe(false);
  expect(containsCorsUnsafeByte("text/plain,a;b=c\t&'#!$%*+-.^_`|~")).toBe(false);
});

test("a language value has alphanumerics and SP * , - . ; = only", () => {
  const alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  expect(text(bytesWhere(isLanguageValue))).toBe(text(ascending(codes(`${alphanumerics} *,-.;=`))));
});

test("a token has RFC 9110's characters only, and at least one", () => {
  const alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  expect(text(bytesWhere(isToken))).toBe(text(ascending(codes(`!#$%&'*+-.^_\`|~${alphanumerics}`))));
  expect(isToken("")).toBe(false);
});

test("a header's value has no NUL, LF or CR", () => {
  expect(text(bytes.filter((byte) => !isHeaderValue(`a${String.fromCharCode(byte)}b`)))).toBe(text([0x00, 0x0a, 0x0d]));
});

test.for(["Ā", "寿司", "\u{1f363}", "\ud800"])("a header's value has bytes only, and %j is none", (value) => {
  expect(isHeaderValue(value)).toBe(false);
});

describe("normalising a value", () => {
  test.for([
    ["x", "x"],
    [" x ", "x"],
    ["\t\r\n x y \n", "x y"],
    ["", ""],
    [" \t ", ""],
    ["\u00a0x\u00a0", "\u00a0x\u00a0"],
    ["\fx\v", "\fx\v"],
  ] as const)("%j gives %j", ([value, normalized]) => expect(normalizeHeaderValue(value)).toBe(normalized));

  test("a megabyte of spaces inside a value takes no noticeable time", { timeout: 2000 }, () => {
    const value = `a${" ".repeat(2 ** 20)}b`;
    expect(normalizeHeaderValue(value)).toBe(value);
  });
});

test("trailing whitespace can be stripped alone", () => {
  expect(stripTrailingWhitespace(" a \t\r\n")).toBe(" a");
  expect(stripTrailingWhitespace("\t ")).toBe("");
});

test("byte-lowercasing and byte-uppercasing leave all but ASCII letters alone", () => {
  expect(asciiLowercase("X-ÉİK\u212a")).toBe("x-Éİk\u212a");
  expect(asciiUppercase("x-éıſk")).toBe("X-éıſK");
});
