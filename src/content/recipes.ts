import { type CollectionEntry, getCollection, getEntry } from "astro:content";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashRecipeFiles } from "../evidence/recipeFiles.ts";
import { type RecipeRun, recipeRuns } from "../evidence/recipes.ts";
import type { Language } from "../i18n/languages.ts";
import { preventedCauses } from "../recipes/prevented.ts";
import { type ShownText, shownPart, shownWhole } from "../recipes/shown.ts";
import { type RecipeData, recipeSchema, suiteLines } from "./schemas/recipe.ts";

/** A recipe joined with its words in a language, and with its recorded run. */
export interface Recipe {
  id: string;
  data: RecipeData;
  entry: CollectionEntry<"recipeWords">;
  /** Nothing where it was not run as its files are now. */
  run: RecipeRun | undefined;
}

export type RecipeGroup = RecipeData["group"];

/** The groups, in the order in which the list has them. */
const groups: readonly RecipeGroup[] = recipeSchema.options[0].shape.group.options;

const folderOf = (id: string) => join(process.cwd(), "content/recipes", id);

/** All recipes in a language, by their names. Content checks have made sure that each has its words. */
export async function recipesFor(language: Language): Promise<Recipe[]> {
  const all = await getCollection("recipes");
  const recipes = await Promise.all(
    all.map(async ({ id, data }) => {
      const entry = await getEntry("recipeWords", `${id}/${language}`);
      if (!entry)
        throw new Error(`The recipe "${id}" has no words in ${language}.\nWrite content/recipes/${id}/${language}.md.`);
      return { id, data, entry, run: runOf(id) };
    }),
  );
  return recipes.sort((a, b) => a.data.name.localeCompare(b.data.name, "en"));
}

/** All recipes in a language, by groups; those without any are left out. */
export async function recipesByGroup(language: Language): Promise<{ group: RecipeGroup; recipes: Recipe[] }[]> {
  const all = await recipesFor(language);
  return groups
    .map((group) => ({ group, recipes: all.filter(({ data }) => data.group === group) }))
    .filter(({ recipes }) => recipes.length > 0);
}

/** The ids of the causes that a recipe prevents: by its own account, and by the lines that its recorded run holds. */
export function preventedHere({ data, run }: Pick<Recipe, "data" | "run">): string[] {
  const holds = suiteLines.filter((line) => run?.lines[line] === "holds");
  return preventedCauses({ prevents: data.prevents, holds });
}

/** What a recipe's page shows of its main file: the CORS part, and the whole where that is more. */
export function shownTexts({ id, data }: Pick<Recipe, "id" | "data">): {
  part: ShownText;
  whole: ShownText | undefined;
} {
  const file = readFileSync(join(folderOf(id), data.main), "utf8");
  return { part: shownPart(file, data.slots), whole: shownWhole(file, data.slots) };
}

/** A run of other files than those that are there now says nothing of them. */
function runOf(id: string): RecipeRun | undefined {
  const run = recipeRuns[id];
  return run?.files === hashRecipeFiles(folderOf(id)) ? run : undefined;
}
