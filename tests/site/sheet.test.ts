import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";

const root = inject("siteUrl");

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

/** How many pages a PDF has, by its page objects. */
const pagesIn = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.for(languages)(
  "the sheet of headers is one page of A4 in %s, and says where it comes from",
  { timeout: 120_000 },
  async (language) => {
    const page = await browser.newPage();
    await page.goto(`${root}${language}/guides/which-header/`, { waitUntil: "networkidle" });
    expect(pagesIn(await page.pdf({ format: "A4" }))).toBe(1);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("table:visible").count()).toBe(3);
    expect(await page.locator(".foot .address:visible").textContent()).toContain(`${language}/guides/which-header/`);
    // Another guide is as long as its text.
    await page.goto(`${root}${language}/guides/what-is-cors/`, { waitUntil: "networkidle" });
    expect(pagesIn(await page.pdf({ format: "A4" }))).toBeGreaterThan(2);
    await page.close();
  },
);
