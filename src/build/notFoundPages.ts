import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { languages } from "../site.config.ts";

/** When the site is built: puts each language's 404 page where hosts look for it, `<language>/404.html`. */
export function notFoundPages(): AstroIntegration {
  return {
    name: "not-found-pages",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const language of languages) {
          await copyFile(join(root, language, "404/index.html"), join(root, language, "404.html"));
        }
      },
    },
  };
}
