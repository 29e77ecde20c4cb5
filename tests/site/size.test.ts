import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Language, languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { cutArticle } from "../support/cutArticle.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { watchScripts } from "../support/loadedScripts.ts";
import { attributes, type BuiltPage, find, readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { brotli, firstAssets, weigh } from "../support/weight.ts";

const KIB = 1024;
const folder = inject("siteFolder");
const pages = readPages(folder);
const guides = pages.filter(({ place }) => /^\/guides\/.+/.test(place));

/** What a page loads at first, in bytes: itself, its styles and its scripts. */
function weightOf(page: BuiltPage, html = page.html): number {
  const { styles, scripts } = firstAssets(folder, page);
  return brotli(html) + weigh(folder, styles) + weigh(folder, scripts);
}

/** What of that is script, in bytes, with what stands in the page itself. */
function scriptOf(page: BuiltPage): number {
  const inline = find(page, "script")
    .map(({ content }) => content)
    .join("");
  return weigh(folder, firstAssets(folder, page).scripts) + (inline === "" ? 0 : brotli(inline));
}

test.each(guides.map((page) => [page.path, page] as const))(
  "%s loads at most 14 KiB at first for 2,000 words and six code blocks",
  (_path, page) => {
    expect(weightOf(page, cutArticle(page.html, page.language as string))).toBeLessThanOrEqual(14 * KIB);
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
    .map((page) => ({ path: page.path, script: scriptOf(page) }))
    .filter(({ script }) => script > 3 * KIB);
  expect(heavy).toEqual([]);
});

/** Bytes of script that a reader who uses every interactive part may load in all. Pages share what they have in common. */
const partsBound = 40_000;

/** An interactive part: where it is, and what a reader does for it to load all its scripts. */
interface Part {
  name: string;
  place: string;
  use(page: Page, language: Language): Promise<void>;
}

const checkersGuide = guides.find((guide) => attributes(guide, "[data-checker]", "data-checker").length > 0);
const parts: readonly Part[] = [
  {
    name: "the checker, in a guide",
    place: checkersGuide?.place ?? "",
    async use(page) {
      await page.locator("[data-checker]").first().scrollIntoViewIfNeeded();
      await checkerToLive(page);
    },
  },
  {
    name: "a recipe's form",
    place: "/recipes/express/",
    async use(page) {
      await page.locator("#origins").fill("https://mine.example");
      await poll(() => page.locator("[data-recipe-code] pre").textContent()).toContain("https://mine.example");
    },
  },
  {
    name: "a recipe below the checker",
    place: "/checker/",
    async use(page, language) {
      await checkerToLive(page);
      await page.locator("#recipe").selectOption(`/${language}/recipes/express/`);
      await poll(() => page.locator("[data-recipe] pre").textContent()).toContain("Access-Control");
    },
  },
  {
    name: "the filter of causes",
    place: "/causes/",
    use: (page) => page.locator("[data-needs-script] input").first().fill("405"),
  },
  {
    name: "the search",
    place: "/",
    async use(page) {
      await page.keyboard.press("Control+k");
      await page.locator("dialog.search input").fill("Access-Control-Allow-Origin");
      await page.locator("dialog.search li").first().waitFor();
    },
  },
];

describe(`all interactive parts together load at most ${partsBound / 1000} KB of script`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchForPages();
  }, launchTimeout);
  afterAll(() => browser?.close());

  test.each([...languages])("in %s", async (language) => {
    const all = new Set<string>();
    for (const { name, place, use } of parts) {
      const built = pages.find(({ path }) => path === `/${language}${place}`) as BuiltPage;
      const page = await browser.newPage();
      const loaded = watchScripts(page);
      await page.goto(`${inject("siteUrl")}${language}${place}`);
      await use(page, language);
      await page.close();
      // Not Pagefind's, which come with the index.
      const own = [...loaded].filter((path) => path.startsWith("/_astro/"));
      const first = firstAssets(folder, built).scripts;
      const more = own.filter((path) => !first.includes(path));
      expect(own.length, name).toBeGreaterThan(1);
      for (const path of own) all.add(path);
      console.log(
        `${language}: ${name} loads ${weigh(folder, first)} B of script at first, ${weigh(folder, more)} B more when used.`,
      );
    }
    const sum = weigh(folder, [...all]);
    console.log(`${language}: all of them together load ${sum} B of script.`);
    expect(sum).toBeLessThanOrEqual(partsBound);
  });
});

/** KiB that the heaviest page of a kind may load at first: as it was when this was written, and about a quarter more. */
const bounds: Record<string, number> = {
  "/": 13,
  "/404": 5.5,
  "/causes": 18,
  "/causes/…": 12.5,
  "/checker": 13,
  "/differences": 15,
  "/evidence": 12,
  "/glossary": 17,
  "/guides": 6,
  "/recipes": 9.5,
  "/recipes/…": 14,
};

// Some three hundred pages are compressed.
test("no page of another kind loads more at first than its kind may, whole as it is", { timeout: 300_000 }, () => {
  const kindOf = ({ place }: BuiltPage) =>
    place
      .replace(/\.html$/, "")
      .replace(/(.)\/$/, "$1")
      .replace(/^(\/\w+\/).+/, "$1…");
  // A guide is as long as its author makes it: its bound, above, is for a text of one length.
  const others = pages.filter((page) => page.language && !guides.includes(page));
  expect([...new Set(others.map(kindOf))].toSorted()).toEqual(Object.keys(bounds).toSorted());
  const sizes = others.map((page) => ({ path: page.path, bytes: weightOf(page), bound: bounds[kindOf(page)] }));
  expect(sizes.filter(({ bytes, bound = 0 }) => bytes > bound * KIB)).toEqual([]);
});
