import { describe, expect, test } from "vitest";
import { render } from "../../tests/support/markdown.ts";

/** Without the line ends that the engine leaves between blocks. */
const flat = async (text: string, file?: string) => (await render(text, file)).replace(/>\n+/g, ">").trim();
const kinds = ["ja.md", "ja.mdx"] as const;

describe.each(kinds)("in %s", (file) => {
  test.each([
    [":::note\n文\n:::", '<div class="aside" role="note"><b>補足</b><p>文</p></div>'],
    [":::tip[題 `x`]\n文\n:::", '<div class="aside" role="note"><b>題 <code>x</code></b><p>文</p></div>'],
    [":::warning[題]\n文\n:::", '<div class="aside" role="note"><b>警告：題</b><p>文</p></div>'],
    [":::note[**「題」**の==題==]\n文\n:::", '<b><strong>「題」</strong>の<mark class="marked">題</mark></b>'],
    ["> [!NOTE]\n> 文", '<div class="aside" role="note"><b>補足</b><p>文</p></div>'],
    ["> [!note] 題\n> 文\n> 文", '<div class="aside" role="note"><b>題</b><p>文文</p></div>'],
    ["> [!CAUTION]\n>\n> - 文", "<b>注意</b><ul><li>文</li></ul></div>"],
    ["> 文\n> [!NOTE]", "<blockquote>"],
    [
      "::::note\n:::danger\n文\n:::\n\n後\n::::",
      '<b>補足</b><div class="aside" role="note"><b>危険</b><p>文</p></div><p>後</p></div>',
    ],
    ["- 項\n\n  :::tip\n  文\n  :::", '<li><p>項</p><div class="aside" role="note"><b>ヒント</b><p>文</p></div></li>'],
    [":::details[続き]\n文\n:::", '<details class="opened"><summary>続き</summary><p>文</p></details>'],
    [":::note\n```js\na\n```\n\n| 甲 |\n|---|\n| 乙 |\n:::", "<td>乙</td>"],
  ])("an aside: %j", async (text, html) => {
    expect(await flat(text, file)).toContain(html);
  });

  test.each([
    ["これは==標記==。", 'これは<mark class="marked">標記</mark>。'],
    ["「==標記==」、==次==", '「<mark class="marked">標記</mark>」、<mark class="marked">次</mark>'],
    ["**「==強調==」**字", '<strong>「<mark class="marked">強調</mark>」</strong>字'],
    ["==**粗**と`x`==", '<mark class="marked"><strong>粗</strong>と<code>x</code></mark>'],
    ["==文\n文==", '<mark class="marked">文文</mark>'],
    ["| 甲 |\n|---|\n| ==乙== |", '<td><mark class="marked">乙</mark></td>'],
    ["a == b、c == d", "a == b、c == d"],
    ["`==x==`と\\==x==", "<code>==x==</code>と==x=="],
    ["a==b", "a==b"],
    ["===x===", "===x==="],
  ])("a highlight: %j", async (text, html) => {
    expect(await flat(text, file)).toContain(html);
  });

  test.each([
    ["{漢字|かんじ}の", "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>の"],
    [
      "（{漢字|かん|じ}）。",
      "（<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>）。",
    ],
    ["{3月|さんがつ}、{CORS|コルス}", "<ruby>CORS<rp>（</rp><rt>コルス</rt><rp>）</rp></ruby>"],
    ["{預檢|ㄩˋ|ㄐㄧㄢˇ}", "<rt>ㄐㄧㄢˇ</rt>"],
    ["**{漢字|かんじ}**の**「{次|つぎ}」**文", "</ruby></strong>の<strong>「<ruby>次"],
    ["文\n{漢字|かんじ}\n文", "<p>文<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>文</p>"],
    ["| 甲 |\n|---|\n| {乙|おつ} |", "<td><ruby>乙"],
    ["## {題|だい} {#id}", '<h2 id="id"><a href="#id"><ruby>題'],
    ["`{漢字|かんじ}`", "<code>{漢字|かんじ}</code>"],
    ["```text\n{漢字|かんじ} ==x== $5 a:b[c]\n```", "{漢字|かんじ} ==x== $5 a:b[c]"],
  ])("ruby: %j", async (text, html) => {
    expect(await flat(text, file)).toContain(html);
  });

  test.each([
    [
      "詞\n: 意味。**「一」**の\n: 二",
      '<dl class="defined"><dt>詞</dt><dd>意味。<strong>「一」</strong>の</dd><dd>二</dd></dl>',
    ],
    ["詞の\n文\n\n:   一\n\n    二", "<dt>文</dt>"],
    ["時刻: 10:30", "<p>時刻: 10:30</p>"],
  ])("a definition list: %j", async (text, html) => {
    const found = await flat(text, file);
    if (html === "<dt>文</dt>") expect(found).toMatch(/<dt>[^<]*文<\/dt><dd><p>一<\/p><p>二<\/p><\/dd>/);
    else expect(found).toContain(html);
  });

  test.each([
    ["面積は$a_1$。", "は<math><semantics><msub><mi>a</mi><mn>1</mn></msub>"],
    ["「$x*y*z$」", "<mi>x</mi><mo>∗</mo><mi>y</mi><mo>∗</mo><mi>z</mi>"],
    ["$$\\frac{a}{b}$$", '<div class="formula" tabindex="0"><math display="block"'],
    ["$$\na+b\n$$", '<div class="formula" tabindex="0"><math display="block"'],
    ["```math\na+b\n```", '<div class="formula" tabindex="0"><math display="block"'],
    ["$\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}$", "<mtable>"],
    ["$a_1$", '<annotation encoding="application/x-tex">a_1</annotation>'],
    ["$5 と $6、US$5", "$5 と $6、US$5"],
    ["$HOME/bin:$PATH、`$x$`、\\$y$", "$HOME/bin:$PATH、<code>$x$</code>、$y$"],
  ])("a formula: %j", async (text, html) => {
    const found = await flat(text, file);
    expect(found).toContain(html);
    expect(found).not.toContain("style=");
  });

  test("blocks of code side by side are radio buttons of one group, the first chosen, each called once", async () => {
    const group = ':::code-group\n```sh [npm]\nnpm ci\n```\n\n```sh title="pnpm.sh"\npnpm i\n```\n:::\n';
    const html = await flat(`${group}\n${group}`, file);
    const names = [...html.matchAll(/<input type="radio" name="([^"]*)"( checked)?>([^<]*)<\/label>/g)];
    expect(names.map(([, name, checked, word]) => [name, checked !== undefined, word])).toEqual([
      ["tabs-1", true, "npm"],
      ["tabs-1", false, "pnpm.sh"],
      ["tabs-2", true, "npm"],
      ["tabs-2", false, "pnpm.sh"],
    ]);
    expect(html).toContain('role="radiogroup" aria-label="どれか1つ"');
    expect(html).not.toContain("<b>npm</b>");
  });

  test("a code block's lines are marked in the ways of other generators", async () => {
    const lines = async (text: string) =>
      [...(await flat(text, file)).matchAll(/<span class="(l[^"]*)">(?:<[^>]*>)?(\w)/g)].map(
        ([, name, line]) => `${line}:${name}`,
      );
    expect(await lines("```js{1,3}\na\nb\nc\n```")).toEqual(["a:l hl", "b:l", "c:l hl"]);
    expect(await lines("```js ins={1} rm={2} highlight={3}\na\nb\nc\n```")).toEqual(["a:l add", "b:l del", "c:l hl"]);
    expect(await lines("```js\na // [!code ++]\nb // [!code --]\n// [!code highlight:2]\nc\nd\ne\n```")).toEqual([
      "a:l add",
      "b:l del",
      "c:l hl",
      "d:l hl",
      "e:l",
    ]);
    expect(await flat("```py\nx = 1  # [!code ++]\n```", file)).not.toContain("[!code");
    expect(await flat("```ts:line-numbers [a.ts]\nx\n```", file)).toMatch(/<b>a\.ts<\/b>.*<pre class="numbered">/s);
  });
});

test("the words of asides are the document's", async () => {
  expect(await flat(":::warning[Hot]\nx\n:::", "en.md")).toContain("<b>Warning: Hot</b>");
  expect(await flat("> [!TIP]\n> x", "zh-TW.md")).toContain("<b>訣竅</b>");
});

test("a picture alone with a title has a caption; one within a text has none", async () => {
  expect(await flat('![圖](/a.png "題「x」")')).toBe(
    '<figure><img src="/a.png" alt="圖"><figcaption>題「x」</figcaption></figure>',
  );
  expect(await flat('文 ![圖](/a.png "題")')).toContain('title="題"');
});

test("a footnote's words are the document's, and lead back", async () => {
  const html = await flat("文[^1]。\n\n[^1]: 註。", "zh-TW.md");
  expect(html).toContain('class="hidden">註腳</p>');
  expect(html).toContain('aria-label="回到註腳 1 在內文的位置"');
});

test("an example is shown as it is written, and as it comes out", async () => {
  const html = await render("````mdx example\n:::note\n==文==\n\n```js\na // [!code ++]\n```\n:::\n````", "ja.mdx");
  const [source = "", shown = ""] = html.split('<div class="shown prose">');
  expect(source.replace(/<[^>]*>/g, "")).toContain(":::note\n==文==\n\n```js\na // [!code ++]\n```\n:::");
  expect(shown).toContain('<div class="aside" role="note"><b>補足</b><p><mark class="marked">文</mark></p>');
  expect(shown).toContain('<span class="l add">a</span>');
});

test("the box of a task says in the document's language whether it is done", async () => {
  for (const file of ["ja.md", "ja.mdx"]) {
    const html = await flat("- [x] 甲\n- [ ] 乙", file);
    expect(
      [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label),
      file,
    ).toEqual(["完了", "未完了"]);
  }
});
