import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadRecipes } from "../../scripts/conformance/recipes.ts";
import { recipeRuns } from "../../src/evidence/recipes.ts";
import { fillIn } from "../../src/i18n/fillIn.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";
import { expectSoundInBothThemes } from "../support/soundAtWidths.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const root = inject("siteUrl");
const { origin } = new URL(root);
const recipes = loadRecipes();

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

async function openList(search = "", language = "en"): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await watched.page.goto(`${root}${language}/recipes/${search}`);
  await watched.page.locator("form.filter").waitFor();
  return watched;
}

/** The ids of the rows that are shown, sorted. */
async function shown(page: Page): Promise<string[]> {
  const links = page.locator("tr[data-recipe]:visible th a");
  const ids = await links.evaluateAll((all) =>
    all.map((a) => (a as HTMLAnchorElement).pathname.split("/").at(-2) ?? ""),
  );
  return ids.sort();
}

const idsOf = (fits: (recipe: (typeof recipes)[number]) => boolean) =>
  recipes
    .filter(fits)
    .map(({ id }) => id)
    .sort();
const every = idsOf(() => true);
const field = (page: Page, name: string) => page.locator(`form.filter [name=${name}]`);
const status = (page: Page) => page.locator("form.filter [role=status]");

test("without JavaScript the table is whole, whatever the address asks for, and has no controls", async () => {
  const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
  await page.goto(`${root}ja/recipes/?q=nothing&kind=proxy`);
  expect(await page.locator("form.filter").isVisible()).toBe(false);
  expect(await shown(page)).toEqual(every);
  await close();
});

test.each([...languages])(
  "%s: a recipe is found by its name and by a version that it was run with",
  async (language) => {
    const { page, faults, close } = await openList("", language);
    const t = uiStrings[language].recipes;
    await field(page, "q").fill("NGINX");
    await poll(() => shown(page)).toEqual(expect.arrayContaining(["nginx", "nginx-passthrough"]));
    await poll(async () => (await shown(page)).includes("express")).toBe(false);
    const found = await shown(page);
    await poll(() => status(page).textContent()).toBe(
      fillIn(t["filter.count"], { shown: found.length, all: every.length }),
    );
    const version = recipeRuns["express-4"]?.versions.Express ?? "";
    await field(page, "q").fill(`express ${version}`);
    await poll(() => shown(page)).toEqual(["express-4", "express-4-cors"]);
    await field(page, "q").fill("no such stack");
    await poll(() => shown(page)).toEqual([]);
    await poll(() => status(page).textContent()).toBe(t["filter.none"]);
    await page.locator("form.filter button").click();
    await poll(() => shown(page)).toEqual(every);
    expect(faults).toEqual([]);
    await close();
  },
);

test("what is chosen stands in the address, which gives the same table anew; groups without a row are not there", async () => {
  const { page, close } = await openList();
  await field(page, "group").selectOption("Python");
  await poll(() => shown(page)).toEqual(idsOf(({ group }) => group === "Python"));
  await poll(() => page.locator("tbody:visible").count()).toBe(1);
  await field(page, "group").selectOption("");
  await field(page, "kind").selectOption("proxy");
  await poll(() => shown(page)).toEqual(idsOf(({ kind }) => kind === "proxy"));
  const { search } = new URL(page.url());
  expect(search).toBe("?kind=proxy");
  await close();
  const again = await openList(search);
  await poll(() => shown(again.page)).toEqual(idsOf(({ kind }) => kind === "proxy"));
  await again.close();
});

describe("the table", () => {
  test("has the day of the runs once, and of each run how many lines hold", async () => {
    const { page, close } = await openList();
    const days = new Set(Object.values(recipeRuns).map((run) => run?.date));
    const text = (await page.locator("table.recipes").textContent()) ?? "";
    expect(text.split(/\b20\d\d\b/).length - 1).toBeLessThanOrEqual(Math.min(days.size, 2));
    const held = await page
      .locator("tr[data-recipe]", { has: page.locator("a[href$='/express-4-cors/']") })
      .textContent();
    const lines = Object.values(recipeRuns["express-4-cors"]?.lines ?? {});
    expect(held).toContain(`${lines.filter((line) => line === "holds").length} / ${lines.length}`);
    await close();
  });

  test("is sound on a narrow screen and a wide one, in light and dark", async () => {
    const { page, close } = await openList("?kind=proxy", "ja");
    await expectSoundInBothThemes(page);
    await close();
  });
});
