import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash of files' paths and contents.
 * @param root what the paths start from
 * @param paths the files
 */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * The path itself where it is a file, or the files in it where it is a folder, sorted; none where it is neither.
 * @param root what the path starts from
 */
export function filesIn(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(path, entry.parentPath.slice(absolute.length), entry.name).replaceAll("\\", "/"))
    .sort();
}

/**
 * As `filesIn`, of several paths, and without tests: nothing is made of them.
 * @param root what the paths start from
 */
export function sourcesIn(root: string, paths: readonly string[]): string[] {
  return paths.flatMap((path) => filesIn(root, path)).filter((path) => !/\.test\.tsx?$/.test(path));
}
