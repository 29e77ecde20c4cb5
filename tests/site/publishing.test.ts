import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toText } from "hast-util-to-text";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { languages, site } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { attributes, type BuiltPage, find, readPages } from "../support/pages.ts";

const folder = inject("siteFolder");
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const pages = readPages(folder).filter(({ language, indexed }) => language && indexed);
const guides = pages.filter(({ place }) => /^\/guides\/[^/]+\/$/.test(place));
const pathOf = (address: string) => address.replace(site.url, "");

/** Pages that have been parsed. */
const trees = new WeakMap<BuiltPage, ReturnType<typeof fromHtml>>();

/** The elements of a page that a selector finds; what stands in a form is for that page alone. */
function all(page: BuiltPage, selector: string) {
  const tree = trees.get(page) ?? fromHtml(page.html);
  trees.set(page, tree);
  const inForms = new Set(selectAll("form *, [hidden] *", tree));
  return selectAll(selector, tree).filter((element) => !inForms.has(element));
}
const hrefs = (page: BuiltPage, selector: string) =>
  all(page, selector).map(({ properties }) => String(properties.href));

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

describe("a feed", () => {
  // The browser parses it as XML, and shows nothing where it is none.
  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(`${inject("siteUrl")}${path}`);
    return page;
  };

  test.each([...languages])("%s: has what Atom asks for, and each guide whole", async (language) => {
    const page = await open(`${language}/feed.xml`);
    const feed = await page.evaluate(() => {
      const own = (parent: Element, name: string) =>
        [...parent.children].filter((child) => child.localName === name && child.namespaceURI?.endsWith("/2005/Atom"));
      const describe = (parent: Element) => ({
        ids: own(parent, "id").map(({ textContent }) => textContent),
        titles: own(parent, "title").map(({ textContent }) => textContent),
        updated: own(parent, "updated").map(({ textContent }) => textContent ?? ""),
        authors: own(parent, "author").length,
        links: own(parent, "link").map((link) => [link.getAttribute("rel"), link.getAttribute("href")]),
        text: own(parent, "content").map(({ textContent }) => textContent ?? ""),
        divs: own(parent, "content").flatMap(({ children }) => [...children].map((child) => child.namespaceURI)),
        relative: [...parent.querySelectorAll("a, img")].filter(
          (element) => !/^https?:/.test(element.getAttribute("href") ?? element.getAttribute("src") ?? ""),
        ).length,
      });
      const root = document.documentElement;
      return { name: root.localName, ...describe(root), entries: own(root, "entry").map(describe) };
    });
    await page.close();
    expect(feed.name).toBe("feed");
    expect(feed.ids).toEqual([`${site.url}/${language}/feed.xml`]);
    expect(feed.links).toContainEqual(["self", `${site.url}/${language}/feed.xml`]);
    const listed = guides.filter((guide) => guide.language === language);
    expect(feed.entries.flatMap(({ ids }) => ids).toSorted()).toEqual(
      listed.map(({ path }) => `${site.url}${path}`).toSorted(),
    );
    for (const part of [feed, ...feed.entries]) {
      expect(part.titles).toHaveLength(1);
      expect(part.updated).toHaveLength(1);
      // RFC 3339, which Atom's dates are.
      expect(part.updated[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      expect(part.relative).toBe(0);
    }
    let blocks = 0;
    for (const entry of feed.entries) {
      expect(entry.authors).toBeGreaterThan(0);
      expect(entry.divs).toEqual(["http://www.w3.org/1999/xhtml"]);
      const guide = listed.find(({ path }) => entry.ids[0] === `${site.url}${path}`) as BuiltPage;
      for (const code of codeOf(guide)) {
        blocks++;
        expect(entry.text[0]).toContain(code);
      }
    }
    // A guide may do without code, such as the sheet of headers.
    expect(blocks).toBeGreaterThan(listed.length);
  });

  test("is valid by the grammar of Atom, each of them", async () => {
    const grammar = readFileSync("tests/fixtures/atom.rng", "utf8");
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith("feed.xml"),
    );
    expect(paths.length).toBeGreaterThan(languages.length);
    const faultsOf = async (xml: { fileName: string; contents: string }[]) =>
      (await validateXML({ xml, schema: [grammar], extension: "relaxng", maxMemoryPages: 8192 })).errors;
    expect(await faultsOf(paths.map((fileName) => ({ fileName, contents: read(fileName) })))).toEqual([]);
    // It does look at them.
    const broken = read("en/feed.xml").replace(/<updated>[^<]*/, "<updated>yesterday");
    expect(await faultsOf([{ fileName: "broken.xml", contents: broken }])).not.toEqual([]);
  });

  test("opened in a browser it can be read, and followed", async () => {
    const page = await open("ja/feed.xml");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).maxWidth)).not.toBe("none");
    await page
      .getByRole("link", { name: `${site.url}/ja/guides/` })
      .first()
      .waitFor();
    await page.close();
  });

  test("of a tag has the guides of that tag and no other, and each page names one", () => {
    const ids = (path: string) =>
      [...read(path).matchAll(/<entry><title>[^<]*<\/title><id>([^<]*)/g)].map(([, id]) => id);
    for (const page of pages) {
      const [feed] = attributes(page, "link[type=application/atom+xml]", "href");
      expect(feed, page.path).toBeDefined();
      expect(existsSync(join(folder, feed as string)), `${page.path} names ${feed}`).toBe(true);
      const isTag = /^\/tags\/[^/]+\/$/.test(page.place);
      if (!isTag) continue;
      expect(feed).toBe(`${page.path}feed.xml`);
      const cards = hrefs(page, ".news h2 a").map((path) => `${site.url}${path}`);
      expect(cards.length, page.path).toBeGreaterThan(0);
      expect(ids(feed as string), page.path).toEqual(cards);
    }
  });
});

/** The code that a page shows. */
function codeOf(page: BuiltPage): string[] {
  return all(page, "main pre").map((element) => toText(element, { whitespace: "pre" }));
}

test("each page has a Markdown twin with its headings, its code and its links", () => {
  for (const page of pages) {
    const [address] = attributes(page, "link[type=text/markdown]", "href");
    const twin = read(address as string);
    const plain = twin.replaceAll(/[`\\]/g, "");
    for (const heading of all(page, "main :is(h1, h2, h3)")) {
      // A mark beside it says that its translation is behind.
      expect(plain, page.path).toContain(toText(heading).replace("↻", "").trim());
    }
    const code = twin.replace(/^ +/gm, "");
    for (const block of codeOf(page)) {
      expect(code, page.path).toContain(block.replace(/^ +/gm, "").replace(/\n$/, ""));
    }
    for (const href of hrefs(page, "main .prose :is(p, li) a[href]")) {
      if (!href.startsWith("#")) expect(plain, page.path).toContain(href);
    }
  }
});

test("llms.txt lists the twins, and each is there", () => {
  const listed = [...read("llms.txt").matchAll(/\]\(([^)]+)\)/g)].map(([, address = ""]) => pathOf(address));
  expect(listed.length).toBeGreaterThan(200);
  expect(listed.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  for (const guide of guides) expect(listed).toContain(guide.path.replace(/\/$/, ".md"));
});

describe("what machines are told", () => {
  type Fact = Record<string, unknown>;
  const factsOf = (page: BuiltPage): Fact[] =>
    find(page, "script[type=application/ld+json]").flatMap(({ content }) => JSON.parse(content)["@graph"] as Fact[]);

  test("of a guide: what it is, when it was written, by whom, and where it stands", () => {
    for (const guide of guides) {
      const [article, trail] = factsOf(guide);
      expect(article, guide.path).toMatchObject({ "@type": "TechArticle", url: `${site.url}${guide.path}` });
      expect(guide.html, guide.path).toContain(`<time datetime="${article?.datePublished}">`);
      expect(article?.author, guide.path).toBeDefined();
      const items = (trail as { itemListElement: { item: string; position: number }[] }).itemListElement;
      expect(items.map(({ position }) => position)).toEqual([1, 2]);
      for (const { item } of items) expect(existsSync(join(folder, pathOf(item), "index.html")), item).toBe(true);
    }
  });

  test("of the causes: each, with its fix", () => {
    for (const page of pages.filter(({ place }) => place === "/causes/")) {
      const [{ mainEntity } = {}] = factsOf(page) as {
        mainEntity?: { name: string; acceptedAnswer: { text: string } }[];
      }[];
      expect(mainEntity?.length, page.path).toBeGreaterThan(35);
      for (const { name, acceptedAnswer } of mainEntity ?? []) {
        expect(name).not.toBe("");
        expect(acceptedAnswer.text).not.toBe("");
      }
    }
  });

  test("of the site: the address that searches it", async () => {
    const home = pages.find(({ path }) => path === "/en/") as BuiltPage;
    const [facts] = factsOf(home) as { potentialAction: { target: { urlTemplate: string } } }[];
    expect(facts?.potentialAction.target.urlTemplate).toBe(`${site.url}/en/search/?q={search_term_string}`);
  });
});

test("whoever puts the site beside their programs gets its name and its icon", async () => {
  for (const language of languages) {
    const home = pages.find(({ path }) => path === `/${language}/`) as BuiltPage;
    const [manifest] = attributes(home, "link[rel=manifest]", "href");
    const { name, icons, start_url } = JSON.parse(read(manifest as string));
    expect(name).toBe(site.name[language]);
    expect(start_url).toBe(`/${language}/`);
    for (const { src, sizes, type } of icons) {
      expect(existsSync(join(folder, src)), src).toBe(true);
      if (type !== "image/png") continue;
      const { width, height } = await sharp(join(folder, src)).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  }
  // Browsers ask the page's policy before they load it.
  for (const page of pages.filter((one) => find(one, "link[rel=manifest]").length > 0)) {
    const [policy = ""] = attributes(page, "meta[http-equiv=Content-Security-Policy]", "content");
    expect(policy, page.path).toContain("manifest-src 'self'");
  }
});

test("a guide leads to five others, none of them twice, and not to itself", () => {
  for (const guide of guides) {
    const lists = all(guide, ".ending ul.rows").map((list) =>
      selectAll("a", list).map(({ properties }) => String(properties.href)),
    );
    const related = lists.find((paths) => paths.some((path) => path.includes("/guides/"))) ?? [];
    expect(new Set(related).size, guide.path).toBe(5);
    expect(related, guide.path).not.toContain(guide.path);
  }
});

test("the tags stand in the order of their names, as each language has it", () => {
  const order = { "zh-TW": "zh-TW-u-co-zhuyin", ja: "ja", en: "en" };
  for (const language of languages) {
    const page = pages.find(({ path }) => path === `/${language}/tags/`) as BuiltPage;
    const names = all(page, "ul.columns a").map((link) => toText(link));
    expect(names.length).toBeGreaterThan(30);
    expect(names).toEqual(names.toSorted(new Intl.Collator(order[language]).compare));
  }
});

test("a guide's tags, category and year lead to lists that have it", () => {
  const at = new Map(pages.map((page) => [page.path, page]));
  for (const guide of guides) {
    const lists = hrefs(guide, ":is(.tags, .head .eyebrow) a");
    expect(lists.length, guide.path).toBeGreaterThan(1);
    for (const path of [...lists, `/${guide.language}/archive/2026/`]) {
      const list = at.get(path) as BuiltPage;
      expect(hrefs(list, ".news h2 a"), path).toContain(guide.path);
    }
  }
});
