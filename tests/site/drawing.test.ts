import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchForPages, launchTimeout } from "../support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

test("an arrow that breaks bears one ✕, and no bar of a code block", async () => {
  const page = await browser.newPage();
  await page.goto(`${inject("siteUrl")}en/causes/allow-origin-missing/`);
  const drawn = await page
    .locator(".exchange .broken")
    .first()
    .evaluate((arrow) => {
      const style = getComputedStyle(arrow);
      return { before: getComputedStyle(arrow, "::before").content, bar: style.borderInlineStartWidth };
    });
  expect(drawn).toEqual({ before: "none", bar: "0px" });
  expect((await page.locator(".exchange .broken").first().textContent())?.match(/✕/g)).toHaveLength(1);
});
