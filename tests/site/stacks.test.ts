import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { attributes, readPages } from "../support/pages.ts";
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

/** The recipes that each guide shows, by its slug. */
const shownIn = readdirSync("content/guides").map((slug) => {
  const file = readdirSync(`content/guides/${slug}`).find((name) => name.endsWith(".mdx"));
  const list = /^recipes: \[(.*)\]$/m.exec(readFileSync(`content/guides/${slug}/${file}`, "utf8"))?.[1] ?? "";
  return { slug, recipes: list.split(/,\s*/).filter(Boolean) };
});

test.each(languages)(
  "in %s a stack's page leads to the guides that show its recipe, and to no more than six",
  (language) => {
    const linksOf = new Map(
      readPages(inject("siteFolder")).map((page) => [page.path, attributes(page, "a[href]", "href")]),
    );
    const guidesOf = (recipe: string) =>
      (linksOf.get(`/${language}/recipes/${recipe}/`) ?? []).filter((link) => /\/guides\/[\w-]+\/$/.test(link));
    expect(shownIn.flatMap(({ recipes }) => recipes).length).toBeGreaterThan(10);
    for (const { slug, recipes } of shownIn) {
      for (const recipe of recipes) expect(guidesOf(recipe), recipe).toContain(`/${language}/guides/${slug}/`);
    }
    for (const path of linksOf.keys()) {
      const recipe = new RegExp(`^/${language}/recipes/([\\w-]+)/$`).exec(path)?.[1];
      if (recipe) expect(new Set(guidesOf(recipe)).size, recipe).toBeLessThanOrEqual(6);
    }
  },
);
