import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inject } from "vitest";
import type { BuiltPage } from "../../support/pages.ts";

/**
 * Which pages were found sound: by a hash of all that a page's soundness hangs on: its HTML, its styles, which have a hash
 * in their names, and its scripts with all that they load. Workers are left out: they compute, and draw nothing.
 */

const here = import.meta.dirname;
const root = join(here, "../../..");
/** What pages are looked at with. */
const tools = [
  "tests/site/every-page/everyPage.ts",
  "tests/site/every-page/htmlFaults.ts",
  "tests/site/every-page/soundPage.ts",
  "tests/support/axe.ts",
  "tests/support/newColours.ts",
  "tests/support/wake.ts",
  "tests/support/watchedPage.ts",
];

/** Hashes by the pages' paths. */
export type Sound = Readonly<Record<string, string>>;

const fileOf = (part: string) => join(here, "sound", `${part}.json`);

/** @param part which of the files beside this one looked at them */
export function readSound(part: string): Sound {
  return existsSync(fileOf(part)) ? JSON.parse(readFileSync(fileOf(part), "utf8")) : {};
}

/** Writes a record anew, in the order of the pages' paths. */
export function writeSound(part: string, sound: Sound): void {
  mkdirSync(join(here, "sound"), { recursive: true });
  const lines = Object.entries(sound).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(fileOf(part), `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`);
}

/** A script's file, as pages and scripts name it: with a hash of what it holds. */
const NAMED = /([\w.-]+)\.[\w-]{8}\.js/g;

/**
 * What scripts hold, by the name of one of them: it and all that it loads, without the hashes in their names, which
 * change with what a worker holds.
 */
function scriptsOf(folder: string): (name: string) => string {
  const own = new Map<string, { hash: string; names: string[] }>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    const code = readFileSync(join(folder, name), "utf8");
    const names = [...code.matchAll(NAMED)].map(([file]) => file).filter((file) => !file.startsWith("worker"));
    own.set(name, { hash: digest(code.replace(NAMED, "$1")), names });
  }
  const all = (name: string, seen: Map<string, string>): Map<string, string> => {
    const script = own.get(name);
    if (!script || seen.has(name)) return seen;
    seen.set(name, script.hash);
    for (const other of script.names) all(other, seen);
    return seen;
  };
  return (name) => [...all(name, new Map()).values()].sort().join();
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);

/**
 * What hashes pages.
 * @param browser the version of the browser that looks at them
 */
export function soundnessHash(browser: string): (page: BuiltPage) => string {
  const require = createRequire(import.meta.url);
  const versions = ["axe-core", "html-validate"].map((name) => require(`${name}/package.json`).version);
  const shared = createHash("sha256").update([browser, ...versions].join("\0"));
  for (const path of tools) shared.update(readFileSync(join(root, path)));
  const folder = inject("siteFolder");
  shared.update(readFileSync(join(folder, "_headers")));
  const heldBy = scriptsOf(join(folder, "_astro"));
  return ({ html }) => {
    const scripts = new Set([...html.matchAll(NAMED)].map(([file]) => file));
    const page = shared.copy().update(html.replace(NAMED, "$1"));
    for (const name of scripts) page.update(`\0${heldBy(name)}`);
    return page.digest("base64url").slice(0, 12);
  };
}
