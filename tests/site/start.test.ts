import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const root = inject("siteUrl");

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

/** Opens an empty page of a reader who prefers some languages. */
async function readerOf(preferred: readonly string[], options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, new URL(root).origin, options);
  await watched.page.addInitScript(
    (tags) => Object.defineProperty(navigator, "languages", { get: () => tags }),
    preferred,
  );
  return watched;
}

describe("the root sends a reader to", () => {
  test.each([
    [["zh-TW"], "zh-TW"],
    [["zh-HK"], "zh-TW"],
    [["zh-Hant-TW", "en"], "zh-TW"],
    [["zh-CN"], "zh-TW"],
    [["ja-JP"], "ja"],
    [["JA"], "ja"],
    [["en-GB"], "en"],
    [["fr-FR", "ja", "en"], "ja"],
    [["en-US", "zh-TW"], "en"],
  ])("%j: %s", async (preferred, language) => {
    const { page, faults, close } = await readerOf(preferred);
    await page.goto(root);
    await page.waitForURL(`${root}${language}/`);
    expect(faults).toEqual([]);
    await close();
  });

  test("the language that they chose before, whatever they prefer", async () => {
    const { page, close } = await readerOf(["en-US"]);
    await page.goto(`${root}en/glossary/`);
    await page.locator(".menu a[hreflang=ja]").click();
    await page.waitForURL(`${root}ja/glossary/`);
    await page.goto(root);
    await page.waitForURL(`${root}ja/`);
    await close();
  });

  test("one of the site's languages, even where something else was stored", async () => {
    const { page, close } = await readerOf(["ja"]);
    await page.addInitScript(() => {
      localStorage.language = "fr";
    });
    await page.goto(root);
    await page.waitForURL(`${root}ja/`);
    await close();
  });

  test("a page from which one step back leads to where they came from", async () => {
    const { page, close } = await readerOf(["ja"]);
    await page.goto(`${root}en/causes/`);
    await page.evaluate((address) => location.assign(address), root);
    await page.waitForURL(`${root}ja/`);
    await page.goBack();
    await poll(() => page.url()).toBe(`${root}en/causes/`);
    await close();
  });
});

describe("the root shows plain links to all languages", () => {
  const links = languages.map((language) => `/${language}/`);

  test.each([
    ["to a reader of none of them", ["fr-FR", "de"]],
    ["to a reader of a language that only starts alike", ["jam", "ens"]],
    ["to a reader who names no language", []],
  ])("%s", async (_who, preferred) => {
    const { page, faults, close } = await readerOf(preferred);
    await page.goto(root);
    expect(await page.locator("main a").evaluateAll((found) => found.map((link) => link.getAttribute("href")))).toEqual(
      links,
    );
    expect(page.url()).toBe(root);
    expect(faults).toEqual([]);
    await close();
  });

  test("without JavaScript", async () => {
    const { page, close } = await readerOf(["ja"], { javaScriptEnabled: false, locale: "ja-JP" });
    await page.goto(root);
    for (const [index, language] of languages.entries()) {
      const link = page.locator("main a").nth(index);
      expect(await link.isVisible()).toBe(true);
      expect(await link.getAttribute("hreflang")).toBe(language);
    }
    await page.locator("main a[hreflang=ja]").click();
    await poll(() => page.url()).toBe(`${root}ja/`);
    await close();
  });

  test("where storage is turned off", async () => {
    const { page, faults, close } = await readerOf(["ja"]);
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Access is denied", "SecurityError");
        },
      });
    });
    await page.goto(root);
    expect(await page.locator("main a").count()).toBe(3);
    await page.goto(`${root}en/`);
    await page.locator("[data-theme-button]").click();
    await poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
    expect(faults).toEqual([]);
    await close();
  });
});
