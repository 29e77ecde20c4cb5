import { markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { splitBareUrl } from "./cjk.ts";
import { mdastPlugins } from "./plugins.ts";

/** Renders a paragraph as the site does. @returns the paragraph's inner HTML */
function render(markdown: string): string {
  const { html } = markdownToHtml(markdown, {
    features: { headingAttributes: true, smartPunctuation: false },
    mdastPlugins,
    fileURL: new URL("file:///content/guides/a-guide/ja.mdx"),
  });
  return html.trim().replace(/^<p>(.*)<\/p>$/s, "$1");
}

describe("emphasis beside CJK punctuation", () => {
  test.each([
    ["**この文は太字になります。**この文のせいで。", "<strong>この文は太字になります。</strong>この文のせいで。"],
    ["**真，**她說", "<strong>真，</strong>她說"],
    ["**「強調」**テキスト", "<strong>「強調」</strong>テキスト"],
    ["他說**「不要」**，然後", "他說<strong>「不要」</strong>，然後"],
    ["前**（括號）**後", "前<strong>（括號）</strong>後"],
    ["*「傍点」*テキスト", "<em>「傍点」</em>テキスト"],
    ["***「両方」***テキスト", "<em><strong>「両方」</strong></em>テキスト"],
    ["~~……）。~~次", "<del>……）。</del>次"],
    ["**全形！**Latin", "<strong>全形！</strong>Latin"],
  ])("%s", (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  test.each([
    ["**「甲」**與**「乙」**", "<strong>「甲」</strong>與<strong>「乙」</strong>"],
    ["**「甲」**與**「乙」**，~~「丙」~~後", "<strong>「甲」</strong>與<strong>「乙」</strong>，<del>「丙」</del>後"],
    ["*「一」*と*「二」*、", "<em>「一」</em>と<em>「二」</em>、"],
    ["中**「甲」**與**乙**", "中<strong>「甲」</strong>與<strong>乙</strong>"],
  ])("two in one line do not become one: %s", (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });
});

describe("emphasis around code, links and other emphasis", () => {
  test.each([
    ["**`OPTIONS`**的後面", "<strong><code>OPTIONS</code></strong>的後面"],
    ["這**「`OPTIONS`」**那", "這<strong>「<code>OPTIONS</code>」</strong>那"],
    ["**參照（`x`）**は", "<strong>參照（<code>x</code>）</strong>は"],
    ["前**[連結](https://a.example/)**後", '前<strong><a href="https://a.example/">連結</a></strong>後'],
    ["**含[連結「」](https://a.example/)，**後", '<strong>含<a href="https://a.example/">連結「」</a>，</strong>後'],
    ["[**「粗」**體](https://a.example/)", '<a href="https://a.example/"><strong>「粗」</strong>體</a>'],
    [
      "**「外」**和[**「內」**裡](https://a.example/)",
      '<strong>「外」</strong>和<a href="https://a.example/"><strong>「內」</strong>裡</a>',
    ],
    ["**「外~~「內」~~外」**後", "<strong>「外<del>「內」</del>外」</strong>後"],
    ["**a *b* c「」**文", "<strong>a <em>b</em> c「」</strong>文"],
    ["*a **b***「」**文**", "<em>a <strong>b</strong></em>「」<strong>文</strong>"],
  ])("%s", (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  test("in headings, table cells and list items", () => {
    expect(render("## **「標」**題 {#id}")).toBe('<h2 id="id"><strong>「標」</strong>題</h2>');
    expect(render("| a |\n|---|\n| **「粗」**體 |")).toContain("<td><strong>「粗」</strong>體</td>");
    expect(render("- **「粗」**體")).toContain("<li><strong>「粗」</strong>體</li>");
  });
});

describe("what is no emphasis stays as it is", () => {
  test.each([
    ["`**「碼」**字`", "<code>**「碼」**字</code>"],
    ["2 ** 3 ** 4", "2 ** 3 ** 4"],
    ["2 ** 3 **「四」**五", "2 ** 3 <strong>「四」</strong>五"],
    ["**只有開頭。", "**只有開頭。"],
    ["回傳 *，而不是 *。", "回傳 *，而不是 *。"],
    ["*a*b**c**", "<em>a</em>b<strong>c</strong>"],
  ])("%s", (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  test("a code block", () => {
    expect(render("```\n**「碼」**字，\n下一行\n```")).toContain("**「碼」**字，\n下一行");
  });
});

describe("a bare URL ends before CJK punctuation", () => {
  test.each(["，謝謝", "。次", "「引用」", "、と", "）", "！", "；", "：", "】"])("before %s", (rest) => {
    expect(render(`見 https://example.com/a?b=c${rest}`)).toBe(
      `見 <a href="https://example.com/a?b=c">https://example.com/a?b=c</a>${rest}`,
    );
  });

  test("and not before CJK letters, which may be its own", () => {
    expect(render("https://example.com/標頭 後")).toContain(">https://example.com/標頭</a> 後");
    expect(splitBareUrl("https://example.com/標頭")).toBeNull();
  });

  test("within emphasis", () => {
    expect(render("中**見 https://a.example/，**中")).toBe(
      '中<strong>見 <a href="https://a.example/">https://a.example/</a>，</strong>中',
    );
  });

  test("a link with a text of its own keeps its URL", () => {
    expect(render("[文字](https://example.com/a，b)")).toMatch(
      /^<a href="https:\/\/example\.com\/a(，|%EF%BC%8C)b">文字<\/a>$/,
    );
  });
});

describe("a line end within a paragraph", () => {
  test.each([
    ["一行\n二行", "一行二行"],
    ["カタ\nカナ", "カタカナ"],
    ["中文、\n「文」", "中文、「文」"],
    ["中文**粗**\n中文", "中文<strong>粗</strong>中文"],
    ["中文\n**粗體**中文", "中文<strong>粗體</strong>中文"],
    ["**「一\n二」**三", "<strong>「一二」</strong>三"],
    ["**粗體。**\n**「另」**中", "<strong>粗體。</strong><strong>「另」</strong>中"],
  ])("goes between two CJK characters: %j", (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  test.each(["中文\nword", "word\n中文", "one\ntwo", "한국어\n한국어"])(
    "stays, as the space that it shows as, in %j",
    (markdown) => {
      expect(render(markdown)).toBe(markdown);
    },
  );

  test("stays where the author asked for it", () => {
    expect(render("中文\\\n中文")).toMatch(/^中文<br ?\/?>\n中文$/);
    expect(render("中文  \n中文")).toMatch(/^中文<br ?\/?>\n中文$/);
  });

  test("goes in list items and quotations too", () => {
    expect(render("- 項目一\n  續行")).toContain("<li>項目一續行</li>");
    expect(render("> 引用\n> 續行")).toContain("<p>引用續行</p>");
  });
});
