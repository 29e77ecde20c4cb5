import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A hash of all of a recipe that was run: every file in its folder but its words. */
export function hashRecipeFiles(folder: string): string {
  const hash = createHash("sha256");
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
  for (const name of names.filter((name) => !name.endsWith(".md")).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}
