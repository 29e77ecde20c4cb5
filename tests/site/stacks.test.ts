import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";
import { openWatched } from "../support/watchedPage.ts";

const root = inject("siteUrl");
let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

const guide = "guides/preflight-failed/";
const shown = (page: Page) => page.locator(".stack:visible").evaluateAll((all) => all.map(({ id }) => id));
const tab = (page: Page, recipe: string) => page.locator(`.stacks [value=${recipe}]`);

test("the stack that a reader chooses in a guide is shown on a cause's page, and the other way round", async () => {
  const { page, faults, close } = await openWatched(browser, new URL(root).origin);
  await page.goto(`${root}en/${guide}`);
  expect(await shown(page)).toEqual(["express"]);
  await tab(page, "express").focus();
  await page.keyboard.press("ArrowRight");
  await poll(() => shown(page)).toEqual(["flask"]);
  await page.goto(`${root}ja/causes/options-not-routed/`);
  const select = page.locator("[data-stack-code] select");
  await poll(() => select.inputValue()).toBe("flask");
  await poll(() => page.locator("[data-recipe-code]").textContent()).toContain("@app.before_request");
  await select.selectOption("nginx");
  await page.goto(`${root}zh-TW/${guide}`);
  await poll(() => shown(page)).toEqual(["nginx"]);
  // A link to another tab opens that one.
  await page.goto(`${root}zh-TW/${guide}#flask`);
  await poll(() => shown(page)).toEqual(["flask"]);
  expect(faults).toEqual([]);
  await close();
});

test("tabs work without a script, and are all printed", async () => {
  const { page, close } = await openWatched(browser, new URL(root).origin, { javaScriptEnabled: false });
  await page.goto(`${root}en/${guide}`);
  expect(await shown(page)).toEqual(["express"]);
  await tab(page, "nginx").check();
  expect(await shown(page)).toEqual(["nginx"]);
  await page.emulateMedia({ media: "print" });
  expect(await shown(page)).toEqual(["express", "flask", "nginx"]);
  await close();
});
