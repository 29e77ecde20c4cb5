import { getCollection } from "astro:content";
import { type Language, languages } from "../i18n/languages.ts";
import { type Shown, shownWords } from "./fallback.ts";
import { groupByKeys } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { type Recipe, type RecipeGroup, recipesFor } from "./recipes.ts";
import { recipeSchema } from "./schemas/recipe.ts";
import type { Stack, StackWords } from "./schemas/stack.ts";

/** A stack as a language shows it. */
export interface StackInLanguage extends Shown<StackWords> {
  stack: Stack;
  /** What it is called in the language. */
  name: string;
  /** The languages that it is really written in. */
  languages: readonly Language[];
}

const stacks = oncePerBuild(async () => (await getCollection("stacks")).map(({ data }) => data));

/** All stacks that have a page of their own, by their English names; where one is not translated, in its source. */
export const stacksFor = oncePerBuild(async (language: Language): Promise<readonly StackInLanguage[]> => {
  const all = (await stacks()).flatMap((stack) => {
    const shown = shownWords<StackWords>(stack, language);
    if (!shown) return [];
    const written = languages.filter((one) => stack[one] !== undefined);
    return [{ stack, name: shown.words.name ?? stack.name, ...shown, languages: written }];
  });
  return all.sort((a, b) => a.stack.name.localeCompare(b.stack.name, "en"));
});

const byRecipe = oncePerBuild(async (language: Language) =>
  groupByKeys(await stacksFor(language), ({ stack }) => stack.recipes),
);

/** The stacks that a recipe is of. @param recipe its id */
export async function stacksOf(recipe: string, language: Language): Promise<readonly StackInLanguage[]> {
  return (await byRecipe(language)).get(recipe) ?? [];
}

/** What people may be on: a stack with a page of its own, or a recipe whose page is its stack's. */
export type Place = { stack: StackInLanguage } | { recipe: Recipe };

/** Whether a recipe is a stack's own, as its name says: "Express 5 + cors" is one of Express. */
export function isOwn({ data }: Recipe, { name }: Stack): boolean {
  return `${data.name} `.startsWith(`${name} `);
}

/**
 * Everything that people may be on, by groups and names; groups without any are left out. "Express 5" is found on the
 * page of Express, and is not named beside it.
 */
export async function placesByGroup(language: Language): Promise<{ group: RecipeGroup; places: Place[] }[]> {
  const own = await stacksFor(language);
  const ofRecipe = await byRecipe(language);
  const recipes = (await recipesFor(language)).filter(
    (recipe) => !ofRecipe.get(recipe.id)?.some(({ stack }) => isOwn(recipe, stack)),
  );
  const nameOf = (place: Place) => ("stack" in place ? place.stack.stack.name : place.recipe.data.name);
  const all: Place[] = [...own.map((stack) => ({ stack })), ...recipes.map((recipe) => ({ recipe }))];
  const groupOf = (place: Place) => ("stack" in place ? place.stack.stack.group : place.recipe.data.group);
  const byGroup = groupByKeys(
    all.sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en")),
    (place) => [groupOf(place)],
  );
  return recipeSchema.options[0].shape.group.options.flatMap((group) => {
    const places = byGroup.get(group);
    return places ? [{ group, places }] : [];
  });
}
