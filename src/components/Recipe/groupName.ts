import type { RecipeGroup } from "../../content/recipes.ts";
import type { Language } from "../../i18n/languages.ts";
import { recipeWords } from "../../i18n/strings.ts";

/** A group's name: a programming language is called the same everywhere. */
export function groupName(group: RecipeGroup, language: Language): string {
  return group === "proxies" || group === "cloud" || group === "applications" || group === "development"
    ? recipeWords(language)(`group.${group}`)
    : group;
}
