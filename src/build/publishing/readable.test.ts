import { expect, test } from "vitest";
import { render } from "../../../tests/support/markdown.ts";
import { asMarkdown } from "./markdown.ts";
import { readable } from "./readable.ts";

/** What the Markdown twin of a page has of a text. */
async function twinOf(text: string): Promise<string> {
  return asMarkdown(readable(await render(text), "https://a.example/ja/")).trim();
}

test.each([
  [":::warning[題]\n文\n:::", "**警告：題**\n\n文"],
  ["> [!NOTE]\n> 文", "**補足**\n\n文"],
  ["==標記==の{漢字|かんじ}", "*標記*の漢字（かんじ）"],
  ["面積は$a_1$。", "面積は`a_1`。"],
  ["$$\\frac{a}{b}$$", "`\\frac{a}{b}`"],
  [
    '```mermaid title="題"\nflowchart LR\n  A[甲] --> B[乙]\n```',
    "```mermaid\nflowchart LR\n  A[甲] --> B[乙]\n```\n\n題",
  ],
  [
    ":::code-group\n```sh [npm]\nnpm ci\n```\n\n```sh [pnpm]\npnpm i\n```\n:::",
    "npm\n\nbash, zsh\n\n```\nnpm ci\n```\n\npnpm",
  ],
  [":::details[題]\n文\n:::", "題\n\n文"],
  ['![圖](/a.png "題")', "![圖](https://a.example/a.png)\n\n題"],
])("a reader elsewhere has all of %j", async (text, markdown) => {
  expect(await twinOf(text)).toContain(markdown);
});

test("definition lists keep their terms and what they mean", async () => {
  const twin = await twinOf("詞\n: 意味");
  expect(twin).toContain("詞");
  expect(twin).toContain("意味");
});
