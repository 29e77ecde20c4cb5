import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axeViolations, colourRules } from "../support/axe.ts";
import { launchChromium, launchTimeout } from "../support/chromium.ts";
import { readPages } from "../support/pages.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const address = inject("siteUrl");
const { origin } = new URL(address);
const pages = readPages(inject("siteFolder"));
// A language's 404.html is the same page as its 404/.
const paths = pages.map(({ path }) => path).filter((path) => !/^\/.+\/404\.html$/.test(path));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, launchTimeout);
afterAll(() => browser?.close());

/** Brings what waits to come into view to life. */
async function comeToLife(page: Page): Promise<void> {
  for (const checker of await page.locator("[data-checker]").all()) {
    await checker.scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
  }
}

const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 800 };

/** Looks at the page as it is now, on a narrow screen and on a wide one, in light and in dark. */
async function expectSound({ page, faults }: WatchedPage): Promise<void> {
  await page.setViewportSize(narrow);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    "the width that the content needs",
  ).toBeLessThanOrEqual(narrow.width);
  await page.setViewportSize(wide);
  expect(await axeViolations(page), "in light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await axeViolations(page, colourRules), "in dark").toEqual([]);
  expect(faults).toEqual([]);
}

// A reader of none of the site's languages is not sent on from the root.
const open = () => openWatched(browser, origin, { locale: "fr-FR", viewport: narrow, colorScheme: "light" });

describe.concurrent("every page", () => {
  /** Tabs that no test uses now: a new one for each page would take as long as the page itself. */
  const tabs: WatchedPage[] = [];

  test.each(paths)(
    "%s keeps to its origin and policy, fits a narrow screen and passes axe in light and dark",
    async (path) => {
      const tab = tabs.pop() ?? (await open());
      tab.faults.length = 0;
      try {
        await tab.page.setViewportSize(narrow);
        await tab.page.emulateMedia({ colorScheme: "light" });
        await tab.page.goto(address + path.slice(1));
        await comeToLife(tab.page);
        await expectSound(tab);
      } finally {
        tabs.push(tab);
      }
    },
  );
});

describe("what opens on demand is as sound", () => {
  test.each([
    [
      "the search, with results",
      async (page: Page) => {
        await page.keyboard.press("/");
        await page.locator("dialog[open] input").fill("preflight");
        await page.locator("dialog[open] li a").first().waitFor();
      },
    ],
    [
      "a guide's checker",
      async (page: Page) => {
        await comeToLife(page);
        await page.locator("[data-checker] button").first().click();
        await page.locator("[data-checker] form").waitFor();
      },
    ],
  ])("%s", async (_what, openIt) => {
    const tab = await open();
    const guide = pages.find(({ path, html }) => /^\/en\/guides\/.+/.test(path) && html.includes("data-checker"));
    await tab.page.goto(address + guide?.path.slice(1));
    await openIt(tab.page);
    await expectSound(tab);
  });
});
