import { readdirSync } from "node:fs";
import { type MarkdownToHtmlResult, markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { causes } from "../rules/index.ts";
import { mdastPlugins } from "./plugins.ts";

const guide = readdirSync("content/guides")[0] as string;
const cause = causes[0]?.id as string;

/** Renders a document as the site does. */
function render(markdown: string, file = "ja.mdx"): string {
  const fileURL = new URL(`content/guides/a-guide/${file}`, `file://${process.cwd()}/`);
  return (markdownToHtml(markdown, { mdastPlugins, fileURL }) as MarkdownToHtmlResult).html;
}

describe("a link within the site", () => {
  test.each([
    [`cause:${cause}`, `/ja/causes/${cause}/`],
    [`guide:${guide}`, `/ja/guides/${guide}/`],
    [`guide:${guide}#checklist`, `/ja/guides/${guide}/#checklist`],
    ["recipe:express", "/ja/recipes/express/"],
    ["recipe:nginx#check", "/ja/recipes/nginx/#check"],
    ["page:checker", "/ja/checker/"],
    ["page:recipes", "/ja/recipes/"],
    ["page:home", "/ja/"],
    ["term:preflight", "/ja/glossary/#preflight"],
  ])("%s leads to %s in the document's language", (link, href) => {
    expect(render(`[x](${link})`)).toContain(`<a href="${href}">`);
  });

  test("is in the language that the file is named after", () => {
    expect(render("[x](page:glossary)", "zh-TW.md")).toContain('href="/zh-TW/glossary/"');
  });

  test.each(["https://example.com/a", "http://example.com/", "mailto:a@example.com", "#heading"])(
    "%s stays as it is",
    (link) => {
      expect(render(`[x](${link})`)).toContain(`<a href="${link}">`);
    },
  );
});

describe("a link that leads nowhere fails with file, line and what to do", () => {
  test.each([
    ["cause:no-such-cause", "leads to a cause that does not exist", "src/rules/causes/ has the causes"],
    ["cause:", "leads to a cause that does not exist", "src/rules/causes/ has the causes"],
    ["guide:no-such-guide", "leads to a guide that does not exist", "content/guides/ has the guides"],
    ["guide:#checklist", "leads to a guide that does not exist", "content/guides/ has the guides"],
    ["recipe:no-such-recipe", "leads to a recipe that does not exist", "content/recipes/ has the recipes"],
    ["recipe:", "leads to a recipe that does not exist", "content/recipes/ has the recipes"],
    ["page:no-such-page", "leads to a page that does not exist", "Use one of page:home"],
    ["term:no-such-term", "leads to a term that does not exist", "content/glossary.yaml has the terms"],
    ["/ja/guides/", "is neither a full URL nor one of our kinds", "Write cause:ID"],
    ["../preflight-404/", "is neither a full URL nor one of our kinds", "Write cause:ID"],
    ["javascript:alert`1`", "is neither a full URL nor one of our kinds", "Write cause:ID"],
  ])("%s", (link, what, hint) => {
    const failing = () => render(`# Title\n\nText.\n\nA [link](${link}).\n`);
    expect(failing).toThrow(`content/guides/a-guide/ja.mdx:5\n  The link "${link}" ${what}`);
    expect(failing).toThrow(hint);
  });

  test("the line is that of the link, not of a longer one that starts alike", () => {
    const failing = () => render(`[right](guide:${guide})\n\n[wrong](guide:${guide.slice(0, -1)})\n`);
    expect(failing).toThrow("content/guides/a-guide/ja.mdx:3\n");
  });

  test("a file that is not named after a language has no language to link within", () => {
    expect(() => render("[x](page:home)", "notes.md")).toThrow(
      /content\/guides\/a-guide\/notes\.md:1\n.*in a file of no language\.\n.*Name the file after its language/,
    );
  });
});
