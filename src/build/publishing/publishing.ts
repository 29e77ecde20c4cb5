import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { type Place, twinOf } from "../../i18n/routes.ts";
import { type Language, languages, site } from "../../site.config.ts";
import { describeTools, openKept } from "../keep.ts";
import { type FeedData, writeFeed } from "./feeds.ts";
import { asMarkdown } from "./markdown.ts";
import { readable } from "./readable.ts";

/** What the twins are made with. */
const TOOLS = ["hast-util-from-html", "hast-util-to-mdast", "mdast-util-gfm", "mdast-util-to-markdown"];

/**
 * When the site is built: for those who read it elsewhere, a Markdown twin beside each page, and the feeds. Both are
 * made of the pages as they were built, so that nothing is missing from them that a component has drawn.
 */
export function publishing(): AstroIntegration {
  let project: URL;
  return {
    name: "publishing",
    hooks: {
      "astro:config:done": ({ config }) => {
        project = config.root;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const twins = await writeTwins(root, project);
        const feeds = await writeFeeds(root);
        logger.info(`${twins.length} Markdown twins, ${twins.made} of them made anew; ${feeds} feeds`);
      },
    },
  };
}

const address = new URL(site.base, site.url).href;

async function writeTwins(root: string, project: URL): Promise<{ length: number; made: number }> {
  const code = ["readable.ts", "markdown.ts"].map((name) => join(import.meta.dirname, name));
  const kept = await openKept(project, "twins", await describeTools(code, TOOLS));
  const pages = await pagesOf(root);
  for (const file of pages) {
    const html = await readFile(join(root, file), "utf8");
    const page = new URL(file.replace(/index\.html$/, ""), address).href;
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>") + "</main>".length);
    const twin = await kept.get(
      `${page}\0${main}`,
      async () => `${asMarkdown(readable(main, page))}\nSource: ${page}\n`,
    );
    const [language, ...place] = file.split("/").slice(0, -1);
    await writeFile(join(root, twinOf(language as Language, (place.join("/") || "home") as Place)), twin);
  }
  return { length: pages.length, made: kept.made };
}

/** The pages in the languages, and none that only leads to another. */
async function pagesOf(root: string): Promise<string[]> {
  const lists = languages.map(async (language) => {
    const entries = await readdir(join(root, language), { recursive: true, withFileTypes: true });
    return entries
      .filter(({ name, parentPath }) => name === "index.html" && !/[\\/]404$/.test(parentPath))
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/"));
  });
  return (await Promise.all(lists)).flat();
}

/** @returns how many */
async function writeFeeds(root: string): Promise<number> {
  const pages = new Map<string, Promise<string>>();
  const pageOf = (file: string) => {
    const page = pages.get(file) ?? readFile(join(root, file), "utf8");
    pages.set(file, page);
    return page;
  };
  let written = 0;
  for (const language of languages) {
    const data = join(root, language, "feeds.json");
    const feeds = JSON.parse(await readFile(data, "utf8")) as FeedData[];
    // Nobody else needs it.
    await rm(data);
    for (const feed of feeds) {
      const file = join(root, feed.file);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await writeFeed(feed, address, pageOf));
      written++;
    }
  }
  return written;
}
