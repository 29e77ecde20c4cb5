import { type MarkdownToHtmlResult, markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { cjk, prepare } from "./cjk.ts";

/** Processor time, in microseconds: other processes do not count. */
function cost(text: string): number {
  const before = process.cpuUsage();
  (markdownToHtml(prepare(text), { mdastPlugins: [cjk] }) as MarkdownToHtmlResult).html;
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const line = "今天天氣真好，我們去散步吧。天地玄黃宇宙洪荒\n";

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
  cost(text(1));
  const least = (n: number) => Math.min(...[1, 2, 3].map(() => cost(text(n))));
  expect(least(8) / Math.max(least(1), 2000)).toBeLessThan(24);
});
