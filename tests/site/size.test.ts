import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, inject, test } from "vitest";
import { cutArticle } from "../support/cutArticle.ts";
import { attributes, type BuiltPage, readPages } from "../support/pages.ts";
import { brotli, firstAssets, weigh, withImports } from "../support/weight.ts";

const KIB = 1024;
const folder = inject("siteFolder");
const pages = readPages(folder);
const guides = pages.filter(({ place }) => /^\/guides\/.+/.test(place));

/** What one page weighs at first, in bytes. */
function measure(page: BuiltPage, html = page.html) {
  const { styles, scripts } = firstAssets(folder, page);
  const inline = [...page.html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = ""]) => code).join("\n");
  const script = weigh(folder, scripts);
  const style = weigh(folder, styles);
  return {
    html: brotli(html),
    style,
    /** What stands in the page counts as script too, though not twice in the sum. */
    script: script + (inline === "" ? 0 : brotli(inline)),
    all: brotli(html) + style + script,
  };
}

test.each(guides.map((page) => [page.path, page] as const))(
  "%s loads at most 14 KiB at first for 2,000 words and six code blocks",
  (_path, page) => {
    expect(measure(page, cutArticle(page.html, page.language as string)).all).toBeLessThanOrEqual(14 * KIB);
  },
);

test("what is measured of a guide is up to 2,000 words and six code blocks, whole", async () => {
  const validator = new HtmlValidate({ rules: { "close-order": "error" } });
  for (const { path, html, language } of guides) {
    const cut = cutArticle(html, language as string);
    expect(cut.length, path).toBeLessThanOrEqual(html.length);
    // The frame is all there, before the text and after it.
    expect(cut.startsWith(html.slice(0, html.indexOf('<div class="prose"'))), path).toBe(true);
    expect(cut.endsWith(html.slice(html.indexOf('<footer class="stack"'))), path).toBe(true);
    expect(cut.split("<pre").length - 1, path).toBeLessThanOrEqual(6);
    expect((await validator.validateString(cut)).valid, path).toBe(true);
  }
});

test("every page loads at most 3 KiB of script at first", () => {
  const heavy = pages
    .map((page) => ({ path: page.path, script: measure(page).script }))
    .filter(({ script }) => script > 3 * KIB);
  expect(heavy).toEqual([]);
});

describe("an interactive part loads at most 14 KiB of script more, its framework included", () => {
  const page = guides.find((guide) => attributes(guide, "[data-checker]", "data-checker").length > 0) as BuiltPage;
  const first = firstAssets(folder, page).scripts;
  const importer = first
    .map((path) => ({ path, code: readFileSync(join(folder, path), "utf8") }))
    .find(({ code }) => code.includes("ui/en/checker.ts"));
  const imported = (pattern: RegExp) =>
    new URL(pattern.exec(importer?.code ?? "")?.[1] ?? "missing", `http://site.invalid${importer?.path}`).pathname;

  test.each(["zh-TW", "ja", "en"])("the checker in %s", (language) => {
    const words = imported(new RegExp(`ui/${language}/checker\\.ts.{0,40}?import\\(.([^"'\`]+)`));
    const mount = imported(/import\(["'`]([^"'`]*mount[^"'`]*)["'`]\)/);
    const more = withImports(folder, [mount, words]).filter((path) => !first.includes(path));
    expect(more.length).toBeGreaterThan(1);
    expect(weigh(folder, more)).toBeLessThanOrEqual(14 * KIB);
    console.log(
      `The checker in ${language}: ${(weigh(folder, more) / KIB).toFixed(1)} KiB of script in ${more.length} files`,
    );
  });
});

test("the sizes, uncut", () => {
  const kib = (bytes: number) => Number((bytes / KIB).toFixed(1));
  // Of the pages of the causes, and of the recipes, which are alike, one a language.
  const shown = pages.filter(
    ({ language, place }) =>
      language && !/^\/404|^\/causes\/(?!options-not-routed).+|^\/recipes\/(?!nginx\/).+/.test(place),
  );
  console.table(
    Object.fromEntries(
      shown.map((page) => {
        const { html, style, script, all } = measure(page);
        const isGuide = guides.includes(page);
        const cut = isGuide ? kib(measure(page, cutArticle(page.html, page.language as string)).all) : "";
        return [
          page.path,
          { HTML: kib(html), CSS: kib(style), script: kib(script), "all KiB": kib(all), "cut to 2,000": cut },
        ];
      }),
    ),
  );
});
