import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { differences } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages } from "../support/chromium.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { watchScripts } from "../support/loadedScripts.ts";

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
  await page.keyboard.press("Control+k");
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
