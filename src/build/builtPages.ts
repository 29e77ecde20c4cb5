import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

/** The places of the pages below a folder of the built site, in order: `causes/null-origin/`, and of its own page nothing. */
export async function findPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => name === "index.html")
    .map(({ parentPath }) => relative(folder, parentPath).replaceAll("\\", "/"))
    .map((place) => (place === "" ? "" : `${place}/`))
    .sort();
}

/** Whether a page is written in its language: one that shows another's text names that one's address as the true one. */
export function isOwnPage(html: string, address: string): boolean {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  return canonical === undefined || canonical === address;
}

/** The file of a page. */
export function fileOf(folder: string, place: string): string {
  return join(folder, place, "index.html");
}
