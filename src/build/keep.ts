import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Files that builds keep for later ones, each by all that it was made from. */
export interface Kept {
  /**
   * What was kept under a key, or else is made now and kept.
   * @param key names all that it is made from
   */
  get(key: string, make: () => Promise<Uint8Array | string>): Promise<Uint8Array>;
  /** How many were made since this was opened. */
  made: number;
  /** Removes what nobody has asked for since this was opened: nothing is made of it any more. */
  removeOthers(): Promise<void>;
}

/**
 * @param root the project's folder
 * @param kind the name of the folder below `.cache/`
 * @param tools what all of them are made with: versions and code
 */
export async function openKept(root: URL, kind: string, tools: string): Promise<Kept> {
  const folder = join(fileURLToPath(root), ".cache", kind);
  await mkdir(folder, { recursive: true });
  const asked = new Set<string>();
  const named = createHash("sha256").update(`${tools}\0`);
  const kept: Kept = {
    made: 0,
    async get(key, make) {
      const name = named.copy().update(key).digest("base64url").slice(0, 24);
      asked.add(name);
      const file = join(folder, name);
      const before = await readFile(file).catch(() => undefined);
      if (before) return before;
      kept.made++;
      const made = Buffer.from(await make());
      // Another build may read it meanwhile, and must not find half of it.
      await writeFile(`${file}.${process.pid}`, made);
      await rename(`${file}.${process.pid}`, file);
      return made;
    },
    async removeOthers() {
      const others = (await readdir(folder)).filter((name) => !asked.has(name));
      await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
    },
  };
  return kept;
}

/** The code in a folder and the versions of packages, as a text that changes with each of them. */
export async function describeTools(files: readonly string[], packages: readonly string[]): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(import.meta.dirname, "../../package.json"), "utf8"));
  const code = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return [...code, ...packages.map((name) => `${name}@${devDependencies[name]}`)].join("\0");
}
