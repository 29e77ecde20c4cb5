import { expect, test } from "vitest";
import { columnsOf, wrapText } from "./wrapText.ts";

test("a Chinese or Japanese character takes two columns", () => {
  expect(columnsOf("a預檢、b")).toBe(8);
});

test.each([
  ["en", "One two three four", 9, ["One two", "three", "four"]],
  ["zh-TW", "預檢請求不帶 token，要先回應。", 16, ["預檢請求不帶", "token，要先", "回應。"]],
  [
    "ja",
    "ヘッダーを付ける。Expressは「登録順」に動く。",
    18,
    ["ヘッダーを付ける。", "Expressは「登録", "順」に動く。"],
  ],
])("%s: lines end between words, and no mark stands on the wrong side", (language, text, columns, expected) => {
  expect(wrapText(text, columns, language)).toEqual(expected);
});

test("what cannot be broken stays whole", () => {
  expect(wrapText("a Access-Control-Allow-Origin b", 10, "en")).toEqual(["a", "Access-Control-Allow-Origin", "b"]);
});
