import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labEngines } from "../../scripts/lab/engines/index.ts";
import { startTryServer, type TryServer } from "../../scripts/lab/try/server.ts";
import type { Program } from "../../scripts/support/program.ts";
import { browsersWith } from "../../src/components/browsersWith.ts";
import { english, uiStrings } from "../../src/i18n/strings.ts";
import { type Language, languages, site } from "../../src/site.config.ts";
import { axeViolations } from "../support/axe.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { filesOf, growKorean, KOREAN, translatedParts, translatedString } from "../support/growing.ts";
import { type LabRelay, startLabRelay } from "../support/labRelay.ts";
import { brokenLinks } from "../support/links.ts";
import { countNotRun } from "../support/notRun.ts";
import { attributes, type BuiltPage, find, readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { buildTimeout, copyProject, type ProjectCopy } from "../support/project.ts";
import { indexedPaths } from "../support/searchIndex.ts";
import { serveBelow } from "../support/servedBelow.ts";
import { type Tab, tries, tryShown } from "../support/tryIt.ts";

// A site as a fork might have it: below a path of another address, with a guide that is not
// translated yet, a draft, a translation that its source has left behind, a language that grows, and a lab.
const base = "/guide/";
const url = "https://fork.example";
const repository = "https://github.com/example/guide";

/** English words that were changed after they were translated: of a cause, a recipe, a term and what is not CORS. */
const reworded: readonly [file: string, from: RegExp, to: string][] = [
  ["causes/null-origin/en.md", /^## .*\{#fix\}$/m, "$&\n\nA new sentence."],
  ["recipes/caddy/en.md", /^## .*\{#trap\}$/m, "$&\n\nA new sentence."],
  ["glossary.yaml", /(id: preflight\n[\s\S]*?en:\n[\s\S]*?definition: ")/, "$1A new sentence. "],
  ["not-cors.yaml", /(id: csp\n[\s\S]*?en:\n[\s\S]*?tell: ")/, "$1A new sentence. "],
];

/** Pictures of a guide: beside it, and in `public/`; a photograph has more bytes as PNG than as WebP. */
const pictures = { beside: "./photo.png", shared: "/shared.png", drawn: "/drawn.svg" };
const captioned = `
![画面の様子](${pictures.beside} "写真の説明")

文の中の![共有の画像](${pictures.shared})と![図](${pictures.drawn})。
`;

async function addPictures(root: string): Promise<void> {
  const noise = sharp({
    create: {
      width: 320,
      height: 200,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });
  const guide = join(root, "content/guides/fixture-only-ja");
  await noise.clone().png().toFile(join(guide, pictures.beside));
  await noise
    .clone()
    .png()
    .toFile(join(root, "public", pictures.shared));
  writeFileSync(join(root, "public", pictures.drawn), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>');
  appendFileSync(join(guide, "ja.mdx"), captioned);
}

/** The one guide that is there in Korean, and one of the causes, none of which is. */
const korean = "guides/preflight-failed/";
const cause = "causes/null-origin/";

/** What one of its guides was called before, the first name first. */
const movedFrom = ["fixture-first", "fixture-second"];

let project: ProjectCopy;
/** Where readers' browsers try requests, and what stands before it. */
let lab: TryServer;
let relay: LabRelay;
let before: Record<string, string>;
let folder: string;
let pages: readonly BuiltPage[];
beforeAll(async () => {
  project = copyProject();
  lab = await startTryServer();
  relay = await startLabRelay(lab.port);
  cpSync("tests/fixtures/content/guides", join(project.root, "content/guides"), { recursive: true });
  await addPictures(project.root);
  for (const [file, from, to] of reworded) {
    const path = join(project.root, "content", file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  }
  for (const language of languages) {
    const path = join(project.root, `content/guides/fixture-whole/${language}.mdx`);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/^related: .*$/m, `$&\nmovedFrom: [${movedFrom.join(", ")}]`));
  }
  const config = join(project.root, "src/site.config.ts");
  writeFileSync(config, readFileSync(config, "utf8").replace("repository: null", `repository: "${repository}"`));
  before = filesOf(project);
  await growKorean(project, "preflight-failed");
  const { exitCode, output, ...build } = await project.build({ BASE_PATH: base, SITE_URL: url, LAB_URL: relay.origin });
  expect(exitCode, output).toBe(0);
  folder = build.folder;
  pages = readPages(folder);
}, buildTimeout);
afterAll(async () => {
  await Promise.all([lab?.close(), relay?.close()]);
  project.remove();
});

function page(path: string): BuiltPage {
  const found = pages.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`${path} was not built.`);
  return found;
}

/** The languages that a page names itself in; who reads none of them is led to one of these. */
const alternates = (of: BuiltPage) =>
  attributes(of, "link[rel=alternate][hreflang]", "hreflang")
    .filter((tag) => tag !== "x-default")
    .sort();
/** The HTML within the first `<main>`. */
const main = ({ html }: BuiltPage) => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

describe("below a path of another address", () => {
  test("every link within the site carries the path, and leads somewhere", () => {
    expect(brokenLinks(folder, pages, base)).toEqual([]);
    const unbased = pages.flatMap((one) =>
      [...attributes(one, "[href]", "href"), ...attributes(one, "[src]", "src")]
        .filter((link) => link.startsWith("/") && !link.startsWith(base))
        .map((link) => `${one.path} ${link}`),
    );
    expect(unbased).toEqual([]);
  });

  test("the checker's links carry the path too", () => {
    for (const props of attributes(page("/en/checker/"), "[data-checker]", "data-checker")) {
      expect(JSON.parse(props).page).toBe(`${base}en/checker/`);
    }
  });

  test("canonical addresses, alternates and the sitemap have the address and the path", () => {
    for (const one of pages.filter(({ indexed }) => indexed)) {
      const addresses = [
        ...attributes(one, "link[rel=canonical]", "href"),
        ...attributes(one, "link[rel=alternate][hreflang]", "href"),
      ];
      expect(addresses.length, one.path).toBeGreaterThan(0);
      for (const address of addresses) expect(address, one.path).toMatch(new RegExp(`^${url}${base}`));
    }
    const sitemap = readFileSync(join(folder, "sitemap.xml"), "utf8");
    expect(sitemap).toContain(`<loc>${url}${base}ja/causes/</loc>`);
    expect(sitemap).not.toContain(site.url);
    expect(readFileSync(join(folder, "robots.txt"), "utf8")).toContain(`${url}${base}sitemap.xml`);
  });

  test("the search index leads below the path", () => {
    expect(indexedPaths(folder, "ja")).toContain(`${base}ja/causes/`);
  });
});

const others = languages.filter((language) => language !== "ja");

describe("a guide that is only in its source language", () => {
  const place = "guides/fixture-only-ja/";

  test("is an ordinary page in its own language, with no alternates in others", () => {
    const own = page(`/ja/${place}`);
    expect(attributes(own, "link[rel=canonical]", "href")).toEqual([`${url}${base}ja/${place}`]);
    expect(alternates(own)).toEqual(["ja"]);
    expect(own.html).not.toContain(uiStrings.ja.common["fallback.title"]);
  });

  describe.each(others)("in %s", (language) => {
    const t = uiStrings[language].common;
    const fallback = () => page(`/${language}/${place}`);

    test("has a page in that language's frame, with a notice and the text in its own", () => {
      expect(attributes(fallback(), "html", "lang")).toEqual([language]);
      expect(main(fallback())).toContain(t["fallback.title"]);
      expect(main(fallback())).toContain(t["fallback.text"].replace("{language}", site.languageName.ja));
      expect(main(fallback())).toMatch(/<div class="prose text" lang="ja">\s*<p>翻訳待ちの本文です。/);
      expect(main(fallback())).toMatch(
        /<header class="head" lang="ja">[\s\S]*<h1 class="arrow fro">テスト記事：日本語だけ<\/h1>[\s\S]*<\/header>/,
      );
    });

    test("its components speak the language of the text", () => {
      expect(main(fallback())).toContain(uiStrings.ja.common["aside.note"]);
      expect(main(fallback())).toContain(uiStrings.ja.checker["exchange.browser"]);
      expect(attributes(fallback(), "[data-checker]", "data-language")).toEqual(["ja"]);
    });

    test("names the source as the true page, and no alternates", () => {
      expect(attributes(fallback(), "link[rel=canonical]", "href")).toEqual([`${url}${base}ja/${place}`]);
      expect(alternates(fallback())).toEqual([]);
    });

    test("is in no other page's alternates, nor in the sitemap", () => {
      const address = `${url}${base}${language}/${place}`;
      const naming = pages.filter((one) => attributes(one, "link[rel=alternate]", "href").includes(address));
      expect(naming.map(({ path }) => path)).toEqual([]);
      expect(readFileSync(join(folder, "sitemap.xml"), "utf8")).not.toContain(address);
    });

    test("is not in that language's search index", () => {
      expect(indexedPaths(folder, language)).not.toContain(`${base}${language}/${place}`);
      expect(indexedPaths(folder, "ja")).toContain(`${base}ja/${place}`);
    });

    test("is in that language's list of guides, with its title marked as Japanese and its language named", () => {
      const list = page(`/${language}/guides/`);
      const link = find(list, `a[href=${base}${language}/${place}]`)[0];
      expect(link?.attributes.lang).toBe("ja");
      const item = list.html.slice(list.html.indexOf("テスト記事：日本語だけ"));
      expect(item.slice(0, item.indexOf("</li>"))).toContain(site.languageName.ja);
    });
  });
});

describe("the pictures of a guide", () => {
  const shown = () => find(page("/ja/guides/fixture-only-ja/"), "img").map(({ attributes }) => attributes);

  test("have their size, so that nothing moves when they come, and wait until a reader is near", () => {
    expect(
      shown().map(({ alt, width, height, loading, decoding, style }) => ({
        alt,
        width,
        height,
        loading,
        decoding,
        style,
      })),
    ).toEqual(
      [
        ["画面の様子", "320", "200"],
        ["共有の画像", "320", "200"],
        ["図", "40", "30"],
      ].map(([alt, width, height]) => ({ alt, width, height, loading: "lazy", decoding: "async", style: undefined })),
    );
  });

  test("are there below the site's path, in a format of fewer bytes, from both places alike", () => {
    const files = shown().map(({ src = "" }) => src);
    expect(files.map((src) => src.replace(/\.[\w-]+(?=\.\w+$)/, ""))).toEqual(
      ["photo.webp", "shared.webp", "drawn.svg"].map((name) => `${base}_astro/${name}`),
    );
    for (const [index, source] of ["content/guides/fixture-only-ja/photo.png", "public/shared.png"].entries()) {
      const built = statSync(join(folder, (files[index] ?? "").slice(base.length))).size;
      expect(built).toBeGreaterThan(0);
      expect(built).toBeLessThan(statSync(join(project.root, source)).size);
    }
  });

  test("have their captions", () => {
    expect(main(page("/ja/guides/fixture-only-ja/"))).toMatch(
      /<figure><img [^>]*><figcaption>写真の説明<\/figcaption><\/figure>/,
    );
  });
});

describe("a guide whose folder was renamed", () => {
  test("has its old addresses lead to it, on hosts that know redirects and on those that do not", () => {
    const redirects = readFileSync(join(folder, "_redirects"), "utf8");
    for (const [language, name] of languages.flatMap((language) =>
      movedFrom.map((name) => [language, name] as const),
    )) {
      const [from, to] = [name, "fixture-whole"].map((slug) => `${base}${language}/guides/${slug}`);
      expect(redirects).toContain(`${from}/ ${to}/ 301\n${from}.md ${to}.md 301\n`);
      const before = page(`/${language}/guides/${name}/`);
      expect(attributes(before, "meta[http-equiv=refresh]", "content")).toEqual([`0; url=${to}/`]);
      expect(attributes(before, "link[rel=canonical]", "href")).toEqual([`${url}${to}/`]);
      expect(attributes(before, "html", "lang")).toEqual([language]);
      expect(before.html).toContain(uiStrings[language].common["moved.title"]);
    }
    // The hosts' own files are made of it.
    expect(existsSync(join(folder, "moved.json"))).toBe(false);
  });

  test("is nowhere by its old names, but in feeds, which know it by its first", () => {
    for (const file of ["sitemap.xml", "llms.txt"]) {
      for (const name of movedFrom) expect(readFileSync(join(folder, file), "utf8")).not.toContain(name);
    }
    for (const language of languages) {
      expect(indexedPaths(folder, language).join()).not.toContain("fixture-first");
      const feed = readFileSync(join(folder, language, "feed.xml"), "utf8");
      expect(feed).toContain(`<id>${url}${base}${language}/guides/fixture-first/</id>`);
      expect(feed).toContain(`href="${url}${base}${language}/guides/fixture-whole/"`);
    }
  });
});

test("a draft is nowhere", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(files.filter((name) => name.includes("fixture-draft"))).toEqual([]);
  for (const { path, html } of pages) expect(html, path).not.toMatch(/fixture-draft|an unfinished draft/);
  expect(readFileSync(join(folder, "sitemap.xml"), "utf8")).not.toContain("fixture-draft");
  for (const language of languages) expect(indexedPaths(folder, language).join()).not.toContain("fixture-draft");
});

describe("a guide whose source has changed", () => {
  const guide = (language: Language) => main(page(`/${language}/guides/fixture-whole/`));
  const t = uiStrings.ja.common;

  test("says so in the translation that lags behind, and names the section and no other", () => {
    const text = guide("ja");
    const notice = text.slice(text.indexOf(t["stale.title"]));
    const words = notice.slice(0, notice.indexOf("</div>"));
    expect(words).toContain("遅れている節");
    expect(words).not.toContain("第1節");
    expect(words).not.toContain(t["stale.frontmatter"]);
    expect(words).toContain(`href="${base}zh-TW/guides/fixture-whole/"`);
  });

  test("says so again below that section's own heading, with the way to the same section of the source", () => {
    const marked = [...guide("ja").matchAll(/<h2(?:(?!<\/h2>)[\s\S])*<\/h2>\s*<p class="stale"[^>]*>([\s\S]*?)<\/p>/g)];
    expect(marked).toHaveLength(1);
    expect(marked[0]?.[0]).toContain("遅れている節");
    expect(marked[0]?.[1]).toBe(
      `${t["stale.changed"]}${t["label.colon"]}<a href="${base}zh-TW/guides/fixture-whole/#second" hreflang="zh-TW">${t["stale.original"]}</a>`,
    );
  });

  test("is marked in the list of guides, and no other guide is", () => {
    for (const language of languages) {
      const { html } = page(`/${language}/guides/`);
      const marks = html
        .split("<li>")
        .filter((item) => item.includes(`aria-label="${uiStrings[language].common["stale.mark"]}"`));
      expect(marks.map((item) => item.includes("/guides/fixture-whole/"))).toEqual(language === "ja" ? [true] : []);
    }
  });

  test.each(["zh-TW", "en"] as const)("says nothing in %s, which is up to date", (language) => {
    expect(guide(language)).not.toContain(uiStrings[language].common["stale.title"]);
  });

  test("its pages name each other as alternates, and all are indexed", () => {
    for (const language of languages) {
      expect(alternates(page(`/${language}/guides/fixture-whole/`))).toEqual(["en", "ja", "zh-TW"]);
      expect(indexedPaths(folder, language)).toContain(`${base}${language}/guides/fixture-whole/`);
    }
  });
});

describe.each(["ja", "zh-TW"] as const)("what else was changed after it was translated, in %s", (language) => {
  const t = uiStrings[language].common;
  const marks = (path: string) =>
    [...page(path).html.matchAll(/<p class="stale"[^>]*>[^<]*<a href="([^"]+)" hreflang="en">/g)].map(
      ([, link]) => link,
    );

  test.each([
    ["causes/null-origin/", "fix"],
    ["recipes/caddy/", "trap"],
    ["not-cors/csp/", "tell"],
    ["glossary/", "preflight"],
  ])("%s says so at {#%s}, and leads there", (path, id) => {
    expect(marks(`/${language}/${path}`)).toEqual([`${base}en/${path}#${id}`]);
  });

  test.each(["causes/null-origin/", "recipes/caddy/"])("the contents and the top of %s name that section", (path) => {
    const { html } = page(`/${language}/${path}`);
    expect(html.split(`aria-label="${t["stale.mark"]}"`)).toHaveLength(2);
    expect(html).toContain(t["stale.since"].replace("{language}", site.languageName.en));
  });

  test("the lists mark these and no others", () => {
    for (const [list, link] of [
      ["causes", "causes/null-origin"],
      ["causes", "not-cors/csp"],
      ["recipes", "recipes/caddy"],
    ] as const) {
      const { html } = page(`/${language}/${list}/`);
      expect(html.split(`aria-label="${t["stale.mark"]}"`)).toHaveLength(list === "causes" ? 3 : 2);
      expect(html).toMatch(
        new RegExp(`/${link}/"[^>]*>(?:(?!</a>).)*</a>\\s*<span role="img" aria-label="${t["stale.mark"]}"`),
      );
    }
  });

  test("the source says nothing of it", () => {
    for (const path of ["causes/null-origin/", "recipes/caddy/", "not-cors/csp/", "glossary/", "causes/", "recipes/"]) {
      const { html } = page(`/en/${path}`);
      expect(html).not.toContain('class="stale"');
      expect(html).not.toContain(`aria-label="${uiStrings.en.common["stale.mark"]}"`);
    }
  });
});

describe("a language that grows, of which there are half the words of the interface and one guide", () => {
  const isKorean = ({ path }: BuiltPage) => path.startsWith("/ko/");
  const canonical = (path: string) => attributes(page(path), "link[rel=canonical]", "href")[0];
  const sitemap = () => readFileSync(join(folder, "sitemap.xml"), "utf8");

  test("has every page that the others have", () => {
    const places = (language: string) =>
      pages.filter(({ path }) => path.startsWith(`/${language}/`)).map(({ path }) => path.slice(language.length + 1));
    expect(places("ko")).toEqual(places("en"));
    expect(find(page("/ko/"), "html")[0]?.attributes.lang).toBe("ko");
  });

  test("the guide that is translated is an ordinary page, and its others name it", () => {
    expect(canonical(`/ko/${korean}`)).toBe(`${url}${base}ko/${korean}`);
    for (const language of ["ko", "en", "ja"])
      expect(alternates(page(`/${language}/${korean}`)), language).toEqual(["en", "ja", "ko", "zh-TW"]);
    expect(main(page(`/ko/${korean}`))).not.toContain(KOREAN + english.common["fallback.title"]);
  });

  test.each([cause, "recipes/caddy/", "not-cors/csp/", "guides/what-is-cors/"])(
    "%s shows its source, and says so",
    (place) => {
      const shown = page(`/ko/${place}`);
      const [source] = canonical(`/ko/${place}`)?.slice(`${url}${base}`.length).split("/") ?? [];
      expect(source).not.toBe("ko");
      expect(main(shown)).toContain(KOREAN + english.common["fallback.title"]);
      expect(main(shown)).toMatch(new RegExp(`<h1 [^>]*lang="${source}"|<header class="head" lang="${source}"`));
      expect(alternates(shown)).toEqual([]);
      expect(alternates(page(`/en/${place}`))).not.toContain("ko");
    },
  );

  test("lists mark what is not translated, with the language that it is in", () => {
    const row = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*causes\/null-origin\/"[\s\S]*?<\/tr>/.exec(
      page("/ko/causes/").html,
    )?.[0];
    expect(row).toMatch(/<span lang="en">/);
    expect(row).toContain(">English</small>");
    expect(page("/ko/glossary/").html).toMatch(/<h3 id="preflight" lang="en">/);
    expect(page(`/ko/${korean}`).html).toMatch(/<a href="[^"]*\/ko\/tags\/[^"]*" lang="en">/);
  });

  test("words of the interface that are missing are those of what it falls back to, on the page and in its scripts", async () => {
    const { part, key } = translatedString;
    const words = { ...uiStrings.ja[part], [key]: KOREAN + english[part][key] };
    expect(main(page("/ko/checker/"))).toContain(words[key]);
    expect(main(page("/ko/checker/"))).toContain(uiStrings.ja[part]["exchange.server"]);
    const scripts = readdirSync(join(folder, "_astro")).filter((name) => name.endsWith(".js"));
    const own = scripts.filter((name) => readFileSync(join(folder, "_astro", name), "utf8").includes(words[key]));
    expect(own).toHaveLength(1);
    const loaded = await import(/* @vite-ignore */ join(folder, "_astro", own[0] ?? ""));
    expect(Object.values(loaded)).toEqual([words]);
  });

  test("a page of the interface belongs to the language that has all of its words", () => {
    expect(canonical("/ko/")).toBe(`${url}${base}ko/`);
    expect(alternates(page("/en/"))).toContain("ko");
    for (const place of ["checker/", "differences/", "causes/", "glossary/"]) {
      expect(canonical(`/ko/${place}`)).toBe(`${url}${base}ja/${place}`);
      expect(alternates(page(`/en/${place}`))).toEqual(["en", "ja", "zh-TW"]);
    }
  });

  test("its index, its twins and the sitemap have what is written in it, and nothing else", () => {
    const own = pages.filter((one) => isKorean(one) && one.indexed && canonical(one.path)?.includes("/ko/"));
    const paths = own.map(({ path }) => path);
    expect(paths).toContain(`/ko/${korean}`);
    expect(paths.filter((path) => /^\/ko\/(?:causes|recipes|not-cors|glossary)\//.test(path))).toEqual([]);
    const listed = [...sitemap().matchAll(/<loc>([^<]*\/ko\/[^<]*)<\/loc>/g)].map(([, address = ""]) =>
      address.slice(`${url}${base}`.length - 1),
    );
    expect(listed.sort()).toEqual([...paths].sort());
    const twins = readdirSync(join(folder, "ko"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".md"),
    );
    expect(twins).toHaveLength(paths.length);
    const indexed = indexedPaths(folder, "ko");
    expect(indexed).toContain(`${base}ko/${korean}`);
    expect(indexed.filter((path) => !paths.includes(path.replace(base, "/").replace(/#.*/, "")))).toEqual([]);
  });

  test("its feed has the guide, and the others have not", () => {
    const entries = (language: string) =>
      readFileSync(join(folder, language, "feed.xml"), "utf8").match(/<entry>/g)?.length;
    expect(entries("ko")).toBe(1);
    expect(readFileSync(join(folder, "ja/feed.xml"), "utf8")).not.toContain(KOREAN);
  });

  test("readers and programs are offered it", () => {
    expect(find(page("/"), `a[href=${base}ko/]`)).toHaveLength(1);
    expect(page("/ja/").html).toContain(`<a href="${base}ko/" lang="ko" hreflang="ko">한국어</a>`);
    expect(readFileSync(join(folder, "llms.txt"), "utf8").match(/\/ko\//g)).toHaveLength(1);
  });

  test("the status counts what is missing, of the interface, too", async () => {
    const {
      languages: [sum],
      interface: strings,
    } = JSON.parse(await project.guide("status", "--lang", "ko", "--json"));
    expect(sum).toMatchObject({ language: "ko", translated: 1, stale: 0 });
    const missing = new Map<string, number>(
      strings.map(({ part, keys }: { part: string; keys: string[] }) => [part, keys.length]),
    );
    for (const [part, words] of Object.entries(english)) {
      const isWhole = (translatedParts as readonly string[]).includes(part);
      const own = part === translatedString.part ? 1 : 0;
      expect([part, missing.get(part) ?? 0]).toEqual([part, isWhole ? 0 : Object.keys(words).length - own]);
    }
  });

  test("its own page of translations has each language's progress, and what is left to do with its command", () => {
    const { html } = page("/ko/translations/");
    expect(html).toContain("npm run guide -- translate cause:null-origin --to ko");
    expect(html).not.toContain("npm run guide -- translate guide:preflight-failed");
    expect(html).toContain("src/i18n/ui/ko/checker.ts");
    expect(html.match(/<th scope="row"><a [^>]*hreflang="(ko|ja|en|zh-TW)"/g)).toHaveLength(4);
    const stale = page("/ja/translations/").html;
    expect(stale).toContain("npm run guide -- diff cause:null-origin --lang ja");
    expect(stale).toContain(`${uiStrings.ja.common["label.colon"]}${uiStrings.ja.common["stale.changed"]}`);
  });

  test("its pages are valid HTML", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    for (const path of [
      "/ko/",
      "/ko/causes/",
      "/ko/glossary/",
      "/ko/recipes/",
      "/ko/terminal/",
      `/ko/${cause}`,
      `/ko/${korean}`,
      "/ko/recipes/caddy/",
      "/ko/not-cors/csp/",
    ]) {
      const { results } = await validator.validateString(page(path).html);
      expect(
        results.flatMap(({ messages }) => messages.map(({ message, selector }) => `${path} ${message} ${selector}`)),
      ).toEqual([]);
    }
  });

  test("once it is removed, every file is as it was", async () => {
    expect(Object.keys(filesOf(project))).not.toEqual(Object.keys(before));
    await project.guide("language", "remove", "ko", "--delete");
    expect(filesOf(project)).toEqual(before);
  });
});

describe("where the sources stand at a forge", () => {
  const linksOf = (path: string) =>
    attributes(page(path), "a[href]", "href").filter((link) => link.startsWith(`${repository}/`));

  test("every page leads to the file of its text, which is there, and to a report that names it", () => {
    for (const { path } of pages.filter(({ indexed, path }) => indexed && path !== "/")) {
      const [edit = "", ...others] = linksOf(path);
      expect(edit, path).toMatch(new RegExp(`^${repository}/edit/main/(?:content|src/i18n)/`));
      expect(decodeURIComponent(others.at(-1) ?? ""), path).toMatch(/\/issues\/new\?title=[\w-]+\/./);
    }
    const files = pages.flatMap(({ path }) => linksOf(path).filter((link) => link.includes("/edit/")));
    for (const link of new Set(files)) {
      const file = link.slice(`${repository}/edit/main/`.length);
      expect(file in before || file.startsWith("src/i18n/ui/ko/") || file.endsWith("/ko.mdx"), file).toBe(true);
    }
  });

  test("what is not translated leads to its new file", () => {
    expect(linksOf(`/ko/${cause}`)).toContain(`${repository}/new/main/content/causes/null-origin?filename=ko.md`);
    expect(linksOf("/en/guides/fixture-only-ja/")).toContain(
      `${repository}/new/main/content/guides/fixture-only-ja?filename=en.mdx`,
    );
    expect(linksOf("/en/guides/fixture-whole/").join()).not.toContain("/new/main");
  });
});

const refused =
  "Access to fetch at 'https://api.example.com/v1' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.";

describe("where the site was built with a lab", () => {
  const t = uiStrings.en.tryIt;
  let browser: Browser;
  let served: { address: string; server: Program };
  let tab: Page;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launchForPages(), serveBelow(folder, base)]);
    tab = await browser.newPage();
  }, launchTimeout);
  afterAll(async () => {
    await browser?.close();
    await served?.server.stop();
  });

  const inChromium: Tab = {
    goto: (address) => tab.goto(address),
    evaluate: (expression) => tab.evaluate(`String(${expression})`),
  };
  const checker = (query: string) => encodeURI(`${served.address}en/checker/${query}`);

  test("pages may ask it, and nobody else: they say so themselves, and so do the hosts", () => {
    const policy = `connect-src 'self' ${relay.origin};`;
    expect(page("/en/checker/").html).toContain(policy);
    for (const file of ["_headers", "vercel.json"]) {
      const said = readFileSync(join(folder, file), "utf8").match(/connect-src[^;]*;/g) ?? [];
      expect([...new Set(said)]).toEqual([policy]);
    }
  });

  test("Chromium is asked, does what the rules say, and says so", async () => {
    for (const [what, query, said] of tries) {
      await inChromium.goto(checker(query));
      const text = await tryShown(inChromium);
      expect(text, what).toContain(t.same);
      expect(text.split(said).length - 1, what).toBe(2);
    }
    expect(await axeViolations(tab)).toEqual([]);
  });

  test.for(["firefox", "webkit"] as const)(
    "%s is asked, does what the rules say, and says so",
    async (engine, context) => {
      const { find, launch } = labEngines[engine];
      if (!find()) {
        countNotRun(context, { count: 1, what: `what tries requests in ${engine}`, variable: "ENGINES" });
        return;
      }
      const driver = await launch({ trusted: false, publicOrigin: "https://public.example.com" });
      const inEngine: Tab = {
        goto: (address) => driver.tab.goto(address),
        evaluate: async (expression) => String(await driver.tab.evaluate(`String(${expression})`)),
      };
      try {
        for (const [what, query, said] of tries) {
          await inEngine.goto(checker(query));
          const text = await tryShown(inEngine);
          expect(text, what).toContain(t.same);
          expect(text, what).toContain(t["compared.rules"].replace("{name}", browsersWith[engine][0]));
          expect(text.split(said).length - 1, what).toBe(2);
        }
      } finally {
        await driver.close();
      }
    },
  );

  test("nothing is asked before the button is clicked, and what cannot be tried is not asked at all", async () => {
    relay.asked.length = 0;
    await tab.goto(checker("?via=beacon"));
    await tab.getByRole("button", { name: t.button }).waitFor();
    expect(relay.asked).toEqual([]);
    expect(await tryShown(inChromium)).toContain(t["obstacle.api"].replaceAll("`", ""));
    expect(relay.asked).toEqual([]);
  });

  test("another request is not said to have been tried", async () => {
    await tab.goto(checker("?method=PUT"));
    await tryShown(inChromium);
    await tab.getByRole("radio", { name: "DELETE" }).check();
    await poll(() => tab.locator(".try-it .lamp").count()).toBe(0);
    expect(await tryShown(inChromium)).toContain("DELETE");
  });

  test("a finding of the diagnosis is tried as it is drawn", async () => {
    await tab.goto(`${served.address}en/diagnose/?q=${encodeURIComponent(refused)}`);
    const text = await tryShown(inChromium);
    expect(text).toContain(t.same);
    expect(text).toContain(t["result.blocked"]);
    expect(await axeViolations(tab)).toEqual([]);
  });

  test("what goes otherwise than the rules say is told, with a way to report it", async () => {
    relay.lies = true;
    try {
      await tab.goto(checker("?method=GET&type=&body=none&h="));
      const text = await tryShown(inChromium);
      expect(text).toContain(t.other);
      expect(text).not.toContain(t.same);
      expect(text).toContain(t["result.blocked"]);
      expect(text).toContain(t["preflight.unknown"]);
      const report = (await tab.getByRole("link", { name: t.report }).getAttribute("href")) ?? "";
      expect(report).toMatch(/^https:\/\/github\.com\/example\/guide\/issues\/new\?title=/);
      expect(decodeURIComponent(report)).toContain("chromium: blocked instead of passed 200 not preflighted");
      expect(await axeViolations(tab)).toEqual([]);
    } finally {
      relay.lies = false;
    }
  });

  // The last: it does not come back.
  test("where the lab is gone, that is all that is said", async () => {
    await relay.close();
    await tab.goto(checker("?method=PUT"));
    const text = await tryShown(inChromium);
    expect(text).toContain(t.unreachable);
    expect(text).toContain(`--port ${new URL(relay.origin).port}`);
    expect(text).not.toContain(t.other);
  });
});

test("emphasis beside CJK punctuation is emphasis on the page", () => {
  expect(main(page("/zh-TW/guides/fixture-whole/"))).toContain(
    "<strong>「粗體」</strong>與<strong>「另一個」</strong>",
  );
});

test("these pages are valid HTML too", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  for (const { path, html } of pages.filter((one) => one.path.includes("/fixture-"))) {
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ message, selector }) => `${path} ${message} ${selector}`)),
    ).toEqual([]);
  }
});
