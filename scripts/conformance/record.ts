import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashRecipeFiles } from "../../src/evidence/recipeFiles.ts";
import type { RecipeRun } from "../../src/evidence/recipes.ts";
import type { SuiteLine } from "../../src/generator/suiteLines.ts";
import { recipesFolder } from "./recipes.ts";
import { failures, hashSuite, type Report } from "./suite.ts";

const file = join(import.meta.dirname, "../../src/evidence/recipes.json");

/** Writes down the runs in which every line held: the pages show them. Those of other recipes stay. */
export function recordRuns(runs: readonly { report: Report; versions: Record<string, string> }[]): void {
  const recorded: Record<string, RecipeRun> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  for (const { report, versions } of runs) {
    if (failures(report).length > 0) continue;
    const lines = Object.fromEntries(Object.entries(report.lines).map(([line, { state }]) => [line, state]));
    recorded[report.id] = {
      date: new Date().toISOString().slice(0, 10),
      versions,
      lines: lines as Record<SuiteLine, "holds" | "cannot">,
      files: hashRecipeFiles(join(recipesFolder, report.id)),
      suite: hashSuite(),
    };
  }
  const kept = Object.entries(recorded).filter(([id]) => existsSync(join(recipesFolder, id)));
  const sorted = Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
