import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything that the built site is made of. */
const inputs = [
  "src",
  "content",
  "public",
  "astro.config.ts",
  "tsconfig.json",
  "tsconfig.base.json",
  "package-lock.json",
];

/**
 * A hash of everything that the built site is made of: the same hash, the same site.
 * @param root the project's root
 * @param environment as `process.env` has it: `SITE_URL` and `BASE_PATH` go into the site, too
 */
export function hashSiteInputs(root: string, environment: NodeJS.ProcessEnv): string {
  const hash = createHash("sha256");
  for (const name of ["SITE_URL", "BASE_PATH"]) hash.update(`${name}=${environment[name] ?? ""}\0`);
  for (const path of inputs.flatMap((input) => filesIn(root, input))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** A file itself, or the files in a folder, sorted; tests are not part of the site. */
function filesIn(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(path, entry.parentPath.slice(absolute.length), entry.name).replaceAll("\\", "/"))
    .sort();
}
