import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { uiStrings } from "../../src/i18n/strings.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { wake } from "../support/wake.ts";
import { openWatched } from "../support/watchedPage.ts";

const root = inject("siteUrl");
const { origin } = new URL(root);
/** The place of a guide: `guides/preflight-404/`. */
const guide = readPages(inject("siteFolder"))
  .find(({ path }) => /^\/en\/guides\/.+/.test(path))
  ?.path.slice("/en/".length) as string;

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

describe("the language switch", () => {
  test.each(languages.map((from, index) => [from, languages[(index + 1) % languages.length] as string]))(
    "from %s to %s keeps the page and the heading that the reader was at",
    async (from, to) => {
      const { page, faults, close } = await openWatched(browser, origin);
      // The page's own clock goes by what this test says: a reader reads for a while, however busy the machine is.
      await page.clock.install();
      await page.goto(`${root}${from}/${guide}`);
      const id = await page.evaluate(async () => {
        const headings = [...document.querySelectorAll(".prose > :is(h2, h3)[id]")];
        const top = (heading: Element | undefined) => heading?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
        // Not one with the next right below it: the reader might be at either.
        const heading = headings.find((one, index) => index > 4 && top(headings[index + 1]) - top(one) > innerHeight);
        const scrolled = new Promise((resolve) => addEventListener("scroll", resolve, { once: true }));
        heading?.scrollIntoView({ behavior: "instant" });
        await scrolled;
        return heading?.id;
      });
      await wake(page);
      // Before they scroll up to the switch.
      await page.clock.runFor(1500);
      await page.locator(`.menu a[hreflang="${to}"]`).click();
      await page.waitForURL(`${root}${to}/${guide}**`);
      await poll(() => page.url()).toBe(`${root}${to}/${guide}#${id}`);
      // It scrolls there smoothly.
      await poll(() =>
        page.locator(`[id="${id}"]`).evaluate((heading) => Math.round(heading.getBoundingClientRect().top)),
      ).toBeLessThan(200);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("keeps the heading that the reader's link led to, without a stay at it", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(`${root}en/${guide}#fix-server`);
    await page.locator(".menu a[hreflang=ja]").click();
    await page.waitForURL(`${root}ja/${guide}#fix-server`);
    await close();
  });

  test("at the start of a page leads to the start", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(`${root}en/${guide}`);
    await page.locator(".menu a[hreflang=ja]").click();
    await page.waitForURL(`${root}ja/${guide}`);
    await close();
  });

  test("keeps the checker's request", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(`${root}en/checker/?method=DELETE&h=X-API-Key:1`);
    await page.locator(".menu a[hreflang=ja]").click();
    await page.waitForURL(`${root}ja/checker/?method=DELETE&h=X-API-Key:1`);
    await close();
  });

  test("works without JavaScript", async () => {
    const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${root}en/${guide}`);
    await page.locator(".menu a[hreflang=ja]").click();
    await poll(() => page.url()).toBe(`${root}ja/${guide}`);
    await close();
  });
});

describe("the theme", () => {
  const background = () => getComputedStyle(document.body).backgroundColor;

  test("follows the system, then the button: light, dark, the system again", async () => {
    const { page, faults, close } = await openWatched(browser, origin, { colorScheme: "dark" });
    const t = uiStrings.ja.common;
    await page.goto(`${root}ja/`);
    const button = page.locator("[data-theme-button]");
    const html = page.locator("html");
    const dark = await page.evaluate(background);
    await poll(() => button.getAttribute("aria-label")).toBe(t["theme.auto"]);

    await button.click();
    await poll(() => html.getAttribute("data-theme")).toBe("light");
    await poll(() => button.getAttribute("aria-label")).toBe(t["theme.light"]);
    await poll(() => page.evaluate(background)).not.toBe(dark);

    await button.click();
    await poll(() => html.getAttribute("data-theme")).toBe("dark");
    await poll(() => button.getAttribute("aria-label")).toBe(t["theme.dark"]);
    await poll(() => page.evaluate(background)).toBe(dark);

    await button.click();
    await poll(() => html.getAttribute("data-theme")).toBeNull();
    await poll(() => page.evaluate(background)).toBe(dark);
    expect(faults).toEqual([]);
    await close();
  });

  test("that was chosen is there on the next page before anything is painted", async () => {
    const { page, close } = await openWatched(browser, origin, { colorScheme: "light" });
    await page.goto(`${root}en/`);
    for (const theme of ["light", "dark"]) {
      await page.locator("[data-theme-button]").click();
      await poll(() => page.locator("html").getAttribute("data-theme")).toBe(theme);
    }

    // Nothing is painted before there is a body.
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.documentElement?.dataset.theme) return;
        Object.assign(window, { themeBeforeBody: document.body === null });
        observer.disconnect();
      }).observe(document, { attributes: true, childList: true, subtree: true });
    });
    for (const path of [`en/${guide}`, "ja/checker/", "404.html"]) {
      await page.goto(root + path);
      expect(await page.locator("html").getAttribute("data-theme"), path).toBe("dark");
      expect(
        await page.evaluate(() => (window as unknown as { themeBeforeBody?: boolean }).themeBeforeBody),
        path,
      ).toBe(true);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), path).toBe("dark");
    }
    await close();
  });

  test("has no button without JavaScript, and no other that would do nothing", async () => {
    const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${root}en/${guide}`);
    expect(await page.locator("header button:visible").count()).toBe(0);
    await close();
  });
});
