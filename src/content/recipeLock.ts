import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  version: string;
  dependencies?: Record<string, string>;
}

type Lock = Record<string, Locked | undefined>;

let read: Lock | undefined;

/** What npm installs for the recipes, as their common lock file has it. It is long, and read once. */
function readLock(): Lock {
  const file = join(process.cwd(), "content/recipes/package-lock.json");
  read ??= (JSON.parse(readFileSync(file, "utf8")) as { packages: Lock }).packages;
  return read;
}

/** The place of a package that a recipe, or another package, asks for: the nearest. @param from who asks, as a path in the lock file */
function placeOf(lock: Lock, from: string, name: string): string | undefined {
  const folders = from
    .split("/node_modules/")
    .map((_part, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  const places = ["", ...folders].map((folder) => `${folder && `${folder}/`}node_modules/${name}`);
  return places.findLast((place) => lock[place]);
}

/** The version of a package that a recipe was run with. @param id the recipe's */
export function lockedVersion(id: string, name: string): string | undefined {
  const lock = readLock();
  return lock[placeOf(lock, id, name) ?? ""]?.version;
}

/** The names of all packages that npm installs for a recipe. */
export function packagesOf(id: string): Set<string> {
  const lock = readLock();
  const seen = new Set<string>();
  const waiting = [id];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const name of Object.keys(lock[from]?.dependencies ?? {})) {
      const place = placeOf(lock, from, name);
      if (!place || seen.has(place)) continue;
      seen.add(place);
      waiting.push(place);
    }
  }
  return new Set([...seen].map((place) => place.replace(/^.*node_modules\//, "")));
}
