import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * A folder beside another one, to be filled and then put in its place. Who calls this holds the lock:
 * what others have left beside it is removed, and a folder that was being replaced is put back.
 * @param folder where it is a link, what it leads to
 * @returns the new folder, empty, and what else stood beside the old one
 */
export function startReplacement(folder: string): { next: string; leftovers: string[] } {
  const target = existsSync(folder) ? realpathSync(folder) : folder;
  const leftovers = siblings(target, ".new-");
  for (const old of siblings(target, ".old-")) {
    if (existsSync(target)) leftovers.push(old);
    else renameSync(old, target);
  }
  for (const path of leftovers) removeFolder(path);
  // A name of its own: what a build that was killed has started may still be writing into its folder.
  const next = `${target}.new-${process.pid}`;
  mkdirSync(next);
  return { next, leftovers };
}

/**
 * Puts the new folder in the place of the old one: two renames. Who looks into it in between finds neither.
 * @param next from `startReplacement`, filled
 */
export function finishReplacement(next: string): void {
  const [, target = "", suffix] = /^(.*)\.new-([^.]+)$/.exec(next) ?? [];
  const old = `${target}.old-${suffix}`;
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(next, target);
  } catch (error) {
    if (existsSync(old)) renameSync(old, target);
    throw error;
  }
  try {
    removeFolder(old);
  } catch {
    // It is in nobody's way, and the next replacement removes it.
  }
}

/** Removes a folder with all that is in it, where there is one. */
export function removeFolder(path: string): void {
  // Something may be written into it while it is being removed: then once more.
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

function siblings(folder: string, infix: string): string[] {
  const start = `${basename(folder)}${infix}`;
  const parent = dirname(folder);
  return readdirSync(parent)
    .filter((name) => name.startsWith(start))
    .map((name) => join(parent, name));
}
