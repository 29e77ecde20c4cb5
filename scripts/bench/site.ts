/**
 * Measures what this site costs to build, beside Starlight with the same texts: `npm run bench -- site`. Both get as many
 * guides more, in three languages, and are built by turns: cold, again, and after one sentence was changed. Prints
 * seconds of the processor and of the clock, the memory of the largest process, and what a guide takes to load.
 * Starlight is installed for it, below `.cache/bench/`, and nowhere else. On Linux only.
 * Usage: npm run bench -- site         334 guides, which are 1,002 pages
 *        npm run bench -- site 1000    another number
 */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { languages } from "../../src/site.config.ts";
import { runProgram } from "../support/program.ts";
import { type FirstLoad, firstLoad } from "./site/firstLoad.ts";
import { type Cost, measure } from "./site/measure.ts";
import { editOurs, makeOurs, readShownRecipes } from "./site/ours.ts";
import { editStarlight, makeStarlight } from "./site/starlight.ts";
import { nameOf } from "./site/texts.ts";

const count = Number(process.argv[3] ?? 334);
if (!(Number.isInteger(count) && count > 2))
  throw new Error(`"${process.argv[3]}" is no number of guides.\nRun: npm run bench -- site 334`);
if (process.platform !== "linux") throw new Error("Memory and processes are read from /proc.\nRun it on Linux.");

const root = resolve(".");
const work = join(root, ".cache/bench");
/** What is built, how one sentence of it is changed, and where its guides are. */
const sides = [
  {
    name: "this site",
    folder: join(work, "site"),
    command: [process.execPath, "scripts/build.ts"],
    edit: editOurs,
    page: (language: string) => `/${language}/guides/${nameOf(2)}/`,
  },
  {
    name: "Starlight",
    folder: join(work, "starlight"),
    command: [process.execPath, "node_modules/astro/bin/astro.mjs", "build"],
    edit: editStarlight,
    page: (language: string) => `/${language.toLowerCase()}/${nameOf(2)}/`,
  },
] as const;
const [ours, starlight] = sides;

console.log(`Making ${count} guides in ${languages.length} languages, for this site and for Starlight…`);
const recipes = readShownRecipes(root);
rmSync(ours.folder, { recursive: true, force: true });
mkdirSync(starlight.folder, { recursive: true });
makeOurs(root, ours.folder, count, recipes);
makeStarlight(starlight.folder, count, recipes);
await install(starlight.folder);

/** Where this machine is slower for a while, both are. */
const runs = ["cold", "again", "one sentence"] as const;
for (const [index, run] of runs.entries()) {
  const costs: Cost[] = [];
  for (const { folder, command, edit } of sides) {
    if (run === "one sentence") edit(folder, index);
    costs.push(await measure(folder, command));
  }
  printCosts(run, costs);
}
for (const language of languages) {
  const loads: FirstLoad[] = [];
  for (const { folder, page } of sides) loads.push(await firstLoad(join(folder, "dist"), page(language)));
  printLoads(language, loads);
}

/** Installs what its lock file says. */
async function install(folder: string): Promise<void> {
  const { code, output } = await runProgram({ command: ["npm", "ci", "--no-audit", "--no-fund"], folder });
  if (code !== 0) throw new Error(`Starlight could not be installed:\n${output}`);
}

function printCosts(run: string, [own, other]: readonly Cost[]): void {
  if (!own || !other) return;
  const parts = (["cpu", "wall", "peak"] as const).map((what) => {
    const unit = what === "peak" ? "MB" : "s";
    const digits = what === "peak" ? 0 : 1;
    return `${what} ${own[what].toFixed(digits)} / ${other[what].toFixed(digits)} ${unit} = ${(own[what] / other[what]).toFixed(2)}`;
  });
  console.log(`${run.padEnd(14)}${parts.join("   ")}`);
}

function printLoads(language: string, [own, other]: readonly FirstLoad[]): void {
  if (!own || !other) return;
  const kilobytes = ({ bytes }: FirstLoad) => (bytes / 1024).toFixed(1);
  console.log(
    `a guide, ${language}`.padEnd(18) +
      `${kilobytes(own)} / ${kilobytes(other)} KB = ${(own.bytes / other.bytes).toFixed(2)}   requests ${own.requests} / ${other.requests}`,
  );
}
