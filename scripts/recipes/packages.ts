import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackages } from "../setup/system-packages.ts";
import { runToEnd } from "./processes.ts";
import { foldersWith, type Runnable, recipesFolder } from "./recipes.ts";

/** Where recipes are run: copies of their folders, beside the packages that they need. */
export const workshop = join(import.meta.dirname, "../../.cache/recipes");

const installPatience = 900;
const versionPatience = 60;

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

/**
 * Installs the npm packages of all recipes, once for each state of their lock file.
 * @throws with npm's own words where it fails
 */
export async function installNpmPackages(): Promise<void> {
  const lock = readFileSync(join(recipesFolder, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  const stamp = join(workshop, ".installed-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;

  console.log("Installing the recipes' packages (once, about two minutes)…");
  mkdirSync(workshop, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(recipesFolder, name), join(workshop, name));
  for (const id of foldersWith("package.json")) {
    mkdirSync(join(workshop, id), { recursive: true });
    copyFileSync(join(recipesFolder, id, "package.json"), join(workshop, id, "package.json"));
  }
  const command = [
    "npm",
    "ci",
    "--include=dev",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"))) as Record<
    string,
    string
  >;
  const { code, output } = await runToEnd({ command, folder: workshop, env }, installPatience);
  if (code !== 0) {
    throw new Error(
      `The recipes' packages could not be installed; npm said:\n${output}\nMend what it names (often the network), or delete .cache/recipes, and run the command again.`,
    );
  }
  writeFileSync(stamp, hash);
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
  const versions: Record<string, string> = {};
  const { needs } = recipe.run;
  for (const [name, source] of Object.entries(recipe.run.versions)) {
    const printed =
      typeof source === "string"
        ? npmVersion(recipe.id, source.slice("npm:".length))
        : await printedVersion(recipe, source);
    if (printed === undefined) {
      const what =
        needs === "npm"
          ? "Delete .cache/recipes and run the command again."
          : `Run: apt-get install ${needs.join(" ")}`;
      return { missing: `${name} is missing. ${what}` };
    }
    versions[name] = printed;
  }
  return { versions };
}

function npmVersion(id: string, name: string): string | undefined {
  const file = [join(workshop, id), workshop]
    .map((folder) => join(folder, "node_modules", name, "package.json"))
    .find(existsSync);
  return file && (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

async function printedVersion(recipe: Runnable, command: readonly string[]): Promise<string | undefined> {
  const { code, output } = await runToEnd(
    { command, folder: recipesFolder, env: environment(recipe) },
    versionPatience,
  );
  return code === 0 ? (/\d+(?:\.\d+)+[\w.-]*/.exec(output)?.[0] ?? /\d+/.exec(output)?.[0]) : undefined;
}
