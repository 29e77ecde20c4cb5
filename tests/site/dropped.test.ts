import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uiStrings } from "../../src/i18n/strings.ts";
import { brokenLinks } from "../support/links.ts";
import { attributes, type BuiltPage, find, readPages } from "../support/pages.ts";
import { buildTimeout, copyProject, type ProjectCopy } from "../support/project.ts";
import { indexedPaths } from "../support/searchIndex.ts";

// A site that one of its languages was taken out of, in which six of its guides were first written.
const dropped = "zh-TW";
const left = ["en", "ja"] as const;
/** One of the six. */
const guide = "guides/what-is-cors/";

let project: ProjectCopy;
let said: string;
let folder: string;
let pages: readonly BuiltPage[];
beforeAll(async () => {
  project = copyProject();
  said = await project.guide("language", "remove", dropped);
  const { exitCode, output, ...build } = await project.build();
  expect(exitCode, output).toBe(0);
  folder = build.folder;
  pages = readPages(folder);
}, buildTimeout);
afterAll(() => project.remove());

const textOf = (name: string) => readFileSync(join(folder, name), "utf8");

test("what was written in it stays, and its line says that it is off", () => {
  expect(said).toContain(`npm run guide -- language remove ${dropped} --delete`);
  expect(existsSync(join(project.root, `content/${guide}${dropped}.mdx`))).toBe(true);
  expect(readFileSync(join(project.root, "src/site.config.ts"), "utf8")).toMatch(/"zh-TW": \{ .*state: "off"/);
});

test("no page, file or link is left of it", () => {
  expect(readdirSync(folder).filter((name) => name.includes(dropped))).toEqual([]);
  expect(readdirSync(join(folder, "pagefind")).sort()).toEqual([...left]);
  expect(brokenLinks(folder, pages)).toEqual([]);
  for (const { path, html } of pages) {
    expect(html.includes(`/${dropped}/`), path).toBe(false);
    expect(html.includes(`hreflang="${dropped}"`), path).toBe(false);
  }
  for (const name of ["sitemap.xml", "llms.txt", "en/feed.xml", "ja/feed.xml"])
    expect(textOf(name), name).not.toContain(`/${dropped}/`);
});

test("the first of those that are left is for readers of no other", () => {
  const root = pages.find(({ path }) => path === "/") as BuiltPage;
  expect(find(root, "html")[0]?.attributes["data-languages"]).toBe("ja en");
});

test("a guide that was first written in it is an ordinary page in those that it is translated into", () => {
  for (const language of left) {
    const page = pages.find(({ path }) => path === `/${language}/${guide}`) as BuiltPage;
    expect(page.html).not.toContain(uiStrings[language].common["fallback.title"]);
    const alternates = attributes(page, "link[rel=alternate][hreflang]", "hreflang");
    expect(alternates.sort()).toEqual(["en", "ja", "x-default"]);
    expect(indexedPaths(folder, language)).toContain(`/${language}/${guide}`);
    expect(textOf(`${language}/feed.xml`)).toContain(`/${language}/${guide}`);
  }
});

test("the status counts the languages that are left", async () => {
  const { languages } = JSON.parse(await project.guide("status", "--json"));
  expect(languages.map(({ language }: { language: string }) => language).sort()).toEqual([...left]);
});
