import { join } from "node:path";
import { expect, test } from "vitest";
import { hashRecipeFiles } from "../../src/evidence/recipeFiles.ts";
import { recipeRuns } from "../../src/evidence/recipes.ts";
import { suiteLines } from "../../src/generator/suiteLines.ts";
import { loadRecipes, recipesFolder, runnable } from "./recipes.ts";

const recipes = runnable(loadRecipes());

test.for(recipes)("the recorded run of $id is of its files as they are", ({ id, cannot, run }) => {
  const recorded = recipeRuns[id];
  // A page must not say of one text what was seen of another. To record it anew: npm run recipes -- ID --record
  expect(recorded?.files).toBe(hashRecipeFiles(join(recipesFolder, id)));
  expect(recorded?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(Object.keys(recorded?.versions ?? {})).toEqual(Object.keys(run.versions));
  expect(recorded?.lines).toEqual(
    Object.fromEntries(suiteLines.map((line) => [line, cannot.includes(line) ? "cannot" : "holds"])),
  );
});

test("runs are recorded of recipes only", () => {
  expect(Object.keys(recipeRuns)).toEqual(recipes.map(({ id }) => id));
});
