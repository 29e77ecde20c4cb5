import { expect, inject, test } from "vitest";
import { brokenLinks } from "../support/links.ts";
import { attributes, type BuiltPage, readPages } from "../support/pages.ts";

const folder = inject("siteFolder");
const pages = readPages(folder);

test("every link within the site leads to a page and to a heading that is there", () => {
  expect(brokenLinks(folder, pages)).toEqual([]);
});

test("every page can be reached from its language's home page by links", () => {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const reached = new Set<string>(["/"]);
  const open = ["/"];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const link of attributes(byPath.get(path) as BuiltPage, "a", "href")) {
      const target = new URL(link, `http://site.invalid${path}`);
      if (target.host !== "site.invalid" || !byPath.has(target.pathname) || reached.has(target.pathname)) continue;
      reached.add(target.pathname);
      open.push(target.pathname);
    }
  }
  const unreached = pages.filter((page) => page.indexed && !reached.has(page.path)).map(({ path }) => path);
  expect(unreached).toEqual([]);
});

test("links to other sites are over HTTPS", () => {
  const links = pages.flatMap((page) => attributes(page, "a", "href"));
  expect([...new Set(links)].filter((link) => link.startsWith("http:"))).toEqual([]);
});
