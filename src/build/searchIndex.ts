import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { decode, encode } from "cborg";
import { close } from "pagefind";
import { type Language, languages, site } from "../site.config.ts";
import { fileOf, findPages, isOwnPage } from "./builtPages.ts";
import { type IndexedFile, makeIndex, type Page } from "./indexing/makeIndex.ts";
import { describeTools, type Kept, openKept } from "./keep.ts";

/** What an index is made with besides this project's code; Node finds the words in a text. */
const TOOLS = ["cborg", "node", "opencc-js", "pagefind"];

/**
 * When the site is built: one search index a language, in `pagefind/<language>/`, of the pages that
 * are really written in it. That of a language whose pages are what they were is kept in `.cache/search/`.
 */
export function searchIndex(): AstroIntegration {
  let project: URL;
  return {
    name: "search-index",
    hooks: {
      "astro:config:done": ({ config }) => {
        project = config.root;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const kept = await openKept(project, "search", await describeTools(await filesOfIndexes(), TOOLS));
        for (const language of languages) {
          const made = kept.made;
          const places = await indexLanguage(root, language, kept);
          logger.info(`${language}: ${places} places indexed${kept.made > made ? "" : ", as before"}`);
        }
        await kept.removeOthers();
        await close();
      },
    },
  };
}

/** An index as it is kept. */
type Index = Awaited<ReturnType<typeof makeIndex>>;

/** @returns the number of places that the index leads to */
async function indexLanguage(root: string, language: Language, kept: Kept): Promise<number> {
  const folder = join(root, language);
  const wordsFile = join(folder, "search-words.json");
  const words = await readFile(wordsFile, "utf8");
  // Nobody else needs it.
  await rm(wordsFile);
  const base = `${site.base}${language}/`;
  const pages = (await readPages(folder)).filter(({ path, html }) =>
    isOwnPage(html, new URL(base + path, site.url).href),
  );
  const make = async () => encode(await makeIndex(language, base, pages, JSON.parse(words)));
  const { files, places }: Index = decode(await kept.get(`${base}\0${words}\0${hashOf(pages)}`, make));
  for (const { name, content } of files) await writeIndexed(join(root, "pagefind", language, name), content);
  return places;
}

async function writeIndexed(file: string, content: IndexedFile["content"]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

function hashOf(pages: readonly Page[]): string {
  const hash = createHash("sha256");
  for (const { path, html } of pages) hash.update(`${path}\0${html.length}\0${html}`);
  return hash.digest("hex");
}

/** The code that makes an index, and that with which it is asked. */
async function filesOfIndexes(): Promise<string[]> {
  const folders = ["indexing", "../search"].map((name) => join(import.meta.dirname, name));
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).sort().map((name) => join(folder, name))),
  );
  return files.flat().filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
}

async function readPages(folder: string): Promise<Page[]> {
  const places = await findPages(folder);
  return Promise.all(places.map(async (path) => ({ path, html: await readFile(fileOf(folder, path), "utf8") })));
}
