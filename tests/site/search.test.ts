import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes, exampleDespiteCorsHeaders, printedMessages } from "../../src/rules/index.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { poll, polling } from "../support/poll.ts";

let browser: Browser;
const pages = new Map<Language, Page>();

beforeAll(async () => {
  browser = await launchForPages();
  for (const language of languages) {
    const page = await browser.newPage();
    await page.goto(`${inject("siteUrl")}${language}/`);
    pages.set(language, page);
  }
}, launchTimeout);
afterAll(() => browser?.close());

/** Types a query into the dialog and waits for its answer. @returns the links of each result, best first */
async function find(language: Language, query: string): Promise<string[][]> {
  const page = pages.get(language) as Page;
  if (!(await page.locator("dialog.search[open]").count())) await page.keyboard.press("Control+k");
  const input = page.locator("dialog.search input");
  const t = uiStrings[language].search;
  /** Waits until the status is the hint, or no longer. Not by Vitest, which does not know whose wait it is in concurrent tests. */
  const statusIsHint = (expected: boolean) =>
    page.waitForFunction(
      ([hint, is]) => (document.querySelector("dialog.search [role=status]")?.textContent === hint) === is,
      [t["search.hint"], expected] as const,
      { polling },
    );
  // The answer to an earlier query must not be taken for this one's.
  await input.fill("");
  await statusIsHint(true);
  await input.fill(query);
  await statusIsHint(false);
  return page
    .locator("dialog.search li")
    .evaluateAll((items) => items.map((item) => [...item.querySelectorAll("a")].map((a) => a.pathname + a.hash)));
}

const everyLanguage = [
  { query: "Access-Control-Allow-Headers", leadsTo: "causes/header-not-allowed/" },
  { query: "404", leadsTo: "guides/preflight-404/" },
];
const cases: { language: Language; query: string; leadsTo: string }[] = [
  { language: "zh-TW", query: "預檢", leadsTo: "guides/preflight-404/" },
  { language: "ja", query: "プリフライト", leadsTo: "guides/preflight-404/" },
  { language: "ja", query: "ﾌﾟﾘﾌﾗｲﾄ", leadsTo: "guides/preflight-404/" },
  { language: "en", query: "preflight", leadsTo: "guides/preflight-404/" },
  ...languages.flatMap((language) => everyLanguage.map((one) => ({ language, ...one }))),
];

test.each(cases)("$language: $query leads to $leadsTo, within the language", async ({ language, query, leadsTo }) => {
  const results = await find(language, query);
  const links = results.flat();
  expect(links.some((link) => link.includes(leadsTo))).toBe(true);
  expect(links.every((link) => link.startsWith(new URL(inject("siteUrl")).pathname + language))).toBe(true);
});

test("results lead to headings", async () => {
  const links = (await find("en", "wildcard")).flat();
  expect(links.some((link) => link.includes("#"))).toBe(true);
});

const printing = causes.filter(({ example }) => printedMessages(example).length > 0);
test.concurrent.for(languages)(
  "%s: every message that an engine prints, pasted with another reader's URLs, leads to its cause",
  { timeout: 300_000 },
  async (language, { expect }) => {
    for (const cause of printing) {
      const { origin } = new URL(cause.example.request.url);
      const exchanges = [cause.example, exampleDespiteCorsHeaders(cause)].filter((exchange) => exchange !== null);
      const messages = exchanges
        .flatMap(printedMessages)
        .filter((message) => message.language === "en" || message.language === language)
        .map(({ text }) => text.replaceAll(origin, "https://backend.test/v2/orders?id=7&for="));
      for (const text of messages) {
        const results = await find(language, text);
        const found = results
          .slice(0, 10)
          .flat()
          .some((link) => link.includes(`causes/${cause.id}/`));
        expect(found, `${cause.id}: ${text}`).toBe(true);
      }
    }
  },
);

test.each(languages)(
  "%s: the lines on the page of the evidence lead to the causes, not to that page",
  async (language) => {
    const links = (
      await find(language, "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.")
    ).flat();
    expect(links.some((link) => link.includes("causes/wildcard-with-credentials/"))).toBe(true);
    expect(links.some((link) => link.includes("/evidence/"))).toBe(false);
  },
);

test("what is not there is said, with a way on", async () => {
  // Of letters that no page has: the index takes a word such as z for the start of any that begins so.
  expect(await find("ja", "щщщщ")).toEqual([]);
  const status = pages.get("ja")?.locator("dialog.search [role=status]");
  await poll(() => status?.textContent()).toContain("щщщщ");
  await poll(() => status?.locator("a").count()).toBe(1);
});

test("the keyboard opens the dialog, walks the results, follows one and closes the dialog", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}en/`);
  await page.keyboard.press("/");
  await page.locator("dialog.search[open]").waitFor();
  await page.keyboard.press("Escape");
  await poll(() => page.locator("dialog.search[open]").count()).toBe(0);
  await page.keyboard.press("Control+k");
  await page.locator("dialog.search[open]").waitFor();
  await page.keyboard.type("wildcard");
  await page.locator("dialog.search li a").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/(causes|guides|glossary)\//);
});

test("of a megabyte that is pasted no more is looked for than of a long message", { timeout: 240_000 }, async () => {
  const page = await browser.newPage();
  // An index that finds nothing, and keeps what it was asked for.
  await page.route("**/pagefind/en/pagefind.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: "export const options = async () => {}; window.asked = []; export const search = async (query) => { asked.push(query.length); return { results: [] }; };",
    }),
  );
  await page.goto(`${inject("siteUrl")}en/`);
  await page.keyboard.press("Control+k");
  const words = Array.from({ length: 100_000 }, (_, i) => `word${i}${i % 4 === 3 ? ". " : " "}`).join("");
  await page.locator("dialog.search input").fill(words);
  await page.locator("dialog.search [role=status] a").waitFor({ timeout: 200_000 });
  const asked = await page.evaluate(() => (window as unknown as { asked: number[] }).asked);
  // Each of a hundred pieces as a phrase and as words, and the whole.
  expect(asked.length).toBeLessThanOrEqual(202);
  expect(Math.max(...asked)).toBeLessThanOrEqual(302);
  await page.close();
});

test("a slash typed into a field of the checker stays a slash", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}en/checker/`);
  // It comes to life with what it holds at first.
  await checkerToLive(page);
  await page.locator("form.checklist input").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.type("/x");
  await poll(() => page.locator("form.checklist input").first().inputValue()).toMatch(/\/x$/);
  await poll(() => page.locator("dialog.search").count()).toBe(0);
});
