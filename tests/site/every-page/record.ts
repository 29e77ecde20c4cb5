import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inject } from "vitest";
import type { BuiltPage } from "../../support/pages.ts";

/**
 * Which pages were found sound: by a hash of all that a page's soundness hangs on. What it loads has a hash in its name,
 * and so has what that loads, so that the page's HTML stands for all of them.
 */

const here = import.meta.dirname;
const root = join(here, "../../..");
/** What pages are looked at with. */
const tools = [
  "tests/site/every-page/everyPage.ts",
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

/**
 * What hashes pages.
 * @param browser the version of the browser that looks at them
 */
export function soundnessHash(browser: string): (page: BuiltPage) => string {
  const { version } = createRequire(import.meta.url)("axe-core/package.json");
  const shared = createHash("sha256").update(`${browser}\0${version}\0`);
  for (const path of tools) shared.update(readFileSync(join(root, path)));
  shared.update(readFileSync(join(inject("siteFolder"), "_headers")));
  return ({ html }) => shared.copy().update(html).digest("base64url").slice(0, 12);
}
