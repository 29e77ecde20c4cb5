import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const paths = (pattern: string) => globSync(pattern).map((path) => path.replaceAll("\\", "/"));
const sheets = paths("src/**/*.css");
const modules = paths("src/**/*.{astro,ts,tsx}").filter((path) => !path.endsWith(".test.ts"));
const order = "src/styles/layers.css";

const textOf = (sheet: string) => readFileSync(sheet, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

/** The sheets that a file imports. */
function importsOf(file: string, text: string): string[] {
  const named = [...text.matchAll(/(?:import|from)\s+"(\.[^"?]*\.css)(?:\?url)?"/g)];
  return named.map(([, path = ""]) => relative(".", join(dirname(file), path)).replaceAll("\\", "/"));
}

const imported = modules.flatMap((module) =>
  importsOf(module, readFileSync(module, "utf8")).map((sheet) => ({ module, sheet })),
);

/** The classes that a sheet styles wherever they stand: `.rows` and `pre.wrap`, but not `.guide > .contents`. */
function bareClasses(sheet: string): Set<string> {
  const selectors = [...textOf(sheet).matchAll(/([^{};]+)\{/g)].flatMap(([, list = ""]) => list.split(/,(?![^(]*\))/));
  const bare = selectors.map((selector) => selector.trim()).filter((selector) => /^[\w-]*\.[^\s>+~@]+$/.test(selector));
  return new Set(bare.flatMap((selector) => /\.([\w-]+)/.exec(selector)?.[1] ?? []));
}

test("one sheet gives the order of the layers, and each that a module imports begins with it", () => {
  expect(sheets.filter((sheet) => /@layer [\w\s,]+;/.test(textOf(sheet)))).toEqual([order]);
  const entries = new Set(imported.map(({ sheet }) => sheet));
  expect(entries.size).toBeGreaterThan(10);
  for (const sheet of entries) expect(importsOf(sheet, textOf(sheet))[0], sheet).toBe(order);
});

test("every sheet is imported, and every import leads to one", () => {
  const used = [...imported.map(({ sheet }) => sheet), ...sheets.flatMap((sheet) => importsOf(sheet, textOf(sheet)))];
  expect(used.filter((sheet) => !existsSync(sheet))).toEqual([]);
  expect(sheets.filter((sheet) => !used.includes(sheet))).toEqual([]);
});

test("all that is styled stands in a layer", () => {
  // What is left of a sheet without its layers' blocks, which end at the first line that is a brace alone. A page of
  // paper that has a name is in none: in a layer, Chromium gives it the margins of all pages.
  const outside = (sheet: string) =>
    textOf(sheet).replace(/^@(?:layer|page) [\w-]+ \{\n[\s\S]*?^\}$|^@import .*|^@layer .*;$/gm, "");
  for (const sheet of sheets) expect(outside(sheet).trim(), sheet).toBe("");
});

test("a class is one part's: no two sheets style the same one by its name alone", () => {
  const owners = new Map<string, Set<string>>();
  // What paper does without, and what chosen colours take away, is other sheets', by its nature.
  for (const sheet of sheets.filter((path) => !/\/(print|contrast)\.css$/.test(path))) {
    // A component's sheets are one part: what it loads later stands in a sheet of its own.
    const part = sheet.startsWith("src/components/") ? dirname(sheet) : sheet;
    for (const name of bareClasses(sheet)) owners.set(name, (owners.get(name) ?? new Set()).add(part));
  }
  expect(owners.size).toBeGreaterThan(50);
  expect([...owners].filter(([, parts]) => parts.size > 1)).toEqual([]);
});
