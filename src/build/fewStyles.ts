import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { site } from "../site.config.ts";

/** A guide's page, below the site's folder. It links the styles of every component that guides may use. */
const GUIDE = /^[^/]+\/guides\/[^/]+\/index\.html$/;
const LINK = /<link rel="stylesheet" href="([^"]+)">/g;

/**
 * Gives each page at most two style files: what every page has, which a reader loads once, and the rest as one file.
 * Vite makes a file of each set of modules that pages share, which is up to eight files for a page of this site.
 * @param isIdle whether a file styles nothing of the page, which then goes without
 * @returns the page with its links, and the file that stands for the rest; as it is where two files or fewer do
 */
export function withFewStyles(
  html: string,
  shared: string,
  isIdle: (href: string) => boolean = () => false,
): { html: string; merged?: { name: string; parts: string[] } } {
  const hrefs = [...html.matchAll(LINK)].map(([, href = ""]) => href);
  const idle = hrefs.filter((href) => href !== shared && isIdle(href));
  if (idle.length > 0) {
    const busy = html.replace(LINK, (link, href) => (idle.includes(href) ? "" : link));
    return withFewStyles(busy, shared);
  }
  const parts = hrefs.filter((href) => href !== shared);
  if (parts.length < 2) return { html };
  const name = `page.${createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 8)}.css`;
  const [first] = hrefs;
  const folder = first?.slice(0, first.lastIndexOf("/") + 1);
  let placed = false;
  const linked = html.replace(LINK, (link, href) => {
    if (href === shared) return link;
    if (placed) return "";
    placed = true;
    return `<link rel="stylesheet" href="${folder}${name}">`;
  });
  return { html: linked, merged: { name, parts } };
}

/** Whether no element of a page has a class that a sheet styles. What a script draws later has to bring its own styles. */
export function stylesNothing(sheet: string, html: string): boolean {
  const styled = [...sheet.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name);
  const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/)));
  return styled.length > 0 && !styled.some((name) => used.has(name ?? ""));
}

/** When the site is built: at most two style files a page. */
export function fewStyles(): AstroIntegration {
  return {
    name: "few-styles",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const fileOf = (href: string) => join(root, href.slice(site.base.length));
        const files = (await readdir(root, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
          .map((entry) => join(entry.parentPath, entry.name));
        const pages = await Promise.all(files.map(async (file) => ({ file, html: await readFile(file, "utf8") })));
        const uses = new Map<string, number>();
        for (const { html } of pages) {
          for (const [, href = ""] of html.matchAll(LINK)) uses.set(href, (uses.get(href) ?? 0) + 1);
        }
        const [shared = ""] = [...uses].find(([, count]) => count === pages.length) ?? [];
        const sheets = new Map<string, string>();
        for (const href of uses.keys()) sheets.set(href, await readFile(fileOf(href), "utf8"));
        const written = new Map<string, Promise<void>>();
        for (const { file, html } of pages) {
          // A checker draws more once it is alive, with what its page has.
          const isPlain = GUIDE.test(relative(root, file).replaceAll("\\", "/")) && !html.includes("data-checker");
          const isIdle = (href: string) => isPlain && stylesNothing(sheets.get(href) ?? "", html);
          const { html: linked, merged } = withFewStyles(html, shared, isIdle);
          if (linked !== html) await writeFile(file, linked);
          if (!merged) continue;
          const { name, parts } = merged;
          if (!written.has(name)) {
            const texts = parts.map((href) => sheets.get(href));
            written.set(name, writeFile(join(dirname(fileOf(shared)), name), texts.join("")));
          }
        }
        await Promise.all(written.values());
      },
    },
  };
}
