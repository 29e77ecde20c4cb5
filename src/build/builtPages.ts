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

/** The file of a page. */
export function fileOf(folder: string, place: string): string {
  return join(folder, place, "index.html");
}
