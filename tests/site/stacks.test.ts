import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { type Stack, stackSchema } from "../../src/content/schemas/stack.ts";
import { causes } from "../../src/rules/index.ts";
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

/** The recipes that each guide shows and the causes that it is about, by its slug. */
const shownIn = readdirSync("content/guides").map((slug) => {
  const file = readdirSync(`content/guides/${slug}`).find((name) => name.endsWith(".mdx"));
  const text = readFileSync(`content/guides/${slug}/${file}`, "utf8");
  const listOf = (field: string) => {
    const list = new RegExp(`^${field}: \\[(.*)\\]$`, "m").exec(text)?.[1] ?? "";
    return list.split(/,\s*/).filter(Boolean);
  };
  return { slug, recipes: listOf("recipes"), causes: listOf("causes") };
});

test.each(languages)("in %s each cause's page leads to the guides that are about it, and there is one", (language) => {
  const pages = readPages(inject("siteFolder")).filter(({ path }) => path.startsWith(`/${language}/causes/`));
  const linksOf = new Map(pages.map((page) => [page.path, attributes(page, "a[href]", "href")]));
  for (const { id } of causes) {
    const about = shownIn.filter((guide) => guide.causes.includes(id));
    expect(about, id).not.toEqual([]);
    const links = about.map(({ slug }) => `/${language}/guides/${slug}/`);
    expect(linksOf.get(`/${language}/causes/${id}/`), id).toEqual(expect.arrayContaining(links));
  }
});

test.each(languages)(
  "in %s each stack's page has its code or its recipes, its traps, causes and guides",
  (language) => {
    const pages = readPages(inject("siteFolder")).filter(({ path }) =>
      new RegExp(`^/${language}/(?:recipes|stacks)/[\\w-]+/$`).test(path),
    );
    expect(pages.length).toBeGreaterThan(100);
    for (const page of pages) {
      const links = attributes(page, "a[href]", "href");
      const hasLink = (kind: string) => links.some((link) => new RegExp(`/${kind}/[\\w-]+/$`).test(link));
      const ids = attributes(page, "h2[id]", "id");
      const has = {
        setting: ids.some((id) => ["code", "setting", "recipes"].includes(id)),
        traps: ids.some((id) => ["trap", "traps"].includes(id)),
        causes: hasLink("causes"),
        guides: hasLink("guides"),
      };
      expect(has, page.path).toEqual({ setting: true, traps: true, causes: true, guides: true });
    }
  },
);

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

const stacks: Stack[] = parse(readFileSync("content/stacks.yaml", "utf8")).map((entry: unknown) =>
  stackSchema.parse(entry),
);

test.each(languages)(
  "in %s each stack without a recipe, or with several, has a page that leads on, and is led to",
  (language) => {
    const folder = inject("siteFolder");
    const pages = new Map(readPages(folder).map((page) => [page.path, page]));
    const links = (path: string) => {
      const page = pages.get(path);
      return page ? attributes(page, "a[href]", "href") : [];
    };
    const [sitemap, llms] = ["sitemap.xml", "llms.txt"].map((name) => readFileSync(join(folder, name), "utf8"));
    expect(links(`/${language}/recipes/`)).toContain(`/${language}/stacks/`);
    expect(stacks.length).toBeGreaterThan(40);
    for (const { id, recipes, causes: meets, refuses, sources, name } of stacks) {
      const path = `/${language}/stacks/${id}/`;
      const to = links(path);
      expect(to, id).toEqual(
        expect.arrayContaining([
          ...recipes.map((recipe) => `/${language}/recipes/${recipe}/`),
          ...[...meets, ...refuses.flatMap((each) => each.causes)].map((cause) => `/${language}/causes/${cause}/`),
          ...sources.map(({ url }) => url),
        ]),
      );
      expect(links(`/${language}/stacks/`), id).toContain(path);
      for (const recipe of recipes)
        expect(links(`/${language}/recipes/${recipe}/`), `${recipe} to ${id}`).toContain(path);
      expect(sitemap, id).toContain(`${path}</loc>`);
      expect(llms, name).toContain(`/en/stacks/${id}.md`);
      expect(existsSync(join(folder, `${path.slice(1, -1)}.md`)), `twin of ${path}`).toBe(true);
    }
  },
);
