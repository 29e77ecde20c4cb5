import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close } from "pagefind";
import { type Language, languages, site } from "../site.config.ts";
import { fileOf, findPages } from "./builtPages.ts";
import { makeIndex, type Page } from "./indexing/makeIndex.ts";

/**
 * When the site is built: one search index a language, in `pagefind/<language>/`, of the pages that
 * are really written in it.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        for (const language of languages) {
          const places = await indexLanguage(root, language);
          logger.info(`${language}: ${places} places indexed`);
        }
        await close();
      },
    },
  };
}

/** @returns the number of places that the index leads to */
async function indexLanguage(root: string, language: Language): Promise<number> {
  const folder = join(root, language);
  const wordsFile = join(folder, "search-words.json");
  const known = JSON.parse(await readFile(wordsFile, "utf8"));
  // Nobody else needs it.
  await rm(wordsFile);
  const { files, places } = await makeIndex(language, `${site.base}${language}/`, await readPages(folder), known);
  for (const { name, content } of files) {
    const file = join(root, "pagefind", language, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return places;
}

async function readPages(folder: string): Promise<Page[]> {
  const places = await findPages(folder);
  return Promise.all(places.map(async (path) => ({ path, html: await readFile(fileOf(folder, path), "utf8") })));
}
