import { join } from "node:path";
import { hashRecipeFiles } from "../../src/evidence/recipeFiles.ts";
import { recipeRuns } from "../../src/evidence/recipes.ts";
import { versionsOf } from "./packages.ts";
import { type Runnable, recipesFolder } from "./recipes.ts";
import { hashSuite } from "./suite.ts";

/**
 * Whether a recipe's recorded run may no longer be true: its files, the suite, or the version of what it runs are
 * others than those it was recorded with. The version of a program that is not here is not known, and says nothing.
 */
export async function hasChanged(recipe: Runnable): Promise<boolean> {
  const run = recipeRuns[recipe.id];
  if (!run || run.suite !== hashSuite() || run.files !== hashRecipeFiles(join(recipesFolder, recipe.id))) return true;
  const now = Object.entries(await versionsOf(recipe));
  return now.some(([name, version]) => version !== undefined && version !== run.versions[name]);
}
