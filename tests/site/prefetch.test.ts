import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";
import { wake } from "../support/wake.ts";
import { openWatched } from "../support/watchedPage.ts";

const root = inject("siteUrl");
let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

/** Opens a page and rests on a link. @param before runs in the page before its scripts */
async function restOnLink(before: () => void = () => {}) {
  const { page, faults, close } = await openWatched(browser, new URL(root).origin);
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(before);
  await page.goto(`${root}en/guides/`);
  await wake(page);
  asked.length = 0;
  await page.locator("main a[href='/en/guides/preflight-404/']").first().hover();
  return { page, faults, asked, close };
}

const withoutRules = () => {
  HTMLScriptElement.supports = () => false;
};

test.each([
  ["by a rule", undefined],
  ["by a link of the page's, where the browser knows no rules", withoutRules],
])("whoever rests on a link has its page ahead, %s", async (_how, before) => {
  const { faults, asked, close } = await restOnLink(before);
  await poll(() => asked).toContain("/en/guides/preflight-404/");
  expect(asked.filter((path) => path !== "/en/guides/preflight-404/")).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test("whoever saves data is spared it", async () => {
  const { page, asked, close } = await restOnLink(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  expect(await page.locator("script[type=speculationrules], link[rel=prefetch]").count()).toBe(0);
  expect(asked).toEqual([]);
  await close();
});
