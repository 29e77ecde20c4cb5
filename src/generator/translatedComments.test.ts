import { describe, expect, test } from "vitest";
import type { ShownText } from "./shown.ts";
import { ROOM, translateComments, translateShown } from "./translatedComments.ts";
import { columnsOf } from "./wrapText.ts";

const ja = (translations: Record<string, string>) => ({ language: "ja", translations });
const long = "どのレスポンスにも付ける。ないと、あるオリジン向けのレスポンスをキャッシュが別のオリジンに渡す。";

describe("comments in another language", () => {
  test("stand where they stood, in as many lines as they need", () => {
    const text = "a();\n  // On every\n  // answer.\nb(); // exact\n";
    const translated = translateComments(text, "a.js", ja({ "On every answer.": long, exact: "完全一致" }));
    const [first, second, third, ...rest] = translated.split("\n");
    expect([first, ...rest]).toEqual(["a();", "b(); // 完全一致", ""]);
    expect([second, third].map((line) => line?.slice(0, 5))).toEqual(["  // ", "  // "]);
    expect(`${second?.slice(5)}${third?.slice(5)}`).toBe(long);
    expect(Math.max(...translated.split("\n").map(columnsOf))).toBeLessThanOrEqual(ROOM);
  });

  test("keep the form that may go over lines", () => {
    expect(translateComments("  /** Says. */\n", "a.ts", ja({ "Says.": long }))).toMatch(
      /^ {2}\/\*\*\n {3}\* .*\n {3}\* .*\n {3}\*\/\n$/,
    );
    expect(translateComments("<!-- Says. -->\n", "a.xml", ja({ "Says.": long }))).toMatch(/^<!-- .*\n {5}.* -->\n$/);
  });

  test("without a translation stay English, and are broken where a page has no room for them", () => {
    const wide = "On every answer, or a cache hands the answer of one origin to another one, which may not read it.";
    const lines = translateComments(`# ${wide}\n# Short.\n`, "a.py", ja({})).trimEnd().split("\n");
    expect(lines.length).toBe(2);
    expect(lines.filter((line) => line.length > ROOM)).toEqual([]);
    expect(lines.map((line) => line.slice(2)).join(" ")).toBe(`${wide} Short.`);
    expect(translateComments("# Short,\n# as it was broken.\n", "a.py", ja({}))).toBe(
      "# Short,\n# as it was broken.\n",
    );
  });
});

describe("of a text with slots", () => {
  const shown = (text: string, slotText: string): ShownText => ({
    text,
    placed: [
      {
        slot: { value: "maxAge", text: slotText },
        original: slotText,
        start: text.lastIndexOf(slotText),
        end: text.lastIndexOf(slotText) + slotText.length,
      },
    ],
  });

  test("the slots move with the code", () => {
    const { text, placed } = translateShown(
      shown("// Ten minutes.\nage(600);\n", "600"),
      "a.js",
      ja({ "Ten minutes.": "10分" }),
    );
    expect(text).toBe("// 10分\nage(600);\n");
    expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual(["600"]);
  });

  test("a slot in a comment is refused", () => {
    expect(() => translateShown(shown("// 600 seconds\n", "600"), "a.js", ja({ "600 seconds": "600秒" }))).toThrow(
      'The slot for maxAge, "600", is also in the comment "// 600 seconds".',
    );
  });
});
