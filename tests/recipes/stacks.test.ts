import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPages, type Pages } from "../../scripts/recipes/browserLine.ts";
import { installNpmPackages, makeReady } from "../../scripts/recipes/packages.ts";
import { loadRecipes, type Runnable, runnable } from "../../scripts/recipes/recipes.ts";
import { type Report, runSuite } from "../../scripts/recipes/suite.ts";
import { suiteLines } from "../../src/content/schemas/recipe.ts";

/**
 * Every recipe through the conformance suite: those that install from npm, and those whose system
 * packages are there. RECIPES=all installs the others first; PREFLIGHT_SEED repeats a run's random parameters.
 */
const seed = Number(process.env.PREFLIGHT_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** The servers wait more than they work; more of them would only wait for each other. */
const sideBySide = 3;
const patience = 1_800_000;

await installNpmPackages();
const recipes = runnable(loadRecipes());
const ready = await makeReady(recipes, process.env.RECIPES === "all");
const here: Runnable[] = [];
const missing: { id: string; why: string }[] = [];
for (const recipe of recipes) {
  const readiness = ready.get(recipe.id);
  if (readiness && "versions" in readiness) here.push(recipe);
  else missing.push({ id: recipe.id, why: readiness?.missing ?? "" });
}

let pages: Pages;
const reports = new Map<string, Promise<Report>>();
beforeAll(async () => {
  console.log(`Recipes: PREFLIGHT_SEED=${seed}`);
  pages = await openPages();
  const waiting = here.map((recipe) => {
    const { promise, resolve } = Promise.withResolvers<Report>();
    reports.set(recipe.id, promise);
    return { recipe, resolve };
  });
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      next.resolve(await runSuite(next.recipe, pages, seed));
  };
  for (let worker = 0; worker < sideBySide; worker++) void work();
}, patience);
afterAll(() => pages?.close());

describe.for(here.map(({ id }) => id))("%s", (id) => {
  test.for(suiteLines)("%s", { timeout: patience }, async (line) => {
    const result = (await reports.get(id))?.lines[line];
    expect(result?.state === "fails" ? result.why : result?.state).toMatch(/^(holds|cannot)$/);
  });
});

// What could not be run is named and counted, by the last lines of the whole run. Vitest cuts what it fills in itself.
for (const { id, why } of missing) {
  describe(`${id}:`, () => {
    test.skip(why, () => {});
  });
}
