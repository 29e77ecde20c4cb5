import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { isListed, type Place, twinOf } from "../../i18n/routes.ts";
import { languages, site } from "../../site.config.ts";
import { fileOf, findPages, isOwnPage } from "../builtPages.ts";
import { describeTools, openKept } from "../keep.ts";
import { type FeedData, writeFeed } from "./feeds.ts";
import { asMarkdown } from "./markdown.ts";
import { readable } from "./readable.ts";

/** What the twins are made with. */
const TOOLS = ["hast-util-from-parse5", "parse5", "hast-util-to-mdast", "mdast-util-gfm", "mdast-util-to-markdown"];

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
  let length = 0;
  for (const language of languages) {
    for (const path of await findPages(join(root, language))) {
      const place = (path.replace(/\/$/, "") || "home") as Place;
      if (!isListed(place)) continue;
      const html = await readFile(fileOf(join(root, language), path), "utf8");
      const page = new URL(`${language}/${path}`, address).href;
      if (!isOwnPage(html, page)) continue;
      const main = html.slice(html.indexOf("<main"), html.indexOf("</main>") + "</main>".length);
      const make = async () => `${asMarkdown(readable(main, page))}\nSource: ${page}\n`;
      await writeFile(join(root, twinOf(language, place)), await kept.get(`${page}\0${main}`, make));
      length++;
    }
  }
  await kept.removeOthers();
  return { length, made: kept.made };
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
