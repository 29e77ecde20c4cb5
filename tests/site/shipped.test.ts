import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ABOUT, PREFIX } from "../../src/components/TryIt/answers.ts";
import { differences } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages } from "../support/chromium.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { watchScripts } from "../support/loadedScripts.ts";
import { openSearch } from "../support/openSearch.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
});
afterAll(() => browser?.close());

test.each(languages)("%s: a search loads every file that stands beside its index", async (language) => {
  const context = await browser.newContext();
  const loaded = new Set<string>();
  // Of the context: the index is read by a worker.
  context.on("request", (request) => loaded.add(new URL(request.url()).pathname));
  const page = await context.newPage();
  await page.goto(`${inject("siteUrl")}${language}/`);
  await openSearch(page);
  await page.locator("dialog.search input").fill("Access-Control-Allow-Origin");
  await page.locator("dialog.search li").first().waitFor();
  const files = readdirSync(join(inject("siteFolder"), "pagefind", language), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `/pagefind/${language}/${name}`);
  expect(files).toContain(`/pagefind/${language}/pagefind.wasm`);
  expect(files.filter((path) => !loaded.has(path))).toEqual([]);
  await context.close();
});

test("a checker loads the rules, and no table of the engines' differences", async () => {
  const page = await browser.newPage();
  const loaded = watchScripts(page);
  await page.goto(`${inject("siteUrl")}en/checker/`);
  await checkerToLive(page);
  await page.close();
  const codes = [...loaded].map((path) => readFileSync(join(inject("siteFolder"), path), "utf8"));
  const carried = (text: string) => codes.some((code) => code.includes(text));
  // A forbidden request-header, which only the rules name: they are there.
  expect(carried("transfer-encoding")).toBe(true);
  expect(differences.map(({ id }) => id).filter(carried)).toEqual([]);
});

test("where there is no lab, no script asks one, and no page may", () => {
  const scripts = readdirSync(join(inject("siteFolder"), "_astro")).filter((name) => name.endsWith(".js"));
  const codes = scripts.map((name) => readFileSync(join(inject("siteFolder"), "_astro", name), "utf8"));
  // What the rules name is found so.
  expect(codes.some((code) => code.includes("transfer-encoding"))).toBe(true);
  expect(codes.filter((code) => code.includes(PREFIX) || code.includes(ABOUT.trim()))).toEqual([]);
  for (const file of ["_headers", "en/checker/index.html"]) {
    expect(readFileSync(join(inject("siteFolder"), file), "utf8")).toContain("connect-src 'self';");
  }
});

test("the licences of the packages whose code is in the site stand in licences.txt", () => {
  const text = readFileSync(join(inject("siteFolder"), "licences.txt"), "utf8");
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [name, holder] of [
    ["preact", "Jason Miller"],
    ["pagefind", "Pagefind"],
  ] as const) {
    const [notice = ""] = text.split(`## ${name} - ${devDependencies[name]} (MIT)`).slice(1);
    expect(notice).toMatch(new RegExp(`^[^#]*Copyright \\(c\\).* ${holder}`));
    expect(notice).toMatch(/^[^#]*Permission is hereby granted, free of charge/);
    expect(notice).toMatch(/^[^#]*WITHOUT WARRANTY OF ANY KIND/);
  }
});

test("no licence stands there twice", () => {
  const text = readFileSync(join(inject("siteFolder"), "licences.txt"), "utf8");
  const names = [...text.matchAll(/^## (\S+)/gm)].map(([, name]) => name);
  expect(names).toEqual([...new Set(names)]);
});
