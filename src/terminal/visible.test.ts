import { expect, test } from "vitest";
import { Sheet } from "./sheet.ts";
import { visible, visibleJson } from "./visible.ts";

test("what a terminal would obey or hide is written out, and nothing else is changed", () => {
  expect(visible("\u001b[2J\u009b\u0007\r\n\t")).toBe("\\x1b[2J\\x9b\\x07\\x0d\\x0a\\x09");
  expect(visible("a\u202eb\u200b\ufeff\u2028\ud800")).toBe("a\\u{202e}b\\u{200b}\\u{feff}\\u{2028}\\u{d800}");
  const plain = "GET /items?q=%20 – 預檢 プリフライト ✓ é 👍";
  expect(visible(plain)).toBe(plain);
});

test("JSON says the same, and is JSON", () => {
  const value = { "\u009b": "\u001b\u202e\u{e0001}\u2028\ud800", text: "預檢" };
  const text = visibleJson(value);
  expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  expect(JSON.parse(text)).toEqual(value);
});

test("whatever is put on a sheet is one line, coloured or not", () => {
  for (const isColoured of [false, true]) {
    const text = String(new Sheet(isColoured).line([["a\u001b[31m\nb", "bad"], "\r"]));
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text).toContain("a\\x1b[31m\\x0ab");
  }
});
