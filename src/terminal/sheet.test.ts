import { describe, expect, test } from "vitest";
import { columnsOf } from "../generator/wrapText.ts";
import { Sheet, wordsOf } from "./sheet.ts";

const long = {
  en: "Put the origin on the list, and add the header to both responses, the preflight and the actual one.",
  ja: "許可リストにオリジンを追加し、プリフライトと本リクエストの両方のレスポンスに`Access-Control-Allow-Origin`を付けます。",
  "zh-TW": "把來源加進清單，並在兩個回應（預檢和實際請求）都加上 `Access-Control-Allow-Origin` 標頭，快取也要清掉。",
} as const;

describe.each(["en", "ja", "zh-TW"] as const)("in %s", (language) => {
  test("no line is wider than the terminal, nothing is lost, and each goes on where it began", () => {
    for (const columns of [40, 60, 80]) {
      const sheet = new Sheet(false, { columns, language }).line(wordsOf(long[language]), 2);
      const lines = sheet.toString().trimEnd().split("\n");
      expect(lines.length).toBeGreaterThan(1);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
      for (const line of lines) expect(line).toMatch(/^ {2}[^\s、。，）」]/);
      const joined = lines.join("").replace(/\s/g, "");
      expect(joined).toBe(long[language].replaceAll("`", "").replace(/\s/g, ""));
    }
  });

  test("in a pipe it is one line", () => {
    expect(new Sheet(false).line(wordsOf(long[language]), 2).toString().split("\n")).toHaveLength(2);
  });
});

test("what stands beside a sign goes on beside it, and keeps its colour", () => {
  const sheet = new Sheet(true, { columns: 40, language: "en" });
  sheet.line([["✗ ", "bad"], "A word and then ", ["some code that is as long as this", "code"]]);
  expect(sheet.toString()).toBe(
    "\u001b[31m✗ \u001b[0mA word and then \u001b[36msome code that is as\u001b[0m\n  \u001b[36mlong as this\u001b[0m\n",
  );
});

test("code stands as it is, however long, and so does a word that nothing can break", () => {
  const code = `app.use(${"x".repeat(100)}, y);`;
  expect(new Sheet(false, { columns: 40, language: "en" }).block(code).toString()).toBe(`  ${code}\n`);
  const url = `https://api.example.com/${"a/".repeat(40)}`;
  expect(new Sheet(false, { columns: 40, language: "en" }).line([`More: ${url}`]).toString()).toContain(url);
});

test("of what a server sent nothing comes through as it is, on whichever line", () => {
  const sent = `${"\u001b[2J ".repeat(30)}\u202e`;
  const text = new Sheet(false, { columns: 40, language: "en" }).line([sent]).toString();
  expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  expect(text.match(/\\x1b\[2J/g)).toHaveLength(30);
});
