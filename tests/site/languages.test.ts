import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { proseOf } from "../../src/build/builtHtml.ts";
import { languages, site } from "../../src/site.config.ts";
import { attributes, type BuiltPage, find, readPages, titleOf } from "../support/pages.ts";

const pages = readPages(inject("siteFolder"));
const byPath = new Map(pages.map((page) => [page.path, page]));
const indexed = pages.filter((page) => page.indexed);

/** Where a page says that it is in other languages, by language. */
function alternates(page: BuiltPage): Record<string, string> {
  const links = find(page, "link[rel=alternate][hreflang]");
  return Object.fromEntries(links.map(({ attributes: { hreflang, href } }) => [hreflang, href]));
}

/** The page that a full address on this site leads to. */
const pageAt = (address: string | undefined) =>
  address?.startsWith(`${site.url}/`) ? byPath.get(address.slice(site.url.length)) : undefined;

test("every language has the same pages", () => {
  const places = languages.map((language) =>
    pages.filter((page) => page.language === language).map(({ place }) => place),
  );
  expect(places[0]?.length).toBeGreaterThan(20);
  for (const other of places.slice(1)) expect(other).toEqual(places[0]);
});

test("every page says which language it is in", () => {
  for (const page of pages) {
    expect(attributes(page, "html", "lang"), page.path).toEqual([page.language ?? languages[0]]);
  }
});

test("only the pages for lost readers are kept out of search engines", () => {
  const hidden = pages.filter((page) => !page.indexed).map(({ path }) => path);
  expect(hidden).toEqual([
    "/404.html",
    ...[...languages]
      .sort()
      .flatMap((language) => ["404.html", "404/", "offline/"].map((page) => `/${language}/${page}`)),
  ]);
});

test("every page names itself as the true one", () => {
  for (const page of indexed) {
    expect(attributes(page, "link[rel=canonical]", "href"), page.path).toEqual([`${site.url}${page.path}`]);
  }
});

test("a page that search engines may not list names no other either", () => {
  for (const page of pages.filter((page) => !page.indexed)) {
    expect(attributes(page, "link[rel=canonical]", "href"), page.path).toEqual([]);
    expect(alternates(page), page.path).toEqual({});
  }
});

test("every page names itself and its peers in the other languages, and they name it", () => {
  for (const page of indexed) {
    const { "x-default": fallback, ...peers } = alternates(page);
    expect(Object.keys(peers).sort(), page.path).toEqual([...languages].sort());
    if (page.language) expect(peers[page.language], page.path).toBe(`${site.url}${page.path}`);
    for (const language of languages) {
      const peer = pageAt(peers[language]);
      expect(peer?.language, `${page.path} in ${language}`).toBe(language);
      if (page.language) expect(peer && alternates(peer), `${page.path} in ${language}`).toEqual(alternates(page));
    }
    // Who reads none of them: the page that asks, and elsewhere the first language.
    expect(fallback, page.path).toBe(page.place === "/" ? `${site.url}/` : `${site.url}/${languages[0]}${page.place}`);
  }
});

// "CORS" is what people search for; "preflight" is a word that many learn only here.
test.each([...languages])("%s: the home page and every guide say CORS in title and description", (language) => {
  const own = pages.filter((page) => page.language === language && /^\/(guides\/[^/]+\/)?$/.test(page.place));
  expect(own.length).toBeGreaterThan(3);
  for (const page of own) {
    expect(titleOf(page), page.path).toContain("CORS");
    expect(attributes(page, "meta[name=description]", "content"), page.path).toEqual([expect.stringContaining("CORS")]);
  }
});

test.each([...languages])("%s: a shared link to the home page is titled with the site's name", (language) => {
  const [home] = pages.filter((page) => page.language === language && page.place === "/");
  expect(home && attributes(home, "meta[property=og:title]", "content")).toEqual([
    expect.stringContaining(site.name[language]),
  ]);
});

// A colon after a label and the commas of a list come from code, not from whoever writes the words.
test.each(["zh-TW", "ja"])("%s: labels end in a full-width colon, in titles too", (language) => {
  const found = pages
    .filter((page) => page.language === language)
    .flatMap(({ path, html }) =>
      // What a browser prints is as it is.
      proseOf(html.replace(/<samp[\s\S]*?<\/samp>/g, "")).flatMap((text) =>
        [...text.matchAll(/.*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー][:,](?:\s.*|$)/gu)].map(
          ([line]) => `${path} ${line}`,
        ),
      ),
    );
  expect(found).toEqual([]);
});

test.each([...languages])("%s: names are listed with the language's own comma", (language) => {
  const [page] = pages.filter((page) => page.language === language && page.place === "/differences/");
  const comma = language === "en" ? ", " : "、";
  expect(page?.html).toContain(`<dd>Chromium${comma}Firefox</dd>`);
});

test.each([...languages])("%s: titles and descriptions are there, and each is one page's only", (language) => {
  const own = indexed.filter((page) => page.language === language);
  const titles = own.map(titleOf);
  const descriptions = own.flatMap((page) => attributes(page, "meta[name=description]", "content"));
  expect(titles.length).toBe(own.length);
  expect(descriptions.length).toBe(own.length);
  expect([...titles, ...descriptions]).not.toContain("");
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(descriptions.filter((description, index) => descriptions.indexOf(description) !== index)).toEqual([]);
});

test("every page has one heading of the first rank", () => {
  for (const page of pages) expect(find(page, "h1"), page.path).toHaveLength(1);
});

test("the switch of every page leads to the same page in each language", () => {
  for (const page of pages.filter(({ language }) => language)) {
    const expected = languages.map((tag) => `/${tag}${page.place.replace(/404\.html$/, "404/")}`);
    // The menu comes before all that a page says of itself.
    const links = attributes(page, "a[hreflang]", "href").slice(0, expected.length);
    expect(links, page.path).toEqual(expected);
  }
});

test("the sitemap has every page that search engines may list, under its true address, and robots.txt leads to it", () => {
  const sitemap = readFileSync(join(inject("siteFolder"), "sitemap.xml"), "utf8");
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]);
  const expected = indexed.filter((page) => page.language).map(({ path }) => `${site.url}${path}`);
  expect(listed.toSorted()).toEqual(expected.toSorted());
  expect(readFileSync(join(inject("siteFolder"), "robots.txt"), "utf8")).toContain(
    `Sitemap: ${site.url}/sitemap.xml\n`,
  );
});
