import type { Language } from "../site.config.ts";
import { fillIn } from "./fillIn.ts";
import type {
  CheckerStrings,
  CommonStrings,
  DifferenceStrings,
  FailureStrings,
  RecipeFormStrings,
  RecipeStrings,
  SearchStrings,
} from "./types.ts";
import { checker as checkerEn } from "./ui/en/checker.ts";
import { common as commonEn } from "./ui/en/common.ts";
import { differences as differencesEn } from "./ui/en/differences.ts";
import { failures as failuresEn } from "./ui/en/failures.ts";
import { recipeForm as recipeFormEn } from "./ui/en/recipeForm.ts";
import { recipes as recipesEn } from "./ui/en/recipes.ts";
import { search as searchEn } from "./ui/en/search.ts";
import { checker as checkerJa } from "./ui/ja/checker.ts";
import { common as commonJa } from "./ui/ja/common.ts";
import { differences as differencesJa } from "./ui/ja/differences.ts";
import { failures as failuresJa } from "./ui/ja/failures.ts";
import { recipeForm as recipeFormJa } from "./ui/ja/recipeForm.ts";
import { recipes as recipesJa } from "./ui/ja/recipes.ts";
import { search as searchJa } from "./ui/ja/search.ts";
import { checker as checkerZhTw } from "./ui/zh-TW/checker.ts";
import { common as commonZhTw } from "./ui/zh-TW/common.ts";
import { differences as differencesZhTw } from "./ui/zh-TW/differences.ts";
import { failures as failuresZhTw } from "./ui/zh-TW/failures.ts";
import { recipeForm as recipeFormZhTw } from "./ui/zh-TW/recipeForm.ts";
import { recipes as recipesZhTw } from "./ui/zh-TW/recipes.ts";
import { search as searchZhTw } from "./ui/zh-TW/search.ts";

interface UiStrings {
  common: CommonStrings;
  checker: CheckerStrings;
  differences: DifferenceStrings;
  failures: FailureStrings;
  recipes: RecipeStrings;
  recipeForm: RecipeFormStrings;
  search: SearchStrings;
}

/** All words of the interface. A language that lacks one does not type-check, and does not build. */
export const uiStrings: Record<Language, UiStrings> = {
  "zh-TW": {
    common: commonZhTw,
    checker: checkerZhTw,
    differences: differencesZhTw,
    failures: failuresZhTw,
    recipes: recipesZhTw,
    recipeForm: recipeFormZhTw,
    search: searchZhTw,
  },
  ja: {
    common: commonJa,
    checker: checkerJa,
    differences: differencesJa,
    failures: failuresJa,
    recipes: recipesJa,
    recipeForm: recipeFormJa,
    search: searchJa,
  },
  en: {
    common: commonEn,
    checker: checkerEn,
    differences: differencesEn,
    failures: failuresEn,
    recipes: recipesEn,
    recipeForm: recipeFormEn,
    search: searchEn,
  },
};

/** The pages' words in a language, as a function: `t("home.causes.lead", { count: 21 })`. */
export function commonWords(language: Language) {
  const strings = uiStrings[language].common;
  return (key: keyof CommonStrings, values: Record<string, string | number> = {}) => fillIn(strings[key], values);
}

/** The words around the recipes in a language, as a function like `commonWords`. */
export function recipeWords(language: Language) {
  const strings = uiStrings[language].recipes;
  return (key: keyof RecipeStrings, values: Record<string, string | number> = {}) => fillIn(strings[key], values);
}
