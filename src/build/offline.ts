import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { minifySync } from "vite";
import { href } from "../i18n/routes.ts";
import { languages, site } from "../site.config.ts";
import { hashedFolders } from "./hosting/answers.ts";

/** Below the site's base path; `src/client/offline/register.ts` asks for it. */
const FILE = "sw.js";

/**
 * Writes the service worker, when the site is built: what was read then opens without a network. A site without one
 * gets a worker that retires those from before, and so does `npm run dev`, which may stand where `npm start` stood.
 */
export function offline(): AstroIntegration {
  return {
    name: "offline",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        const isOn = command === "build" && site.offline;
        updateConfig({ vite: { define: { "import.meta.env.OFFLINE": JSON.stringify(isOn) } } });
      },
      "astro:server:setup": ({ server }) => {
        server.middlewares.use(`${site.base}${FILE}`, (_request, response) => {
          response.setHeader("Content-Type", "text/javascript");
          response.end(retiredWorker());
        });
      },
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        await writeFile(join(root, FILE), site.offline ? await serviceWorker(root) : retiredWorker());
      },
    },
  };
}

/** What both workers know of the site. */
const known = { name: "preflight-guide", base: site.base };

/** What takes the place of a worker that is no more. */
export const retiredWorker = () => workerOf("retired.js", known);

/** @param root the built site's folder */
export async function serviceWorker(root: string): Promise<string> {
  const pages = Object.fromEntries(languages.map((language) => [language, href(language, "offline")]));
  const first = new Set<string>();
  for (const page of Object.values(pages)) {
    first.add(page);
    for (const part of await partsOf(root, page)) first.add(part);
  }
  const build = await hashOfPages(root);
  return workerOf("serviceWorker.js", { ...known, build, offline: pages, hashed: hashedFolders, first: [...first] });
}

function workerOf(name: string, about: object): string {
  const file = join(process.cwd(), "src/client/offline", name);
  const code = `const SITE = ${JSON.stringify(about)};\n${readFileSync(file, "utf8")}`;
  return minifySync(file, code).code;
}

/** The styles and scripts that a page loads at first. */
async function partsOf(root: string, page: string): Promise<Set<string>> {
  const html = await readFile(join(root, page.slice(site.base.length), "index.html"), "utf8");
  const named = html.matchAll(/<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"/g);
  const parts = new Set([...named].map(([, address = ""]) => address));
  // A set hands out what is added to it meanwhile: what scripts import, and what that imports.
  for (const part of parts) {
    if (!part.endsWith(".js")) continue;
    const code = await readFile(join(root, part.slice(site.base.length)), "utf8");
    for (const [, name = ""] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)) {
      parts.add(part.replace(/[^/]+$/, name));
    }
  }
  return parts;
}

/** What stands for a build: its pages, as all that they load is named in them by what it holds. */
async function hashOfPages(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  return hash.digest("base64url").slice(0, 12);
}
