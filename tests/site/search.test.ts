import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { diagnose } from "../../src/diagnose/index.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes, exampleDespiteCorsHeaders, printedMessages } from "../../src/rules/index.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { askAll } from "../search/asking.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { openSearch } from "../support/openSearch.ts";
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
  await openSearch(page);
  const input = page.locator("dialog.search input");
  const hasAnswer = (expected: boolean) =>
    page.waitForFunction(
      (is) => (document.querySelector("dialog.search .found")?.childElementCount ?? 0) > 0 === is,
      expected,
      { polling },
    );
  // The answer to an earlier query must not be taken for this one's.
  await input.fill("");
  await hasAnswer(false);
  await input.fill(query);
  await hasAnswer(true);
  return page
    .locator("dialog.search .found > section:not(.other) li")
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

const messages = causes.flatMap((cause) => {
  const { origin } = new URL(cause.example.request.url);
  return [cause.example, exampleDespiteCorsHeaders(cause)]
    .flatMap((exchange) => (exchange ? printedMessages(exchange) : []))
    .map((message) => ({ ...message, text: message.text.replaceAll(origin, "https://backend.test/v2?id=7&for=") }));
});
test.concurrent.for(languages)(
  "%s: every message that an engine prints, pasted with another reader's URLs, shows first what the diagnosis names first",
  async (language, { expect }) => {
    const ours = messages.filter((message) => message.language === "en" || message.language === language);
    const page = await browser.newPage();
    await page.goto(`${inject("siteUrl")}${language}/`);
    // All in one go: to look at the page from here between the keys takes longer than the searches.
    const answers = await page.evaluate(
      askAll,
      ours.map(({ text }) => text),
    );
    await page.close();
    for (const { query, paths } of answers) {
      const cause = diagnose(query).findings[0]?.causes[0]?.id;
      expect(paths[0], query).toMatch(new RegExp(`/${language}/causes/${cause}/$`));
    }
  },
);

test("what is not there is said, with ways on", async () => {
  expect(await find("ja", "щщщщ")).toEqual([]);
  const dialog = pages.get("ja")?.locator("dialog.search");
  await poll(() => dialog?.locator(".hint").textContent()).toContain("щщщщ");
  await poll(() => dialog?.locator(".notes s").textContent()).toBe("щщщщ");
  await poll(() => dialog?.locator(".ways a[href$='/ja/diagnose/']").count()).toBe(1);
  // Enter opens what was found, and nothing else.
  const before = pages.get("ja")?.url();
  await pages.get("ja")?.keyboard.press("Enter");
  await poll(() => dialog?.locator(".ways").isVisible()).toBe(true);
  expect(pages.get("ja")?.url()).toBe(before);
});

test("of words of which one is nowhere the others are found, and that one is named", async () => {
  const results = await find("en", "wildcard credentials щщщщ");
  expect(results.slice(0, 3).flat().join()).toContain("causes/wildcard-with-credentials/");
  await poll(() => pages.get("en")?.locator("dialog.search .notes s").textContent()).toBe("щщщщ");
});

test("a product that no page has is not taken for the beginning of another's name", async () => {
  expect(await find("en", "kongregate")).toEqual([]);
});

test("what was searched for instead is said, with the way back to what was typed", async () => {
  const page = pages.get("en") as Page;
  const results = await find("en", "prefligt");
  expect(results[0]?.[0]).toContain("/guides/");
  await poll(() => page.locator("dialog.search .notes").textContent()).toContain("preflight");
  await page.locator("dialog.search .notes button").click();
  await poll(() => page.locator("dialog.search .notes s").textContent()).toBe("prefligt");
});

test("other languages' results come after one's own, and say so", async () => {
  const page = pages.get("en") as Page;
  await find("en", "旁邊");
  await page.locator("dialog.search .found .other[lang='zh-TW'] li a").first().waitFor();
});

test("a term of a page of many leads to its entry, not to the page", async () => {
  // A term that no guide is about.
  const links = (await find("en", "mime essence")).flat();
  expect(links[0]).toMatch(/\/en\/glossary\/#mime-essence$/);
});

test("the keyboard opens the dialog, walks the results, follows one and closes the dialog", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}en/`);
  await page.keyboard.press("/");
  await page.locator("dialog.search[open]").waitFor();
  await page.keyboard.press("Escape");
  await poll(() => page.locator("dialog.search[open]").count()).toBe(0);
  await openSearch(page);
  await page.locator("dialog.search[open]").waitFor();
  await page.keyboard.type("wildcard");
  await page.locator("dialog.search li a").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await poll(() => page.evaluate(() => document.activeElement?.matches("dialog.search .found a"))).toBe(true);
  // Whoever types on means the field.
  await page.keyboard.type("s");
  await poll(() => page.locator("dialog.search input").inputValue()).toBe("wildcards");
  await poll(() => page.evaluate(() => document.activeElement?.matches("dialog.search input"))).toBe(true);
  await page.keyboard.press("Backspace");
  await page.locator("dialog.search li a").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/(?:glossary\/#wildcard|causes\/wildcard)/);
  // It is there again when one comes back, and among the recent ones.
  await openSearch(page);
  await poll(() => page.locator("dialog.search input").inputValue()).toBe("wildcard");
  await page.locator("dialog.search li a").first().waitFor();
  await page.locator("dialog.search input").fill("");
  await poll(() => page.locator("dialog.search .recent button").first().textContent()).toBe("wildcard");
  await page.close();
});

test("the first Escape closes, also where something is typed; the input method's own keys are left to it", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}ja/`);
  await page.keyboard.press("/");
  await page.locator("dialog.search[open] input").fill("キャッシュ");
  await page.locator("dialog.search li a").first().waitFor();
  const isComposing = (key: string) =>
    page.locator("dialog.search input").evaluate((input, pressed) => {
      const event = new KeyboardEvent("keydown", { key: pressed, isComposing: true, bubbles: true, cancelable: true });
      return input.dispatchEvent(event) && document.activeElement === input;
    }, key);
  for (const key of ["ArrowDown", "Enter", "Escape"]) expect(await isComposing(key), key).toBe(true);
  expect(await page.locator("dialog.search[open]").count()).toBe(1);
  await page.keyboard.press("Escape");
  await poll(() => page.locator("dialog.search[open]").count()).toBe(0);
  await page.close();
});

test("what cannot be loaded is said, never that nothing was found, and works again when it can be", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let broken = true;
  await context.route("**/pagefind/**", (route) => (broken ? route.abort() : route.continue()));
  await page.goto(`${inject("siteUrl")}en/`);
  await openSearch(page);
  await page.locator("dialog.search input").fill("wildcard");
  const t = uiStrings.en.search;
  await poll(() => page.locator("dialog.search .hint").textContent()).toBe(t["search.failed"]);
  expect(await page.locator("dialog.search .ways").count()).toBe(0);
  broken = false;
  await page.locator("dialog.search .found button").click();
  await page.locator("dialog.search li a").first().waitFor();
  await context.close();
});

test.each([".pf_meta", ".wasm", "lexicon.json", ".pf_index"])(
  "where only %s cannot be loaded, that is said, too, and works again when it can be",
  async (part) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let broken = true;
    const isPart = ({ pathname }: URL) => pathname.includes("/pagefind/") && pathname.endsWith(part);
    await context.route(isPart, (route) => (broken ? route.abort() : route.continue()));
    await page.goto(`${inject("siteUrl")}en/`);
    await openSearch(page);
    await page.locator("dialog.search input").fill("wildcard");
    await poll(() => page.locator("dialog.search .hint").textContent()).toBe(uiStrings.en.search["search.failed"]);
    expect(await page.locator("dialog.search .ways").count()).toBe(0);
    broken = false;
    await page.locator("dialog.search .found button").click();
    await page.locator("dialog.search li a").first().waitFor();
    await context.close();
  },
);

test("where a text cannot be loaded, its result stands there without an excerpt", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route("**/pagefind/*/fragment/*.json", (route) => route.abort());
  await page.goto(`${inject("siteUrl")}en/`);
  await openSearch(page);
  await page.locator("dialog.search input").fill("wildcard");
  await page.locator("dialog.search li a").first().waitFor();
  expect(await page.locator("dialog.search li p:not(.lacks)").count()).toBe(0);
  await context.close();
});

/** What is marked on a page, folded. */
const markedOn = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].map((range) => String(range).toLowerCase()));

test.each([
  ["en", "vary header", "vary"],
  ["zh-TW", "預檢 nginx", "預檢"],
  ["ja", "オリジン null", "オリジン"],
] as const)(
  "%s: what was looked for is marked on the page that a result leads to, once",
  async (language, query, word) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${inject("siteUrl")}${language}/`);
    await openSearch(page);
    await page.locator("dialog.search input").fill(query);
    await page.locator("dialog.search li a").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== `${new URL(inject("siteUrl")).pathname}${language}/`);
    await poll(() => markedOn(page)).toContain(word);
    // The page itself is as it is.
    expect(await page.locator("main mark").count()).toBe(0);
    await page.reload();
    expect(await markedOn(page)).toEqual([]);
    await context.close();
  },
);

test("a message that is pasted marks nothing, and nor does a page that no search led to", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${inject("siteUrl")}en/`);
  await openSearch(page);
  await page.locator("dialog.search input").fill("Redirect is not allowed for a preflight request");
  await page.locator("dialog.search li a").first().waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem("marked"))).toBeNull();
  await page.keyboard.press("Enter");
  await page.waitForURL(/preflight-redirected/);
  expect(await page.evaluate(() => sessionStorage.getItem("marked"))).toBeNull();
  await context.close();
});

/** Lines of the dialog's tree, as a screen reader has it, without those of results beyond the first. */
const treeOf = (page: Page) => page.getByRole("dialog").ariaSnapshot();

test("to a screen reader the dialog is a named field, what is going on, and named groups of links", async () => {
  const t = uiStrings.en.search;
  const context = await browser.newContext();
  const page = await context.newPage();
  let open = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  await context.route("**/lexicon.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${inject("siteUrl")}en/`);
  await openSearch(page);
  await page.locator("dialog.search input").fill("nginx");
  // While it loads.
  await poll(() => treeOf(page)).toBe(
    [
      `- dialog "${t["search.label"]}":`,
      `  - searchbox "${t["search.label"]}": nginx`,
      `  - button "${t["search.close"]}"`,
      `  - paragraph: ${t["search.loading"]}`,
      `  - status: ${t["search.loading"]}`,
    ].join("\n"),
  );
  open();
  await page.locator("dialog.search li a").first().waitFor();
  await poll(() => page.getByRole("status").last().textContent()).toMatch(/^\d+ results$/);
  const found = await treeOf(page);
  expect(found).toMatch(
    new RegExp(
      [
        `^- dialog "${t["search.label"]}":`,
        `  - searchbox "${t["search.label"]}": nginx`,
        `  - button "${t["search.close"]}"`,
        "  - paragraph: (\\d+) results",
        `  - region "${t["search.kind.recipe"]}":`,
        `    - heading "${t["search.kind.recipe"]}" \\[level=3\\]`,
        "    - list:",
        "      - listitem:",
        '        - link "nginx [^"]+":',
      ].join("\n"),
    ),
  );
  expect(found).toMatch(/\n {2}- status: \d+ results$/);
  await page.locator("dialog.search input").fill("щщщщ");
  await page.locator("dialog.search .ways").waitFor();
  await poll(() => page.getByRole("status").last().textContent()).toContain("щщщщ");
  const none = await treeOf(page);
  expect(none).toContain("- paragraph: щщщщ is not on this site yet.");
  for (const way of ["diagnose", "checker", "causes"] as const) {
    expect(none).toContain(`- link "${t[`search.none.${way}`]}"`);
  }
  expect(none).not.toContain('- list:\n      - listitem:\n        - link "nginx"');
  await context.close();
});

test("all results have a page with an address of their own", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}zh-TW/search/?q=${encodeURIComponent("跨域")}`);
  await page.locator("main .found li a").first().waitFor();
  expect(await page.locator("main .found li").count()).toBeGreaterThan(12);
  await page.close();
});

test("without a script that page is an index by term", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${inject("siteUrl")}ja/search/`);
  expect(await page.locator("main .terms a[href*='/ja/glossary/#']").count()).toBeGreaterThan(50);
  await poll(() => page.locator("main form").isVisible()).toBe(false);
  await context.close();
});

test("a pasted message is never looked for as words, however long", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${inject("siteUrl")}en/`);
  await openSearch(page);
  const message = messages.find(({ engine }) => engine === "firefox")?.text ?? "";
  await page.locator("dialog.search input").fill(`${message}\n`.repeat(5_000));
  await page.locator("dialog.search li a").first().waitFor();
  expect(asked.filter((path) => /\/pagefind\/.*\/(?:index|fragment)\//.test(path))).toEqual([]);
  await page.close();
});

test("a slash typed into a field of the checker stays a slash", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}en/checker/`);
  // It comes to life with what it holds at first.
  await checkerToLive(page);
  await page.locator("form.checklist #url").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("/x");
  await poll(() => page.locator("form.checklist #url").inputValue()).toMatch(/\/x$/);
  await poll(() => page.locator("dialog.search").count()).toBe(0);
});

test.each(languages)("what is shown of a cause in %s does not say its title again", async (language) => {
  await find(language, "405");
  const results = await (pages.get(language) as Page)
    .locator('dialog.search .found li:has(a[href*="/causes/"])')
    .evaluateAll((items) => items.map((item) => [".page", "p"].map((part) => item.querySelector(part)?.textContent)));
  expect(results.length).toBeGreaterThan(0);
  for (const [title, excerpt] of results) expect(excerpt).not.toContain(title);
});
