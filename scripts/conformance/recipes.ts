import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type RecipeData, type RunningRecipe, recipeSchema } from "../../src/content/schemas/recipe.ts";
import { type CutText, cutAtCors } from "../../src/generator/regions.ts";

export const recipesFolder = join(import.meta.dirname, "../../content/recipes");

export type Recipe = RecipeData & { id: string };
export type Runnable = RunningRecipe & { id: string };

/** @returns the names of the folders that hold this file, sorted */
export function foldersWith(file: string): string[] {
  return readdirSync(recipesFolder)
    .filter((name) => existsSync(join(recipesFolder, name, file)))
    .sort();
}

/** @returns all recipes, in the order of their ids */
export function loadRecipes(): Recipe[] {
  return foldersWith("recipe.yaml").map(loadRecipe);
}

/** @throws where there is no such recipe, or its metadata are not whole; the content checks say it with the line */
export function loadRecipe(id: string): Recipe {
  const data = parse(readFileSync(join(recipesFolder, id, "recipe.yaml"), "utf8"));
  return { id, ...recipeSchema.parse(data) };
}

/** Those that the suite starts. */
export function runnable(recipes: readonly Recipe[]): Runnable[] {
  return recipes.filter((recipe): recipe is Runnable => recipe.runs === true);
}

/** @returns the main file as it stands, around and within its CORS part */
export function readMain({ id, main }: Recipe): CutText {
  return cutAtCors(readFileSync(join(recipesFolder, id, main), "utf8"));
}
