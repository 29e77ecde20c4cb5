import type { APIRoute } from "astro";
import { type RecipeFolder, recipeFolder } from "../../../content/recipeFolder.ts";
import { type Recipe, recipesFor } from "../../../content/recipes.ts";
import { zipOf } from "../../../content/recipeZip.ts";
import { type Language, languages } from "../../../i18n/languages.ts";

interface Props extends Record<string, unknown> {
  language: Language;
  recipe: Recipe;
  folder: RecipeFolder;
}

export async function getStaticPaths() {
  const all = await Promise.all(languages.map(async (language) => ({ language, recipes: await recipesFor(language) })));
  return all.flatMap(({ language, recipes }) =>
    recipes.flatMap((recipe) => {
      const folder = recipeFolder(recipe.id, recipe.data);
      return folder ? [{ params: { lang: language, id: recipe.id }, props: { language, recipe, folder } }] : [];
    }),
  );
}

/** The least project in which a recipe runs, to be downloaded. */
export const GET: APIRoute<Props> = ({ props: { folder, recipe, language } }) =>
  new Response(zipOf(folder, recipe, language), { headers: { "Content-Type": "application/zip" } });
