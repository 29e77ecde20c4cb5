import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { uiStrings } from "../../src/i18n/strings.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { cutArticle } from "../support/cutArticle.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { watchScripts } from "../support/loadedScripts.ts";
import { render } from "../support/markdown.ts";
import { openSearch } from "../support/openSearch.ts";
import { attributes, type BuiltPage, find, readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { standardText } from "../support/standardText.ts";
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
  // What is told to search engines runs nowhere; it counts with the page.
  const inline = find(page, "script")
    .filter(({ attributes: { type } }) => type !== "application/ld+json")
    .map(({ content }) => content)
    .join("");
  return weigh(folder, firstAssets(folder, page).scripts) + (inline === "" ? 0 : brotli(inline));
}

test.each([...languages])(
  "a guide of 2,000 words and six code blocks alone loads at most 14 KB at first, in %s",
  async (language) => {
    const at = (place: string) => pages.find((page) => page.path === `/${language}${place}`) as BuiltPage;
    const { html } = at("/guides/preflight-failed/");
    const start = html.indexOf(">", html.indexOf('<div class="prose text"')) + 1;
    const end = html.lastIndexOf("</div>", html.indexOf('<footer class="ending"'));
    const whole = html.slice(0, start) + (await render(standardText(language), `${language}.md`)) + html.slice(end);
    const cut = cutArticle(whole, language);
    const kept = (text: string) => text.split("<pre").length - 1;
    // The measure takes away nothing but what little there is above 2,000 words.
    expect([kept(cut), cut.length / whole.length > 0.95]).toEqual([6, true]);
    // It has the styles and the scripts that every page has.
    const { styles, scripts } = firstAssets(folder, at("/archive/"));
    const shared = styles.filter((style) => html.includes(`"${style}"`));
    expect(shared.length).toBe(1);
    const bytes = brotli(cut) + weigh(folder, shared) + weigh(folder, scripts);
    console.log(`${language}: a guide of text and code alone loads ${bytes} B at first.`);
    expect(bytes).toBeLessThanOrEqual(14_000);
  },
);

test.each(guides.map((page) => [page.path, page] as const))(
  "%s loads at most 17 KiB at first, with all its components, for 2,000 words and six code blocks",
  (_path, page) => {
    expect(weightOf(page, cutArticle(page.html, page.language as string))).toBeLessThanOrEqual(17 * KIB);
  },
);

test("what is measured of a guide is up to 2,000 words and six code blocks, whole", async () => {
  const validator = new HtmlValidate({ rules: { "close-order": "error" } });
  for (const { path, html, language } of guides) {
    const cut = cutArticle(html, language as string);
    expect(cut.length, path).toBeLessThanOrEqual(html.length);
    // The frame is all there, before the text and after it.
    expect(cut.startsWith(html.slice(0, html.indexOf('<div class="prose text"'))), path).toBe(true);
    expect(cut.endsWith(html.slice(html.indexOf('<footer class="ending"'))), path).toBe(true);
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
/** Bytes of script that the search may load besides, its worker among them. */
const searchBound = 20_000;

/** What the search is called below: it has a bound of its own, as most who use another part never search. */
const search = "the search";

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
    use: (page) => page.locator("[data-cause-filter] input").first().fill("405"),
  },
  {
    name: "the filter of recipes",
    place: "/recipes/",
    use: (page) => page.locator("[data-recipe-filter] input").fill("nginx"),
  },
  {
    name: search,
    place: "/",
    async use(page) {
      await openSearch(page);
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
      const own = [...loaded].filter((path) => path.startsWith("/_astro/"));
      const first = firstAssets(folder, built).scripts;
      const more = own.filter((path) => !first.includes(path));
      expect(own.length, name).toBeGreaterThan(1);
      if (name === search) {
        // What its page loads by itself is counted with that.
        const forSearch = more.filter((path) => !all.has(path));
        expect(weigh(folder, forSearch), name).toBeLessThanOrEqual(searchBound);
      } else {
        for (const path of own) all.add(path);
      }
      console.log(
        `${language}: ${name} loads ${weigh(folder, first)} B of script at first, ${weigh(folder, more)} B more when used.`,
      );
    }
    const sum = weigh(folder, [...all]);
    console.log(`${language}: all of them together load ${sum} B of script.`);
    expect(sum).toBeLessThanOrEqual(partsBound);
  });
});

/** Bytes of script that a reader may load besides who types an answer into the checker: the rules of causes and engines, and what reads the wire. */
const answersBound = 42_500;

test("the engines' table, and what judges answers, are loaded when they are used and no sooner", async () => {
  const browser = await launchForPages();
  try {
    const page = await browser.newPage();
    const loaded = watchScripts(page);
    await page.goto(`${inject("siteUrl")}en/checker/`);
    await checkerToLive(page);
    const before = new Set(loaded);
    // The id of a difference, as the table and its words have it.
    const hasTable = (paths: Iterable<string>) =>
      [...paths].some((path) => readFileSync(join(folder, path), "utf8").includes("total-length-ignored"));
    expect(hasTable(before)).toBe(false);
    await page.getByRole("radio", { name: uiStrings.en.checker["part.answer"] }).check();
    await page.locator("#answer-preflight").fill("404");
    await poll(() => page.locator(".in-engines li").count()).toBe(3);
    const more = [...loaded].filter((path) => !before.has(path));
    expect(hasTable(more)).toBe(true);
    console.log(`A first answer loads ${weigh(folder, more)} B of script.`);
    expect(weigh(folder, more)).toBeLessThanOrEqual(answersBound);
  } finally {
    await browser.close();
  }
});

/** KiB that a page may load at first whose kind has no bound of its own yet. */
const usual = 15;
/** KiB that the heaviest page of a kind may load at first: as it was when this was written, and about a tenth more. */
const bounds: Record<string, number> = {
  "/": 13.67,
  "/404": 12,
  "/causes": 24,
  "/causes/…": 18,
  "/checker": 16,
  "/differences": 16.5,
  "/evidence": 14,
  "/glossary": 20,
  // Of nine guides, where there were three.
  "/guides": 10.5,
  // 66 recipes, each with what it does, where there were 41 when the bound was 12.
  "/recipes": 14,
  "/recipes/…": 18,
  // It shows each component that a guide may have but the checker, and a diagram.
  "/writing": 16,
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
  const kinds = new Set(others.map(kindOf));
  expect(Object.keys(bounds).filter((kind) => !kinds.has(kind))).toEqual([]);
  const sizes = others.map((page) => ({
    path: page.path,
    bytes: weightOf(page),
    bound: bounds[kindOf(page)] ?? usual,
  }));
  expect(sizes.filter(({ bytes, bound }) => bytes > bound * KIB)).toEqual([]);
});
