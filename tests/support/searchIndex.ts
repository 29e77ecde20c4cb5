import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The paths that a language's search index leads to, sorted. */
export function indexedPaths(folder: string, language: string): string[] {
  const fragments = join(folder, "pagefind", language, "fragment");
  return readdirSync(fragments)
    .map((name) => (JSON.parse(readFileSync(join(fragments, name), "utf8")) as { url: string }).url)
    .sort();
}
