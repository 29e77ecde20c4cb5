/**
 * Runs the recipes through the conformance suite and prints a table.
 * Usage: npm run recipes, or npm run recipes -- express nginx: then only those.
 *        npm run recipes -- --outdated: which recorded runs are of older versions than can be installed now.
 * A failure is printed with what was sent and what came. Installs what a recipe needs where it may.
 */
import { type SuiteLine, suiteLines } from "../src/generator/suiteLines.ts";
import { openPages } from "./conformance/browserLine.ts";
import { findOutdated } from "./conformance/outdated.ts";
import { installNpmPackages, makeReady, type Readiness } from "./conformance/packages.ts";
import { foldersWith, loadRecipe, loadRecipes, type Runnable, runnable } from "./conformance/recipes.ts";
import { recordRuns } from "./conformance/record.ts";
import { failures, type Report, runSuites } from "./conformance/suite.ts";
import { formatTable } from "./conformance/table.ts";
import { takeSeed } from "./support/seed.ts";

const wanted = process.argv.slice(2).filter((argument) => !["--record", "--outdated"].includes(argument));
const record = process.argv.includes("--record");
const known = foldersWith("recipe.yaml");
const unknown = wanted.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no recipe ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(1);
}
const chosen = runnable(wanted.length > 0 ? wanted.map(loadRecipe) : loadRecipes());

if (process.argv.includes("--outdated")) {
  await tellOutdated();
  process.exit();
}

const seed = seedOrEnd();
await installNpmPackages(chosen.map(({ id }) => id));
const pages = await openPages();
const runs: { report: Report; versions: Record<string, string> }[] = [];
const notRun: string[] = [];
const ready = await makeReady(chosen, true);
const isReady = ({ id }: Runnable) => "versions" in (ready.get(id) as Readiness);
const reports = runSuites(chosen.filter(isReady), pages, seed);
for (const recipe of chosen) {
  const readiness = ready.get(recipe.id) as Readiness;
  if ("missing" in readiness) {
    notRun.push(`${recipe.id}: ${readiness.missing}`);
    continue;
  }
  const report = (await reports.get(recipe.id)) as Report;
  runs.push({ report, versions: readiness.versions });
  for (const { line, why } of failures(report)) console.log(`\n✗ ${recipe.id}, ${line satisfies SuiteLine}\n${why}`);
  console.log(`${failures(report).length === 0 ? "✓" : "✗"} ${recipe.id}, ${report.seconds.toFixed(1)} s`);
}
await pages.close();
if (record) recordRuns(runs);

console.log(`\n${formatTable(suiteLines, runs)}`);
for (const line of notRun) console.log(`not run: ${line}`);
const failed = runs.filter(({ report }) => failures(report).length > 0);
console.log(`\n${runs.length - failed.length} recipes hold, ${failed.length} fail, ${notRun.length} could not be run`);
process.exitCode = failed.length === 0 && notRun.length === 0 ? 0 : 1;

async function tellOutdated(): Promise<void> {
  const outdated = await findOutdated(chosen);
  for (const { id, name, recorded, available, source } of outdated)
    console.log(`${id}: run with ${name} ${recorded}; ${available} can be installed (${source})`);
  const ids = [...new Set(outdated.map(({ id }) => id))];
  if (ids.length === 0)
    console.log(`The ${chosen.length} recorded runs are of the newest versions that can be installed.`);
  else
    console.log(
      `\n${ids.length} of ${chosen.length} recorded runs are of older versions.\n→ npm update --package-lock-only in content/recipes/ for those from npm; then npm run recipes -- ${ids.join(" ")} --record`,
    );
}

function seedOrEnd(): number {
  try {
    return takeSeed("Random parameters");
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(1);
  }
}
