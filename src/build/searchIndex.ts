import { readdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { languages, site } from "../site.config.ts";

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
          const pages = await indexLanguage(root, language);
          logger.info(`${language}: ${pages} pages indexed`);
        }
        await close();
      },
    },
  };
}

/** Indexes what is marked `data-pagefind-body`. @returns the number of pages */
async function indexLanguage(root: string, language: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw searchError(language, errors);
  let count = 0;
  const folder = join(root, language);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name !== "index.html") continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file, "utf8");
    if (!content.includes("data-pagefind-body")) continue;
    const path = relative(root, entry.parentPath).replaceAll("\\", "/");
    const added = await index.addHTMLFile({ url: `${site.base}${path}/`, content });
    if (added.errors.length > 0) throw searchError(language, added.errors);
    count++;
  }
  const outputPath = join(root, "pagefind", language);
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw searchError(language, written.errors);
  await removeUnused(outputPath);
  return count;
}

/**
 * Removes what Pagefind writes beside every index and this site never loads, half a megabyte a language: its
 * own user interfaces, and the program for languages without a stemmer where this one has a stemmer.
 */
async function removeUnused(folder: string): Promise<void> {
  const names = await readdir(folder);
  const hasStemmer = names.some((name) => /^wasm\.(?!unknown)/.test(name));
  const unused = names.filter(
    (name) => /-(?:ui|highlight)\.(?:js|css)$/.test(name) || (hasStemmer && name.startsWith("wasm.unknown")),
  );
  for (const name of unused) await rm(join(folder, name));
}

function searchError(language: string, errors: string[]): Error {
  return new Error(
    `The search index for ${language} could not be made: ${errors.join("; ")}\nPagefind's own words say which page; mend its HTML and build again.`,
  );
}
