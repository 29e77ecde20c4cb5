import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { attributes, type BuiltPage } from "./pages.ts";

/**
 * Follows every link within the built site, to its page or file and to its fragment. Links to other
 * sites are left alone.
 * @param folder the built site
 * @param base the path below which it is served
 * @returns one line for each link that leads nowhere
 */
export function brokenLinks(folder: string, pages: readonly BuiltPage[], base = "/"): string[] {
  const ids = new Map(pages.map((page) => [page.path, new Set(attributes(page, "[id]", "id"))]));
  const isFile = (path: string) => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile();

  return pages.flatMap((page) => {
    const here = new URL(base.slice(0, -1) + page.path, "http://site.invalid");
    const links = [
      ...attributes(page, "[href]", "href"),
      ...attributes(page, "[src]", "src"),
      ...attributes(page, "meta[property=og:image]", "content"),
    ];
    return [...new Set(links)].flatMap((link) => {
      if (!URL.canParse(link, here)) return [`${page.path}: "${link}" is no URL`];
      const target = new URL(link, here);
      if (target.origin !== here.origin) return [];
      if (!target.pathname.startsWith(base)) return [`${page.path}: "${link}" is not below ${base}`];
      const path = decodeURIComponent(target.pathname.slice(base.length - 1));
      const fragment = decodeURIComponent(target.hash.slice(1));
      if (!ids.has(path)) return fragment === "" && isFile(path) ? [] : [`${page.path}: "${link}" leads to no page`];
      return fragment === "" || ids.get(path)?.has(fragment) ? [] : [`${page.path}: "${link}" leads to no heading`];
    });
  });
}
