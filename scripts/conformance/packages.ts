import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lockedVersion } from "../../src/content/recipeLock.ts";
import { installPackages } from "../setup/system-packages.ts";
import { runProgram } from "../support/program.ts";
import { foldersWith, type Runnable, recipesFolder } from "./recipes.ts";

/** Where recipes are run: copies of their folders, beside the packages that they need. */
export const workshop = join(import.meta.dirname, "../../.cache/recipes");

/** In milliseconds. */
const installPatience = 900_000;
const versionPatience = 60_000;

/** What a recipe's programs see: the programs of its npm packages, or Debian's own, before any other. */
export function environment({ id, run }: Runnable): Record<string, string> {
  const ofPackages = [join(workshop, id), workshop].map((folder) => join(folder, "node_modules/.bin"));
  const first = run.needs === "npm" ? ofPackages : ["/usr/bin", "/usr/sbin"];
  const path = [...first, process.env.PATH ?? ""].join(delimiter);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$|npm_)/.test(name)),
  );
  // Codes for colours in the output would break up what is looked for.
  return { ...(env as Record<string, string>), PATH: path, NO_COLOR: "1", FORCE_COLOR: "0" };
}

/** What `node_modules` in the workshop was installed from, and for which recipes. */
const stamp = join(workshop, ".installed-from");

interface Installed {
  /** A hash of the lock file. */
  lock: string;
  ids: string[];
}

function lockHash(): string {
  return createHash("sha256")
    .update(readFileSync(join(recipesFolder, "package-lock.json")))
    .digest("hex");
}

/** @returns the ids of the recipes whose npm packages are here, as the lock file has them now */
export function installedIds(): string[] {
  if (!existsSync(stamp)) return [];
  const { lock, ids } = JSON.parse(readFileSync(stamp, "utf8")) as Installed;
  return lock === lockHash() ? ids : [];
}

/**
 * Installs the npm packages of some recipes, and keeps those that are here.
 * @param ids of the recipes; those that need nothing from npm count for nothing
 * @throws with npm's own words where it fails
 */
export async function installNpmPackages(ids: readonly string[]): Promise<void> {
  const fromNpm = foldersWith("package.json");
  const here = installedIds();
  const wanted = fromNpm.filter((id) => ids.includes(id) || here.includes(id));
  if (wanted.every((id) => here.includes(id))) return;

  console.log(`Installing the packages of ${wanted.length} recipes (once, at most two minutes)…`);
  mkdirSync(workshop, { recursive: true });
  // Where this is interrupted, what is there is not taken for whole.
  rmSync(stamp, { force: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(recipesFolder, name), join(workshop, name));
  for (const id of fromNpm) {
    mkdirSync(join(workshop, id), { recursive: true });
    copyFileSync(join(recipesFolder, id, "package.json"), join(workshop, id, "package.json"));
  }
  const command = [
    "npm",
    "ci",
    ...wanted.map((id) => `--workspace=${id}`),
    "--include=dev",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
  const { code, output } = await runProgram({ command, folder: workshop, env }, installPatience);
  if (code !== 0) {
    throw new Error(
      `The recipes' packages could not be installed; npm said:\n${output}\nMend what it names (often the network), or delete .cache/recipes, and run the command again.`,
    );
  }
  writeFileSync(stamp, JSON.stringify({ lock: lockHash(), ids: wanted } satisfies Installed));
}

/** Whether a recipe can be run here: the versions of what it runs, by name; or one line that says what to install. */
export type Readiness = { versions: Record<string, string> } | { missing: string };

/**
 * Finds out which recipes can be run, and first installs the system's packages that are missing
 * where that is asked for and possible.
 * @returns by the recipes' ids
 */
export async function makeReady(recipes: readonly Runnable[], mayInstall: boolean): Promise<Map<string, Readiness>> {
  const before = await readinessOf(recipes);
  const missing = recipes.filter(({ id }) => "missing" in (before.get(id) ?? {}));
  const wanted = missing.flatMap(({ run }) => (run.needs === "npm" ? [] : run.needs));
  if (!mayInstall || wanted.length === 0) return before;

  const refused = await installPackages([...new Set(wanted)]);
  const after = await readinessOf(missing);
  for (const [id, readiness] of after) {
    const detail = "missing" in readiness && refused ? ` (apt-get said: ${refused})` : "";
    before.set(id, "missing" in readiness ? { missing: readiness.missing + detail } : readiness);
  }
  return before;
}

async function readinessOf(recipes: readonly Runnable[]): Promise<Map<string, Readiness>> {
  const found = new Map<string, Readiness>();
  for (const recipe of recipes) found.set(recipe.id, await readiness(recipe));
  return found;
}

async function readiness(recipe: Runnable): Promise<Readiness> {
  const { needs } = recipe.run;
  if (needs === "npm" && !installedIds().includes(recipe.id)) {
    return { missing: `The npm packages are missing. Run: npm run recipes -- ${recipe.id}` };
  }
  const versions: Record<string, string> = {};
  for (const [name, version] of Object.entries(await versionsOf(recipe))) {
    if (version === undefined) {
      const what =
        needs === "npm"
          ? "Delete .cache/recipes and run the command again."
          : `Run: apt-get install ${needs.join(" ")}`;
      return { missing: `${name} is missing. ${what}` };
    }
    versions[name] = version;
  }
  return { versions };
}

/** @returns the versions of what a recipe runs: of npm packages those of the lock file, of programs those that are here */
export async function versionsOf(recipe: Runnable): Promise<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = {};
  for (const [name, source] of Object.entries(recipe.run.versions)) {
    found[name] =
      typeof source === "string"
        ? lockedVersion(recipe.id, source.slice("npm:".length))
        : await printedVersion(recipe, source);
  }
  return found;
}

/** The versions of a package that a recipe asks npm for: `5`. Nothing where it does not ask for it itself. */
export function readRange(id: string, name: string): string | undefined {
  const own = readFileSync(join(recipesFolder, id, "package.json"), "utf8");
  return (JSON.parse(own) as { dependencies?: Record<string, string> }).dependencies?.[name];
}

/** What programs printed of themselves: one that is here stays, and many recipes run the same. */
const printedVersions = new Map<string, string>();

async function printedVersion(recipe: Runnable, command: readonly string[]): Promise<string | undefined> {
  const env = environment(recipe);
  const key = JSON.stringify([command, env.PATH]);
  const known = printedVersions.get(key);
  if (known !== undefined) return known;
  const { code, output } = await runProgram({ command, folder: recipesFolder, env }, versionPatience);
  const version = /\d+(?:\.\d+)+[\w.-]*/.exec(output)?.[0] ?? /\d+/.exec(output)?.[0];
  if (code !== 0 || version === undefined) return undefined;
  printedVersions.set(key, version);
  return version;
}
