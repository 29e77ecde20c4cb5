import { describe, expect, test } from "vitest";
import { render as renderDocument } from "../../tests/support/markdown.ts";

/** Renders a paragraph as the site does. @returns the paragraph's inner HTML */
async function render(markdown: string, file = "ja.md"): Promise<string> {
  const html = await renderDocument(markdown, file);
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
  ])("%s", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  test.each([
    ["**「甲」**與**「乙」**", "<strong>「甲」</strong>與<strong>「乙」</strong>"],
    ["**「甲」**與**「乙」**，~~「丙」~~後", "<strong>「甲」</strong>與<strong>「乙」</strong>，<del>「丙」</del>後"],
    ["*「一」*と*「二」*、", "<em>「一」</em>と<em>「二」</em>、"],
    ["中**「甲」**與**乙**", "中<strong>「甲」</strong>與<strong>乙</strong>"],
  ])("two in one line do not become one: %s", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
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
  ])("%s", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  test("in headings, table cells and list items", async () => {
    expect(await render("## **「標」**題 {#id}")).toBe('<h2 id="id"><a href="#id"><strong>「標」</strong>題</a></h2>');
    expect(await render("| a |\n|---|\n| **「粗」**體 |")).toContain("<td><strong>「粗」</strong>體</td>");
    expect(await render("- **「粗」**體")).toContain("<li><strong>「粗」</strong>體</li>");
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
  ])("%s", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  test("a code block", async () => {
    const html = await render("```\n**「碼」**字，\n下一行\n```");
    expect(html.replace(/<[^>]*>/g, "")).toContain("**「碼」**字，\n下一行");
  });
});

describe("a bare URL ends before CJK punctuation", () => {
  test.each(["，謝謝", "。次", "「引用」", "、と", "）", "！", "；", "：", "】", "”と", "……", "——", "·"])(
    "before %s",
    async (rest) => {
      expect(await render(`見 https://example.com/a?b=c${rest}`)).toBe(
        `見 <a href="https://example.com/a?b=c">https://example.com/a?b=c</a>${rest}`,
      );
    },
  );

  test("and not before CJK letters, which may be its own", async () => {
    expect(await render("https://example.com/標頭 後")).toContain(">https://example.com/標頭</a> 後");
  });

  test("within emphasis", async () => {
    expect(await render("中**見 https://a.example/，**中")).toBe(
      '中<strong>見 <a href="https://a.example/">https://a.example/</a>，</strong>中',
    );
  });

  test("a link with a text of its own keeps its URL", async () => {
    expect(await render("[文字](https://example.com/a，b)")).toMatch(
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
  ])("goes between two CJK characters: %j", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  test.each(["中文\nword", "word\n中文", "one\ntwo", "한국어\n한국어"])(
    "stays, as the space that it shows as, in %j",
    async (markdown) => {
      expect(await render(markdown)).toBe(markdown);
    },
  );

  test("stays where the author asked for it", async () => {
    expect(await render("中文\\\n中文")).toMatch(/^中文<br ?\/?>\n中文$/);
    expect(await render("中文  \n中文")).toMatch(/^中文<br ?\/?>\n中文$/);
  });

  test("goes in list items and quotations too", async () => {
    expect(await render("- 項目一\n  續行")).toContain("<li>項目一續行</li>");
    expect(await render("> 引用\n> 續行")).toContain("<p>引用續行</p>");
  });
});

describe("what the author escaped is text", () => {
  test.each([
    ["請輸入 \\*\\*重點\\*\\* 這幾個字", "請輸入 **重點** 這幾個字"],
    ["&#42;&#42;甲&#42;&#42;，&ast;乙&ast;", "**甲**，*乙*"],
    ["\\~\\~舊\\~\\~", "~~舊~~"],
    ["*\\**", "<em>*</em>"],
    ["\\**「甲」*乙", "*<em>「甲」</em>乙"],
    ["\\\\*「甲」*乙", "\\<em>「甲」</em>乙"],
    ["> a \\*b\n> c\\* **「甲」**乙", "<blockquote>\n<p>a *b\nc* <strong>「甲」</strong>乙</p>\n</blockquote>"],
  ])("%s", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
    expect(await render(markdown, "ja.mdx")).toBe(html);
  });

  test("in the cell of a table", async () => {
    expect(await render("| a |\n|---|\n| 09\\*\\*\\*\\*12 \\| **「b」**c |")).toContain(
      "<td>09****12 | <strong>「b」</strong>c</td>",
    );
  });
});

describe("each mark pairs with its own kind", () => {
  test.each([
    ["__強調__**「文」**字", "<strong>強調</strong><strong>「文」</strong>字"],
    ["_甲_*「乙」*丙", "<em>甲</em><em>「乙」</em>丙"],
    ["*_foo_*", "<em><em>foo</em></em>"],
    ["foo _*_", "foo <em>*</em>"],
    ["變數 max_size_limit 與 min_size", "變數 max_size_limit 與 min_size"],
  ])("%s", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });
});

describe("tildes", () => {
  test.each([
    ["約10~20個或30~40個", "約10~20個或30~40個"],
    ["~/a、~/b", "~/a、~/b"],
    ["前~~「字」~~後", "前<del>「字」</del>後"],
    ["前~~~「字」~~~後", "前~~~「字」~~~後"],
    ["~~~~~one~~~~~ two", "~~~~~one~~~~~ two"],
  ])("two strike out, others are text: %s", async (markdown, html) => {
    expect(await render(`x ${markdown}`)).toBe(`x ${html}`);
  });
});

// A paragraph for each class of characters that the specification of CJK-friendly emphasis names.
describe("a character of each class lets emphasis stand beside it", () => {
  test.each([
    ["ideograph", "甲"],
    ["ideograph beyond the BMP", "𩸽"],
    ["ideograph with a variation selector", "葛\u{e0100}"],
    ["ideograph with a standardised variation", "﨑\ufe00"],
    ["kana", "あ"],
    ["half-width kana", "ｶ"],
    ["bopomofo", "ㄅ"],
    ["Hangul", "한"],
    ["enclosed", "㊙"],
    ["squared", "㎡"],
    ["kanbun", "㆐"],
    ["full-width letter", "Ａ"],
    ["CJK punctuation", "。"],
    ["radical", "⺀"],
    ["quotation mark made East Asian", "”\ufe01"],
  ])("%s %s", async (_name, character) => {
    const html = `${character}<strong>(x)</strong>${character}`;
    expect(await render(`${character}**(x)**${character}`)).toBe(html);
    expect(await render(`${character}**(x)**${character}`, "ja.mdx")).toBe(html);
  });

  test.each(["a", "é", "🎉", "\u202f"])("but not %j, where CommonMark has its say", async (character) => {
    expect(await render(`a${character}**(x)**a`)).not.toContain("<strong>(x)</strong>a");
  });
});

describe("emphasis of each kind that the specification of CJK-friendly Markdown has", () => {
  test.each([
    [
      "beside a sentence's end",
      "先に**保存します。**次に送ります。",
      "先に<strong>保存します。</strong>次に送ります。",
    ],
    [
      "around a link",
      "請看**[說明](https://a.example/)**與圖",
      '請看<strong><a href="https://a.example/">說明</a></strong>與圖',
    ],
    ["around code", "先**執行`npm ci`**再說", "先<strong>執行<code>npm ci</code></strong>再說"],
    ["beside an amount", "共**$5,000**元", "共<strong>$5,000</strong>元"],
    ["beside an enclosed number", "選**③**吧", "選<strong>③</strong>吧"],
    ["around quotation marks", "他說**“好”**就走", "他說<strong>“好”</strong>就走"],
    ["around ASCII quotation marks", '他說**"ok"**就走', "他說<strong>&quot;ok&quot;</strong>就走"],
    ["between Latin and CJK punctuation", "Nginx**（反向代理）**在前", "Nginx<strong>（反向代理）</strong>在前"],
    ["around CJK between Latin", "a**（甲）**b", "a<strong>（甲）</strong>b"],
    ["that ends in a dash", "**等等——**他說", "<strong>等等——</strong>他說"],
    ["of Hangul and parentheses", "**헤더(header)**를 보낸다", "<strong>헤더(header)</strong>를 보낸다"],
    ["beside a symbol that is emoji elsewhere", "a**㊗**a", "a<strong>㊗</strong>a"],
    ["struck out beside parentheses", "舊~~(x)~~的", "舊<del>(x)</del>的"],
    ["struck out beside a colon", "~~甲~~：~~乙~~", "<del>甲</del>：<del>乙</del>"],
    ["underscores beside CJK punctuation", "注意：__甲__，_乙_。", "注意：<strong>甲</strong>，<em>乙</em>。"],
    ["underscores behind a variation selector", "甲。\ufe01_b_", "甲。\ufe01<em>b</em>"],
    ["underscores within a word", "甲_乙_丙", "甲_乙_丙"],
    ["three deep", "中***「甲」***文", "中<em><strong>「甲」</strong></em>文"],
    ["of two kinds of marks", "中**_「甲」_**文", "中<strong><em>「甲」</em></strong>文"],
    ["beside an escaped mark", "*甲\\**「乙」", "<em>甲*</em>「乙」"],
    ["beside an emoji", "a**🈯甲**a", "a**🈯甲**a"],
    ["beside punctuation beyond the BMP", "a**\u{10b3b}甲**a", "a**\u{10b3b}甲**a"],
  ])("%s", async (_kind, markdown, html) => {
    const plain = (text: string) => text.replaceAll("&quot;", '"');
    expect(plain(await render(markdown))).toBe(plain(html));
    expect(plain(await render(markdown, "ja.mdx"))).toBe(plain(html));
  });
});

describe("Markdown goes on after a bare URL", () => {
  test.each([
    [
      "從「https://one.example/」到「https://two.example/」",
      '從「<a href="https://one.example/">https://one.example/</a>」到「<a href="https://two.example/">https://two.example/</a>」',
    ],
    ["https://a.example/x，`GET`要求", '<a href="https://a.example/x">https://a.example/x</a>，<code>GET</code>要求'],
    [
      "https://a.example/x。[說明](https://b.example/)",
      '<a href="https://a.example/x">https://a.example/x</a>。<a href="https://b.example/">說明</a>',
    ],
    ["https://a.example/x，&lt;b&gt;", '<a href="https://a.example/x">https://a.example/x</a>，&lt;b&gt;'],
    ["www.example.com，謝謝", '<a href="http://www.example.com">www.example.com</a>，謝謝'],
    ["http://localhost:3000を開く", '<a href="http://localhost:3000">http://localhost:3000</a>を開く'],
  ])("%s", async (markdown, html) => {
    const plain = (text: string) => text.replaceAll("&gt;", ">");
    expect(plain(await render(markdown))).toBe(plain(html));
    expect(plain(await render(markdown, "ja.mdx"))).toBe(plain(html));
  });

  test("also into a footnote", async () => {
    expect(await render("https://a.example/x。[^s]\n\n[^s]: 註")).toMatch(/<\/a>。<sup><a [^>]*data-footnote-ref/);
  });

  test("a link that is written out keeps its target", async () => {
    const target = "https://zh.example/wiki/%E7%94%B2%EF%BC%88%E4%B9%99%EF%BC%89";
    const url = "https://zh.example/wiki/甲（乙）";
    expect(await render(`<${url}>`)).toBe(`<a href="${target}">${url}</a>`);
    expect(await render(`[${url}](${url})`)).toBe(`<a href="${target}">${url}</a>`);
    expect(await render(`[x][r]\n\n[r]: ${url}`)).toBe(`<a href="${target}">x</a>`);
  });

  test("code is as it was", async () => {
    expect(await render("`https://site.example/，x`")).toBe("<code>https://site.example/，x</code>");
    expect((await render("```text\nhttps://site.example/，x\n```")).replace(/<[^>]*>/g, "").trim()).toBe(
      "https://site.example/，x",
    );
  });
});

describe("a line end goes by CSS Text 4", () => {
  test.each([
    ["今天天氣\r\n真好", "今天天氣真好"],
    ["結論——\n不行", "結論——不行"],
    ["他说\n“可以”", "他说“可以”"],
    ["……\n然後", "……然後"],
    ["𠮷\n野家", "𠮷野家"],
    ["吉\n𠮷", "吉𠮷"],
    ["ｶﾀｶﾅ\nｶﾀｶﾅ", "ｶﾀｶﾅｶﾀｶﾅ"],
    ["面積㎡\n單位", "面積㎡單位"],
    ["葛\u{e0100}\n城", "葛\u{e0100}城"],
    ["中文🎉\n中文", "中文🎉中文"],
    ["[長い\n題名](https://a.example/)", '<a href="https://a.example/">長い題名</a>'],
    ["[長い\n題名][t]\n\n[t]: https://a.example/", '<a href="https://a.example/">長い題名</a>'],
    ["<kbd>鍵</kbd>\n再", "<kbd>鍵</kbd>再"],
    ["看\n<ruby>竹<rt>たけ</rt></ruby>\nの子", "看<ruby>竹<rt>たけ</rt></ruby>の子"],
  ])("%j", async (markdown, html) => {
    expect(await render(markdown)).toBe(html);
    expect(await render(markdown, "ja.mdx")).toBe(html);
  });

  test.each(["ブラウザーは\nChromiumです", "です。\nAPI", "한국\n中文", "“quoted”\n“text”", "中文<br>\n中文"])(
    "stays in %j",
    async (markdown) => {
      expect(await render(markdown)).toBe(markdown);
    },
  );

  test("around a footnote's mark and a picture", async () => {
    expect(await render("中文[^1]\n中文\n\n[^1]: 註")).toContain("</sup>中文");
    expect(await render("中文\n![圖](https://a.example/b.png)\n中文")).toMatch(/^中文<img [^>]*>中文$/);
  });

  test("in a block of HTML, but not where white space is text", async () => {
    expect(await render("<docs-callout>\n中文\n中文\n</docs-callout>")).toContain("中文中文");
    expect(await render("<pre>\n中文\n中文\n</pre>")).toContain("中文\n中文");
  });
});

describe("text of a component on one line", () => {
  test.each([
    ["<div>中**「文」**字</div>", "<div>中<strong>「文」</strong>字</div>"],
    ["- <div>中**「文」**字</div>", "<strong>「文」</strong>字"],
    [
      "<details>\n<summary>看**「全部」**項</summary>\n\n內容\n\n</details>",
      "<summary>看<strong>「全部」</strong>項</summary>",
    ],
    ["<b>**「字」**字</b>", "<b><strong>「字」</strong>字</b>"],
  ])("%j", async (markdown, html) => {
    expect(await render(markdown, "ja.mdx")).toContain(html);
  });
});

test("emphasis may be nested as deep as anyone writes it", async () => {
  const html = await render(`${"**a ".repeat(500)}${"b**".repeat(500)}`);
  expect(html.split("<strong>")).toHaveLength(501);
});
