import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";

/** What has no prose in it. */
const NO_PROSE = /<(script|style|pre|code)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;
/** A tag; the value of an attribute may hold `>`. */
const TAG = /<(?:"[^"]*"|'[^']*'|[^"'>])*>/;

/** What readers read of a page, text by text; code is left out. */
export function proseOf(html: string): string[] {
  return html.replace(NO_PROSE, "<i>").split(TAG);
}

/**
 * Finds marks of emphasis that readers would see as they are.
 * @returns for each the text around it; code is left out
 */
export function findLiteralMarks(html: string): string[] {
  return (
    proseOf(html)
      // Nearly every text has neither, and is told so much sooner than by the pattern.
      .filter((text) => text.includes("**") || text.includes("~~"))
      .flatMap((text) => [...text.matchAll(/.{0,30}(?:\*\*|~~).{0,30}/g)].map(([found]) => found.trim()))
  );
}

/** When the site is built: fails where a page shows `**` or `~~`, which no author means to be read. */
export function builtHtml(): AstroIntegration {
  return {
    name: "built-html",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const problems: string[] = [];
        for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
          const file = join(entry.parentPath, entry.name);
          const page = `/${relative(root, file)
            .replaceAll("\\", "/")
            .replace(/index\.html$/, "")}`;
          for (const text of findLiteralMarks(await readFile(file, "utf8"))) {
            problems.push(`${page}\n  The page shows marks of emphasis as they are: ${text}`);
          }
        }
        if (problems.length === 0) return;
        throw new AstroError(
          problems.join("\n\n"),
          "In the page's source, close each mark, with no space between the mark and its words; what is meant to be read as it is belongs into `code`.",
        );
      },
    },
  };
}
