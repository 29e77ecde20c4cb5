import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recipesFolder } from "../../scripts/conformance/recipes.ts";
import { hashSuite } from "../../scripts/conformance/suite.ts";
import { hashFiles } from "../../scripts/support/hashFiles.ts";
import { lockedVersion } from "../../src/content/recipeLock.ts";
import { hashRecipeFiles } from "../../src/evidence/recipeFiles.ts";

/**
 * Recipes with tests of their own, whose packages are 700 MB: which file tests them, beside the suite or in its place,
 * and with what they were found to hold.
 */
export const ownTests: Readonly<Record<string, string>> = {
  "vite-proxy": "dev-proxies",
  "webpack-proxy": "dev-proxies",
  "angular-proxy": "dev-proxies",
  "nextjs-rewrites": "dev-proxies",
  "socket-io": "socket-io",
  "apollo-server": "graphql",
  "graphql-yoga": "graphql",
};

const here = import.meta.dirname;
const recordOf = (file: string) => join(here, "held", `${file}.json`);

/** Hashes by the recipes' ids. */
type Held = Record<string, string>;

/** A hash of all that decides whether a recipe's own tests pass: its files, its packages' versions, and the tests. */
export function hashOwn(id: string): string {
  const { dependencies = {} } = JSON.parse(readFileSync(join(recipesFolder, id, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  const versions = Object.keys(dependencies).map((name) => `${name}@${lockedVersion(id, name)}`);
  const tests = hashFiles(here, [`${ownTests[id]}.test.ts`, "startInWorkshop.ts"]);
  const parts = [hashRecipeFiles(join(recipesFolder, id)), hashSuite(), tests, ...versions];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

function readHeld(file: string): Held {
  return existsSync(recordOf(file)) ? JSON.parse(readFileSync(recordOf(file), "utf8")) : {};
}

/** Whether a recipe, its packages or its tests are others than when its tests passed. */
export function ownHasChanged(id: string): boolean {
  return readHeld(ownTests[id] ?? "")[id] !== hashOwn(id);
}

/** Writes down that the tests of some recipes passed. All of them are of one file. */
export function writeHeld(file: string, ids: readonly string[]): void {
  mkdirSync(join(here, "held"), { recursive: true });
  const held = Object.fromEntries(ids.map((id) => [id, hashOwn(id)]));
  writeFileSync(recordOf(file), `${JSON.stringify(held, null, 2)}\n`);
}
