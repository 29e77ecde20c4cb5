import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { launchForPages, launchTimeout } from "../../support/chromium.ts";
import { readPages } from "../../support/pages.ts";
import { comeToLife, expectSound, open } from "./soundPage.ts";

const address = inject("siteUrl");
const pages = readPages(inject("siteFolder"));

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

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
    const tab = await open(browser);
    const guide = pages.find(({ path, html }) => /^\/en\/guides\/.+/.test(path) && html.includes("data-checker"));
    await tab.page.goto(address + guide?.path.slice(1));
    await openIt(tab.page);
    await expectSound(tab, new Set());
  });
});
