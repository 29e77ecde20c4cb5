import type { Language } from "../i18n/languages.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { recipeFolder } from "./recipeFolder.ts";
import { recipesNamed } from "./recipes.ts";
import { zipOf } from "./recipeZip.ts";

const packed = oncePerBuild(async (place: string) => {
  const [language, id] = place.split("/") as [Language, string];
  const [recipe] = await recipesNamed([id], language);
  const folder = recipe && recipeFolder(id, recipe.data);
  return folder && { folder, zip: zipOf(folder, recipe, language) };
});

/** The folder of a recipe that one can download, with its zip file: its page says how large that is. Nothing where it has none. */
export const packedFolder = (id: string, language: Language) => packed(`${language}/${id}`);
