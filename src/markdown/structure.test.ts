import { describe, expect, test } from "vitest";
import { listHeadings, render } from "../../tests/support/markdown.ts";

const kinds = ["md", "mdx"];

describe.each(kinds)("in .%s", (kind) => {
  test("cells are aligned by classes", async () => {
    const html = await render("| 左 | 中 | 右 | 無 |\n|:--|:-:|--:|---|\n| 一 | 二 | 三 | 四 |", `ja.${kind}`);
    expect(html).not.toContain("style=");
    for (const cell of ["th", "td"])
      for (const side of ["left", "center", "right"]) expect(html).toContain(`<${cell} class="to-${side}">`);
  });

  test.each([
    ["zh-TW", "註腳", "回到註腳 1 在內文的位置"],
    ["ja", "脚注", "本文の注 1 に戻る"],
    ["en", "Footnotes", "Back to the reference to note 1"],
  ])("footnotes speak %s, and are no heading", async (language, label, back) => {
    const html = await render("句[^f]。\n\n[^f]: 註", `${language}.${kind}`);
    expect(html).toMatch(new RegExp(`<p [^>]*id="footnote-label"[^>]*>${label}</p>`));
    expect(html).toContain(`aria-label="${back}"`);
    expect(html).not.toContain("<h2");
  });

  test("a heading keeps its links, and links to itself beside them", async () => {
    const html = await render("### [手冊](https://site.example/) 摘要 {#summary}", `ja.${kind}`);
    expect(html.trim()).toBe(
      '<h3 id="summary"><a href="https://site.example/">手冊</a><a href="#summary"> 摘要</a></h3>',
    );
  });

  test("no id is given twice, none is empty, and a footnote's number is in none", async () => {
    const html = await render(
      "## b\n\n## 甲 {#b}\n\n## b\n\n## 「」\n\n## 標題[^1]\n\n標題\n---\n\n[^1]: 註",
      `ja.${kind}`,
    );
    expect([...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      "b-1",
      "b",
      "b-2",
      "section",
      "標題",
      "標題-1",
    ]);
  });

  test("what lists the headings has their words, without marks and footnotes' numbers", async () => {
    const text = "## **「標」**題[^1] {#a}\n\n### [^1] 約10~20個 {#b}\n\n[^1]: 註";
    expect((await listHeadings(text, `ja.${kind}`)).map(({ slug, text }) => [slug, text.trim()])).toEqual([
      ["a", "「標」題"],
      ["b", "約10~20個"],
    ]);
    expect(await render(text, `ja.${kind}`)).toMatch(
      /<h2 id="a"><a href="#a"><strong>「標」<\/strong>題<\/a>.*>1<\/a><\/sup><\/h2>/,
    );
  });

  test("a link's definition leads within the site, or fails", async () => {
    expect(await render("[表][c]\n\n[c]: page:checker", `ja.${kind}`)).toContain('href="/ja/checker/"');
    await expect(render("[表][c]\n\n[c]: guide:none", `ja.${kind}`)).rejects.toThrow(
      `ja.${kind}:3\n  The link "guide:none" leads to a guide that does not exist.`,
    );
  });
});
