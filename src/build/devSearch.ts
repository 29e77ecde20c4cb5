import type { IncomingMessage, ServerResponse } from "node:http";
import type { AstroIntegration } from "astro";
import { type Language, languages, site } from "../site.config.ts";
import { type IndexedFile, makeIndex, type Page } from "./indexing/makeIndex.ts";

type Files = ReadonlyMap<string, IndexedFile["content"]>;

/**
 * In `npm run dev`: the search index of a language, made of the pages as they are when somebody first searches, and
 * anew when content has changed since. It is kept in memory.
 */
export function devSearch(): AstroIntegration {
  const indexes = new Map<Language, Promise<Files>>();
  return {
    name: "dev-search",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        server.watcher.on("all", () => indexes.clear());
        server.middlewares.use(async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
          const path = new URL(request.url ?? "", "http://localhost").pathname.replace(site.base, "/");
          const [, tag, name] = /^\/pagefind\/([^/]+)\/(.+)$/.exec(path) ?? [];
          const language = languages.find((each) => each === tag);
          if (!language || !name) return next();
          const address = `http://${request.headers.host}${site.base}${language}/`;
          const index = indexes.get(language) ?? indexPages(language, address);
          indexes.set(language, index);
          try {
            const content = (await index).get(name);
            if (content === undefined) return next();
            response.setHeader("Content-Type", "application/octet-stream");
            response.end(content);
          } catch (error) {
            indexes.delete(language);
            logger.error(String(error));
            response.writeHead(500).end();
          }
        });
      },
    },
  };
}

async function indexPages(language: Language, address: string): Promise<Files> {
  const read = async (url: string) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} was answered ${response.status}.`);
    return response.text();
  };
  const map = await read(new URL(`${site.base}sitemap.xml`, address).href);
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, location = ""]) => new URL(location).pathname)
    .filter((path) => path.startsWith(`${site.base}${language}/`));
  const pages: Page[] = [];
  // One at a time: each is made when it is asked for, and the author's own page is to come in between.
  for (const path of paths) {
    pages.push({ path: path.slice(`${site.base}${language}/`.length), html: await read(new URL(path, address).href) });
  }
  const known = JSON.parse(await read(`${address}search-words.json`));
  const { files } = await makeIndex(language, `${site.base}${language}/`, pages, known);
  return new Map(files.map(({ name, content }) => [name, content]));
}
