import { type MarkdownToHtmlResult, markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { parseBody } from "../content/bodyTree.ts";
import { markdownFeatures } from "../content/markdownFeatures.ts";
import { readCodeMeta, readCodeNotes } from "../content/notation/codeMeta.ts";
import { cjk, prepare } from "./cjk.ts";
import { mdastPlugins } from "./plugins.ts";

/** Processor time, in microseconds: other processes do not count. */
function cost(text: string, read: (text: string) => unknown): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const line = "今天天氣真好，我們去散步吧。天地玄黃宇宙洪荒\n";

const asRendered = (text: string) =>
  (markdownToHtml(prepare(text), { mdastPlugins: [cjk] }) as MarkdownToHtmlResult).html;

/** With our own marks, as the renderer reads them, and the checks. */
const withMarks = (text: string) => {
  const file = new URL("ja.md", import.meta.url);
  markdownToHtml(prepare(text), { features: markdownFeatures, fileURL: file, mdastPlugins });
  return parseBody(text, "ja.md");
};

// Eight times the text costs eight times as much, or 64 times where time grows with its square.
test.each([
  ["lines of one paragraph", (n: number) => line.repeat(n * 400)],
  ["lines beside emphasis", (n: number) => `**「中」**文${line.repeat(n * 400)}**x`],
  [
    "lines of links, code and emphasis",
    (n: number) => "見 [連結](https://a.example/)，**「強調」**字 `x` 後 *斜* 完。\n".repeat(n * 100),
  ],
  ["spaces within a line", (n: number) => `中${" ".repeat(n * 20_000)}中**「x」**`],
  ["marks that nothing closes", (n: number) => "*a **b ".repeat(n * 500)],
  ["marks of two kinds in turn", (n: number) => "*_".repeat(n * 1000)],
  ["bare URLs", (n: number) => `x https://a.example/${"x".repeat(n * 10_000)}，`],
])("reading takes time in proportion to %s", (_name, text) => {
  expectLinear(text, asRendered);
});

test.each([
  ["highlights", (n: number) => "==甲==、乙== ==丙\n".repeat(n * 100)],
  ["marks of highlights that nothing closes", (n: number) => "==甲 ".repeat(n * 500)],
  ["ruby", (n: number) => "{漢字|かんじ}の".repeat(n * 200)],
  ["braces that nothing closes", (n: number) => "{漢|".repeat(n * 2000)],
  ["formulas", (n: number) => "$a_1$と".repeat(n * 200)],
  ["dollars in one line", (n: number) => "$a `$ ".repeat(n * 1000)],
  ["asides", (n: number) => ":::note[題]\n文\n:::\n\n> [!TIP]\n> 文\n\n".repeat(n * 50)],
  ["colons", (n: number) => "a:b:c ".repeat(n * 500)],
  ["definition lists", (n: number) => "詞\n: 文\n\n".repeat(n * 100)],
])("our own marks take time in proportion to %s", (_name, text) => {
  expectLinear(text, withMarks);
});

test.each([
  ["an info string", (n: number) => readCodeMeta('title="a" {1,2} x=[ '.repeat(n * 500))],
  ["spaces before a note", (n: number) => readCodeNotes(`x${" ".repeat(n * 20_000)}[!code ++]`, "js")],
  ["notes", (n: number) => readCodeNotes("x // [!code ++]\n".repeat(n * 500), "js")],
])("what is said of code takes time in proportion to %s", (_name, read) => {
  expectLinear(String, (n) => read(Number(n)));
});

function expectLinear(text: (n: number) => string, read: (text: string) => unknown): void {
  cost(text(1), read);
  const least = (n: number) => Math.min(...[1, 2, 3].map(() => cost(text(n), read)));
  expect(least(8) / Math.max(least(1), 2000)).toBeLessThan(24);
}
