import { describe, expect, test } from "vitest";
import { render } from "../../tests/support/markdown.ts";

describe("what is a mark elsewhere and none here is refused with its line and what to write", () => {
  test.each([
    ["::: warning 注意\n文\n:::", "::: warning 注意", "Write :::warning[注意]"],
    [":::warning 注意\n文\n:::", "注意", "Write :::warning[Title]"],
    [":::note{#id}\n文\n:::", "{#id}", "Write :::note[Title]"],
    [":::notes\n文\n:::", ":::notes", 'Did you mean "note"?'],
    [":::tip\n文\n", ":::tip", "Write ::: on a line of its own"],
    [":::code-group\n文\n:::", "code-group", "```js [server.js]"],
    ['::video[x]{id="y"}', "::video", "component"],
    ["!!! note\n", "!!! note", ":::note[Title]"],
    ["> [!NOTES]\n> 文", "[!NOTES]", "[!NOTE]"],
    ['=== "npm"\n', '=== "npm"', ":::code-group"],
    ["[[toc]]", "[[toc]]", "by itself"],
    ["[TOC]", "[TOC]", "by itself"],
    ["$$ a\n+b $$", "$$ a", "on a line of its own"],
    ["$\\frac{a$", "\\frac{a", "Mend its TeX"],
    ["$\\color{red}x$", "\\color", "Mend its TeX"],
    ["文^[註]。", "^[註]", "[^1]"],
    ["## 題 \\{#id}", "\\{#id}", "{#short-id}"],
    ["## 題 {\\#id}", "{\\#id}", "{#short-id}"],
    ["## 題 {#id} ##", "{#id} ##", "{#short-id}"],
    ["文[^none]。", "[^none]", "[^1]"],
    ["![圖](50%.png)", "50%.png", "%25"],
  ])("%j", async (text, shown, hint) => {
    const failing = render(`文\n\n${text}\n`);
    await expect(failing).rejects.toThrow("content/guides/a-guide/ja.md:3\n");
    await expect(failing).rejects.toThrow(shown);
    await expect(failing).rejects.toThrow(hint);
  });

  test("an aside that ends with the one within it", async () => {
    const failing = render(":::note\n:::tip\na\n:::\nb\n:::\n");
    await expect(failing).rejects.toThrow("ja.md:6\n");
    await expect(failing).rejects.toThrow("more colons than they have: ::::note");
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
    ["比例 16:9，10:30 開始，guide:x、a:b[c]", "比例 16:9，10:30 開始，guide:x、a:b[c]"],
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
