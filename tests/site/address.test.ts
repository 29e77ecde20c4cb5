import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { notCorsIds } from "../../src/diagnose/index.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes } from "../../src/rules/index.ts";
import { chooseMethod } from "../support/checkerMethod.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

/** More than servers take, six characters of an address for each: Node 16 KB for all headers, the Referer among them. */
const TOO_LONG = "é".repeat(10_000);
/** What an address holds at most besides its query, generously. */
const LONGEST_ADDRESS = 2200;

const root = inject("siteUrl");
const { origin } = new URL(root);

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

async function open(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await prepare?.(watched.page);
  await watched.page.goto(root + path);
  await watched.page.waitForLoadState("networkidle");
  return watched;
}

/** A field that holds a megabyte takes a browser a while, whatever a page does with it. */
const patient = { timeout: 240_000 };
const poll = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 20_000 });
const shownCauses = (page: Page) => page.locator("tr[data-cause]:visible").count();
const code = (page: Page) => page.locator("[data-recipe-code] pre");
const checkerField = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first();

/** That a page can still be loaded anew and in another language. */
async function expectReloadAndSwitch(page: Page, place: string): Promise<void> {
  expect(page.url().length).toBeLessThan(LONGEST_ADDRESS);
  expect((await page.reload())?.status()).toBe(200);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().startsWith(`${root}ja/${place}`)),
    page.locator(".menu a[hreflang=ja]").click(),
  ]);
  expect(answer.status()).toBe(200);
}

describe("what is too long for an address is left out of it, and the page works with it all the same", () => {
  test("sixty lines of a console, pasted into the causes' filter", patient, async () => {
    const line =
      "Access to fetch at 'https://api.my.test/v2/orders?id=7' from origin 'http://localhost:5173' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
    const { page, faults, close } = await open("en/causes/");
    await page.locator("form.filter input").fill(Array(60).fill(line).join(" "));
    await poll(() => shownCauses(page)).toBe(1);
    await expectReloadAndSwitch(page, "causes/");
    expect(faults).toEqual([]);
    await close();
  });

  test("a megabyte of words in the causes' filter", patient, async () => {
    const { page, faults, close } = await open("en/causes/");
    await page.locator("form.filter input").fill(`${"é".repeat(1000)} `.repeat(1000));
    await poll(() => shownCauses(page)).toBe(0);
    await page.locator("form.filter input").fill("err_connection_refused");
    await poll(() => shownCauses(page)).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  test("a link to the causes' filter that some servers still take", async () => {
    const { page, faults, close } = await open(`en/causes/?q=${"w0x+".repeat(1500)}`);
    await poll(() => shownCauses(page)).toBe(0);
    await expectReloadAndSwitch(page, "causes/");
    expect(faults).toEqual([]);
    await close();
  });

  test("a link to any other page that some servers still take, in its language links", async () => {
    const { page, close } = await open(`en/guides/?${"x".repeat(6000)}`);
    await page.locator(".menu a[hreflang=ja]").click();
    await page.waitForURL(`${root}ja/guides/`);
    await close();
  });

  test("a value of the checker, which the recipe beside it is filled in with", patient, async () => {
    const { page, faults, close } = await open("en/checker/");
    await checkerField(page, "Content-Type").fill(TOO_LONG);
    await chooseMethod(page, "QUERY");
    await page.locator("#recipe").selectOption("/en/recipes/express/");
    await poll(() => page.locator("[data-recipe] pre").textContent()).toContain("QUERY");
    // There is no link to a request that no link can carry.
    expect(await page.locator(".share a").count()).toBe(0);
    await checkerField(page, "Content-Type").fill("text/plain");
    await poll(() => page.locator(".share a").getAttribute("href")).toContain("method=QUERY");
    await checkerField(page, "Content-Type").fill(TOO_LONG);
    expect(new URL(page.url()).search).toBe("");
    await expectReloadAndSwitch(page, "checker/");
    expect(faults).toEqual([]);
    await close();
  });

  test("values of a recipe, which are kept for the next page all the same", async () => {
    const names = Array.from({ length: 500 }, (_, i) => `X-Header-${i}`);
    const { page, faults, close } = await open("en/recipes/express/");
    await page.locator("#headers").fill(names.join(", "));
    await poll(() => code(page).textContent()).toContain("X-Header-499");
    expect(await page.locator("[data-check]").evaluate((link) => (link as HTMLAnchorElement).search)).toBe("");
    await expectReloadAndSwitch(page, "recipes/express/");
    await poll(() => code(page).textContent()).toContain("X-Header-499");
    expect(faults).toEqual([]);
    await close();
  });
});

describe("a browser that takes no more changes of the address", () => {
  const refusing = (page: Page) =>
    page.addInitScript(() => {
      history.replaceState = history.pushState = () => {
        throw new DOMException("Attempt to use history.replaceState() more than 100 times", "SecurityError");
      };
    });

  test("still filters the causes", async () => {
    const { page, faults, close } = await open("en/causes/", refusing);
    await page.locator("form.filter input").fill("err_connection_refused");
    await poll(() => shownCauses(page)).toBeLessThan(causes.length);
    await page.getByRole("button", { name: uiStrings.en.common["filter.clear"] }).click();
    await poll(() => shownCauses(page)).toBe(causes.length + notCorsIds.length);
    expect(faults).toEqual([]);
    await close();
  });

  test("still has the checker's verdict, and the recipe beside it", async () => {
    const { page, faults, close } = await open("en/checker/", refusing);
    await chooseMethod(page, "DELETE");
    await poll(() => page.locator("[role=status]").first().textContent()).toContain("DELETE");
    await page.locator("#recipe").selectOption("/en/recipes/express/");
    await poll(() => page.locator("[data-recipe] pre").textContent()).toContain("DELETE");
    expect(faults).toEqual([]);
    await close();
  });

  test("still fills recipes in", async () => {
    const { page, faults, close } = await open("en/recipes/express/", refusing);
    await page.locator("#origins").fill("https://mine.example");
    await poll(() => code(page).textContent()).toContain("https://mine.example");
    expect(faults).toEqual([]);
    await close();
  });
});

test("the address is changed only where what is asked for has changed", async () => {
  const { page, close } = await open("en/causes/", (page) =>
    page.addInitScript(() => {
      const replace = history.replaceState;
      history.replaceState = function (...args) {
        document.documentElement.dataset.changes = String(Number(document.documentElement.dataset.changes ?? 0) + 1);
        replace.apply(this, args);
      };
    }),
  );
  const changes = () => page.locator("html").getAttribute("data-changes");
  expect(await changes()).toBe(null);
  await page.locator("form.filter input").fill("opaque");
  await poll(() => new URL(page.url()).search).toBe("?q=opaque");
  await page.locator("form.filter input").dispatchEvent("change");
  expect(await changes()).toBe("1");
  await close();
});
