import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn, hashFiles } from "./hashFiles.ts";
import { hashSiteInputs } from "./siteInputs.ts";

/** What dist/ was made from, and what is in it. Not in dist/, which is published as it is. */
const stamp = ".cache/built-from";

/**
 * Whether dist/ holds what a build would make now, and all of it.
 * @param root the project's root
 */
export function isBuilt(root = "."): boolean {
  try {
    const recorded = readFileSync(join(root, stamp), "utf8");
    return recorded === describeBuild(join(root, "dist"), hashSiteInputs(root, process.env));
  } catch (error) {
    // Never built, or being replaced by another command's build just now.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/**
 * Remembers what is about to stand in dist/: from now on any other dist/ is taken for unbuilt.
 * @param root the project's root
 * @param folder what will be dist/
 * @param inputs what it was made from, as `hashSiteInputs` has it
 */
export function recordBuild(root: string, folder: string, inputs: string): void {
  const file = join(root, stamp);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, describeBuild(folder, inputs));
}

function describeBuild(folder: string, inputs: string): string {
  const files = filesIn(folder, ".");
  return `inputs: ${inputs}\nfiles: ${files.length} ${hashFiles(folder, files)}\n`;
}
