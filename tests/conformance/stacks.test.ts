import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPages, type Pages } from "../../scripts/conformance/browserLine.ts";
import { loadRecipe, loadRecipes, runnable } from "../../scripts/conformance/recipes.ts";
import { type Report, runSuites } from "../../scripts/conformance/suite.ts";
import { recipeRuns } from "../../src/evidence/recipes.ts";
import { suiteLines } from "../../src/generator/suiteLines.ts";
import { countNotRun } from "../support/notRun.ts";

/**
 * Recipes through the conformance suite: those whose record may no longer be true, and some of the others; see
 * `setUp.ts`. PREFLIGHT_SEED repeats a run's choice and its random parameters.
 */
const { run, missing, seed } = inject("recipes");
const patience = 1_800_000;

let pages: Pages;
let reports: Map<string, Promise<Report>>;
beforeAll(async () => {
  pages = await openPages();
  reports = runSuites(runnable(run.map(loadRecipe)), pages, seed);
}, patience);
afterAll(() => pages?.close());

test("what is chosen to be run can be run", () => {
  expect(missing).toEqual({});
});

describe.for(run)("%s", (id) => {
  test.for(suiteLines)("%s, as it is recorded", { timeout: patience }, async (line) => {
    const result = (await reports.get(id))?.lines[line];
    expect(result?.state === "fails" ? result.why : result?.state).toMatch(/^(holds|cannot)$/);
    expect(result?.state).toBe(recipeRuns[id]?.lines[line]);
  });
});

test("what is not run is recorded", (context) => {
  const fromRecord = runnable(loadRecipes()).filter(({ id }) => !run.includes(id));
  expect(fromRecord.filter(({ id }) => !recipeRuns[id])).toEqual([]);
  if (fromRecord.length > 0) countNotRun(context, { count: fromRecord.length, what: "recipes", variable: "RECIPES" });
});
