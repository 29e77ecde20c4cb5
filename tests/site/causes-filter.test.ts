import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { blockedBy, failingStatus, linesOf, statuses } from "../../src/components/CauseRows/facts.ts";
import { notCorsIds } from "../../src/diagnose/index.ts";
import { fillIn } from "../../src/i18n/fillIn.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes, engines } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { expectSoundAtWidths } from "../support/soundAtWidths.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";
import { firstAssets, weigh } from "../support/weight.ts";

const root = inject("siteUrl");
const { origin } = new URL(root);

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

async function openCauses(search = "", language = "en"): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await watched.page.goto(`${root}${language}/causes/${search}`);
  await watched.page.locator("form.filter").waitFor();
  return watched;
}

/** What the table has a row for. */
const rowIds: readonly string[] = [...causes.map(({ id }) => id), ...notCorsIds];

/** The ids of the rows that are shown, in the page's order. */
async function shown(page: Page): Promise<string[]> {
  return page
    .locator("tr[data-cause]:visible th a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split("/").at(-2) ?? ""));
}

const shownSorted = async (page: Page) => (await shown(page)).toSorted();

const status = (page: Page) => page.locator("form.filter [role=status]");
const query = (page: Page) => page.locator("form.filter input");
const select = (page: Page, name: string) => page.locator(`form.filter select[name=${name}]`);
const idsOf = (fits: (cause: (typeof causes)[number]) => boolean) =>
  causes
    .filter(fits)
    .map(({ id }) => id)
    .toSorted();

describe("without JavaScript", () => {
  test.each([...languages])(
    "%s: the table is whole, whatever the address asks for, and has no controls",
    async (language) => {
      const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
      await page.goto(`${root}${language}/causes/?q=nothing&engine=firefox`);
      expect(await page.locator("form.filter").isVisible()).toBe(false);
      expect(await shownSorted(page)).toEqual(rowIds.toSorted());
      await close();
    },
  );
});

describe.each(languages)("in %s", (language) => {
  const t = uiStrings[language].common;

  test("a pasted message finds its cause, and the region says how many are shown", async () => {
    const { page, faults, close } = await openCauses("", language);
    await poll(() => status(page).textContent()).toBe("");
    await query(page).fill(
      "Access to fetch at 'https://my.test/a' from origin 'http://localhost:5173' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    );
    await poll(() => shown(page)).toEqual(["wildcard-with-credentials"]);
    await poll(() => status(page).textContent()).toBe(fillIn(t["filter.count"], { shown: 1, all: rowIds.length }));
    // A section whose causes are all hidden has no heading either.
    await poll(() => page.locator("section h2:visible").count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  test("nothing found is said, and clearing brings everything back", async () => {
    const { page, close } = await openCauses("", language);
    await query(page).fill("zzzzqqqq");
    await poll(() => shown(page)).toEqual([]);
    await poll(() => status(page).textContent()).toBe(t["filter.none"]);
    await page.getByRole("button", { name: t["filter.clear"] }).click();
    await poll(() => shown(page).then(({ length }) => length)).toBe(rowIds.length);
    await poll(() => query(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await poll(() => status(page).textContent()).toBe("");
    await poll(() => page.url()).toBe(`${root}${language}/causes/`);
    await close();
  });
});

test("words are found in title, symptom, sign and lines, in any case and width", async () => {
  const { page, close } = await openCauses();
  for (const [text, id] of [
    ["options 404", "options-not-routed"],
    ["ｎｏ－ｃｏｒｓ OPAQUE", "no-cors-opaque"],
    ["err_connection_refused", "server-not-reached"],
    ["it does not have http ok status", "auth-before-cors"],
  ] as const) {
    await query(page).fill("");
    await poll(() => shown(page).then(({ length }) => length)).toBe(rowIds.length);
    await query(page).fill(text);
    await poll(() => shown(page).then((ids) => ids.includes(id) && ids.length < rowIds.length), text).toBe(true);
  }
  await close();
});

test("an engine leaves the causes that it blocks, a status those that fail at such an answer", async () => {
  const { page, close } = await openCauses();
  for (const engine of engines) {
    await select(page, "engine").selectOption(engine);
    await poll(() => shownSorted(page)).toEqual(idsOf((cause) => blockedBy(cause).includes(engine)));
  }
  await select(page, "engine").selectOption("");
  for (const answer of statuses) {
    await select(page, "status").selectOption(answer);
    await poll(() => shownSorted(page)).toEqual(idsOf((cause) => failingStatus(cause) === answer));
  }
  await close();
});

describe("a message is diagnosed, whatever words it has in common with the rows", () => {
  const blocked = (api: string, why: string) =>
    `Access to ${api} at 'https://api.my.test/v1' from origin 'https://app.my.test' has been blocked by CORS policy: ${why}`;

  test.each([
    [
      "axios's, which only another cause's page has word for word",
      blocked("XMLHttpRequest", "No 'Access-Control-Allow-Origin' header is present on the requested resource."),
      ["allow-origin-missing"],
      ["upload-listener-preflight"],
    ],
    [
      "one with a status that no page names",
      "Preflight response is not successful. Status code: 418",
      ["options-not-routed"],
      ["allow-origin-missing"],
    ],
    [
      "one about the reader's own header",
      blocked(
        "fetch",
        "Request header field my-own is not allowed by Access-Control-Allow-Headers in preflight response.",
      ),
      ["header-not-allowed"],
      ["options-not-routed"],
    ],
    [
      "Firefox's in Japanese",
      "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://api.my.test/v1 にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘*’ である場合、認証情報はサポートされない)。",
      ["wildcard-with-credentials"],
      ["allow-origin-missing"],
    ],
  ] as const)("%s", async (_, message, right, wrong) => {
    const { page, faults, close } = await openCauses();
    await query(page).fill(message);
    await poll(() => shown(page).then(({ length }) => length)).toBeLessThan(rowIds.length);
    const ids = await shown(page);
    expect(ids).toEqual(expect.arrayContaining([...right]));
    for (const id of wrong) expect(ids).not.toContain(id);
    expect(faults).toEqual([]);
    await close();
  });

  test("and leads to what else the diagnosis says of it; words do not", async () => {
    const { page, close } = await openCauses();
    const link = page.locator("form.filter a");
    await query(page).fill("not allowed");
    await poll(() => shown(page).then(({ length }) => length)).toBeLessThan(rowIds.length);
    expect(await link.isVisible()).toBe(false);
    await query(page).fill(blocked("fetch", "It does not have HTTP ok status."));
    await poll(() => link.isVisible()).toBe(true);
    await link.click();
    await page.waitForURL(`${root}en/diagnose/#*`);
    await poll(() => page.locator("[data-answer] .finding").count()).toBe(1);
    await close();
  });
});

describe("the address", () => {
  test("follows the filter, gives it back, and is kept when the language is switched", async () => {
    const { page, faults, close } = await openCauses();
    await query(page).fill("not allowed");
    await select(page, "engine").selectOption("webkit");
    await select(page, "status").selectOption("2xx");
    const search = "?q=not+allowed&engine=webkit&status=2xx";
    await poll(() => new URL(page.url()).search).toBe(search);
    const ids = await shown(page);
    expect(ids).not.toEqual([]);
    await page.reload();
    await poll(() => query(page).inputValue()).toBe("not allowed");
    await poll(() => select(page, "status").inputValue()).toBe("2xx");
    await poll(() => shown(page)).toEqual(ids);
    await page.locator(".menu a[hreflang=ja]").click();
    await page.waitForURL(`${root}ja/causes/${search}`);
    await poll(() => query(page).inputValue()).toBe("not allowed");
    expect(faults).toEqual([]);
    await close();
  });

  test("that asks for what there is not asks for nothing there", async () => {
    const { page, close } = await openCauses("?engine=netscape&status=6xx&via=pigeon#preflight");
    await poll(() => shown(page).then(({ length }) => length)).toBe(rowIds.length);
    await poll(() => select(page, "engine").inputValue()).toBe("");
    await poll(() => page.url()).toBe(`${root}en/causes/#preflight`);
    await close();
  });
});

test("the keyboard alone filters and clears", async () => {
  const { page, close } = await openCauses();
  await query(page).focus();
  await page.keyboard.type("mixed content");
  // Enter sends nothing anywhere, even before the filter has been loaded.
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await page.keyboard.press("Enter");
  await poll(() => shown(page).then((ids) => ids.includes("mixed-content") && ids.length < rowIds.length)).toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await poll(() => select(page, "engine").inputValue()).toBe(engines[0]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await poll(() => shown(page).then(({ length }) => length)).toBe(rowIds.length);
  expect(await page.evaluate(() => "stays" in window)).toBe(true);
  await close();
});

test("what is filtered is as sound as the whole, on a narrow screen too", async () => {
  const { page, faults, close } = await openCauses("?q=zzzz");
  await expectSoundAtWidths(page);
  expect(faults).toEqual([]);
  await close();
});

test("only this page loads the filter's script, and it is at most 2 KiB", () => {
  const folder = inject("siteFolder");
  const pages = readPages(folder);
  const scriptsOf = (path: string) => {
    const page = pages.find((each) => each.path === path);
    return page ? firstAssets(folder, page).scripts : [];
  };
  const everywhere = scriptsOf("/en/guides/");
  const own = scriptsOf("/en/causes/").filter((script) => !everywhere.includes(script));
  expect(own.length).toBeGreaterThan(0);
  expect(weigh(folder, own)).toBeLessThanOrEqual(2048);
  const entry = own.find((script) => /CauseFilter/.test(script));
  const users = pages
    .filter((page) => entry && firstAssets(folder, page).scripts.includes(entry))
    .map(({ place }) => place);
  expect(users).toEqual(languages.map(() => "/causes/"));
});

test("every line that engines print is in the row that it belongs to", async () => {
  const { page, close } = await openCauses("", "ja");
  const lines = await page
    .locator("tr[data-status]")
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("a")?.pathname.split("/").at(-2), (row as HTMLElement).dataset.lines]),
    );
  expect(Object.fromEntries(lines)).toEqual(
    Object.fromEntries(causes.map((cause) => [cause.id, linesOf(cause, "ja").join("\n")])),
  );
  await close();
});
