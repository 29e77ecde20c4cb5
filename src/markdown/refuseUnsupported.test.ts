import { describe, expect, test } from "vitest";
import { render } from "../../tests/support/markdown.ts";

describe("what is a mark elsewhere and none here is refused with its line and what to write", () => {
  test.each([
    [":::note\n小心燙口\n:::", ":::note", "<Note>"],
    ["::: warning 注意\n文\n:::", "::: warning 注意", "<Note>"],
    [":::tip[秘訣]\n\n多喝水\n\n:::", ":::tip[秘訣]", "<Note>"],
    ['::video[x]{id="y"}', "::video", "component"],
    ["!!! note\n", "!!! note", "<Note>"],
    ["> [!NOTE]\n> 文", "[!NOTE]", "<Note>"],
    ["> [!warning] 題\n> 文", "[!warning]", "<Note>"],
    ['=== "npm"\n', '=== "npm"', "heading"],
    ["[[toc]]", "[[toc]]", "by itself"],
    ["[TOC]", "[TOC]", "by itself"],
    ["這是==重點==。", "==重點==", "<mark>"],
    ["面積是$a_1$。", "$a_1$", "`code`"],
    ["面積是 $x*y*z$ 吧", "$x*y*z$", "`code`"],
    ["$$a+b$$", "$$a+b$$", "`code`"],
    ["文^[註]。", "^[註]", "[^1]"],
    ["## 題 \\{#id}", "\\{#id}", "{#short-id}"],
    ["## 題 {\\#id}", "{\\#id}", "{#short-id}"],
    ["## 題 {#id} ##", "{#id} ##", "{#short-id}"],
    ["文[^none]。", "[^none]", "[^1]"],
    ["{漢字|かんじ}", "{漢字|かんじ}", "<ruby>"],
    ["![圖](50%.png)", "50%.png", "%25"],
  ])("%j", async (text, shown, hint) => {
    const failing = render(`文\n\n${text}\n`);
    await expect(failing).rejects.toThrow("content/guides/a-guide/ja.md:3\n");
    await expect(failing).rejects.toThrow(shown);
    await expect(failing).rejects.toThrow(hint);
  });

  test.each([
    ["看 {id} 吧", "{id} is JavaScript", "Write \\{ and \\}"],
    ["{id}", "{id} is JavaScript", "Write \\{ and \\}"],
  ])("in MDX: %j", async (text, what, hint) => {
    const failing = render(`文\n\n${text}\n`, "ja.mdx");
    await expect(failing).rejects.toThrow(`content/guides/a-guide/ja.mdx:3\n  ${what}`);
    await expect(failing).rejects.toThrow(hint);
  });
});

describe("what only looks like one is text", () => {
  test.each([
    ["`:::note`、`$x$`、`==x==`、`[[toc]]`", "<code>$x$</code>"],
    ["```text\n:::note\n$x$ ==y==\n```", "$x$ ==y=="],
    ["\\:::note", ":::note"],
    ["\\$x\\$ 與 \\==x==", "$x$ 與 ==x=="],
    ["要 $5 或 $6，US$5、US$6", "$5 或 $6，US$5、US$6"],
    ["$HOME/bin:$PATH", "$HOME/bin:$PATH"],
    ["a == b && b == c", "a == b"],
    ["std::vector と a::b", "std::vector"],
    ["\\[!NOTE]", "[!NOTE]"],
  ])("%j", async (text, html) => {
    expect(await render(text)).toContain(html);
  });

  test("and comments and components that are there pass in MDX", async () => {
    expect(await render("{/* later */}\n\n<Note>\n\n文\n\n</Note>\n\n\\{id\\}", "ja.mdx")).toContain("{id}");
  });
});
