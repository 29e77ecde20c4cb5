import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash of files, their names and what is in them. Tests are left out: nothing is made of them.
 * @param root the project's root
 * @param paths files, and folders with all that is in them; what is not there counts as empty
 * @param more what else the hash is to stand for
 */
export function hashFiles(root: string, paths: readonly string[], more = ""): string {
  const hash = createHash("sha256").update(`${more}\0`);
  for (const path of paths.flatMap((path) => filesIn(root, path))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** A file itself, or the files in a folder, sorted. */
function filesIn(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(path, entry.parentPath.slice(absolute.length), entry.name).replaceAll("\\", "/"))
    .sort();
}
