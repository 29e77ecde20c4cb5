import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** Where a file names another of this project, which code here does with its ending. */
const IMPORT = /\b(?:from|import)\s*\(?\s*"(\.[^"?]+)(?:\?[^"]*)?"/g;

/**
 * A file of this project's code and all that it imports, directly or through others, in order: whatever is made by it
 * is made by these.
 * @returns their absolute paths and texts
 */
export async function importedFiles(entry: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const text = await readFile(file, "utf8");
    texts.set(file, text);
    for (const [, path = ""] of text.matchAll(IMPORT)) waiting.push(resolve(dirname(file), path));
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
