import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The paths that a language's search index leads to, sorted. */
export function indexedPaths(folder: string, language: string): string[] {
  const fragments = join(folder, "pagefind", language, "fragment");
  return readdirSync(fragments)
    .map((name) => {
      // A fragment is compressed JSON behind a mark of its own.
      const text = gunzipSync(readFileSync(join(fragments, name))).toString();
      return (JSON.parse(text.slice(text.indexOf("{"))) as { url: string }).url;
    })
    .sort();
}
