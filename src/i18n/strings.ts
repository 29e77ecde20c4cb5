import type { Language } from "../site.config.ts";
import { fillIn } from "./fillIn.ts";
import type {
  CheckerStrings,
  CommonStrings,
  DiagnoseStrings,
  DifferenceStrings,
  FailureStrings,
  HomeStrings,
  OutcomeStrings,
  RecipeFormStrings,
  RecipeStrings,
  SearchStrings,
  TerminalPageStrings,
  TerminalStrings,
} from "./types.ts";
import { checker as checkerEn } from "./ui/en/checker.ts";
import { common as commonEn } from "./ui/en/common.ts";
import { diagnose as diagnoseEn } from "./ui/en/diagnose.ts";
import { differences as differencesEn } from "./ui/en/differences.ts";
import { failures as failuresEn } from "./ui/en/failures.ts";
import { home as homeEn } from "./ui/en/home.ts";
import { outcome as outcomeEn } from "./ui/en/outcome.ts";
import { recipeForm as recipeFormEn } from "./ui/en/recipeForm.ts";
import { recipes as recipesEn } from "./ui/en/recipes.ts";
import { search as searchEn } from "./ui/en/search.ts";
import { terminal as terminalEn } from "./ui/en/terminal.ts";
import { terminalPage as terminalPageEn } from "./ui/en/terminalPage.ts";
import { checker as checkerJa } from "./ui/ja/checker.ts";
import { common as commonJa } from "./ui/ja/common.ts";
import { diagnose as diagnoseJa } from "./ui/ja/diagnose.ts";
import { differences as differencesJa } from "./ui/ja/differences.ts";
import { failures as failuresJa } from "./ui/ja/failures.ts";
import { home as homeJa } from "./ui/ja/home.ts";
import { outcome as outcomeJa } from "./ui/ja/outcome.ts";
import { recipeForm as recipeFormJa } from "./ui/ja/recipeForm.ts";
import { recipes as recipesJa } from "./ui/ja/recipes.ts";
import { search as searchJa } from "./ui/ja/search.ts";
import { terminal as terminalJa } from "./ui/ja/terminal.ts";
import { terminalPage as terminalPageJa } from "./ui/ja/terminalPage.ts";
import { checker as checkerZhTw } from "./ui/zh-TW/checker.ts";
import { common as commonZhTw } from "./ui/zh-TW/common.ts";
import { diagnose as diagnoseZhTw } from "./ui/zh-TW/diagnose.ts";
import { differences as differencesZhTw } from "./ui/zh-TW/differences.ts";
import { failures as failuresZhTw } from "./ui/zh-TW/failures.ts";
import { home as homeZhTw } from "./ui/zh-TW/home.ts";
import { outcome as outcomeZhTw } from "./ui/zh-TW/outcome.ts";
import { recipeForm as recipeFormZhTw } from "./ui/zh-TW/recipeForm.ts";
import { recipes as recipesZhTw } from "./ui/zh-TW/recipes.ts";
import { search as searchZhTw } from "./ui/zh-TW/search.ts";
import { terminal as terminalZhTw } from "./ui/zh-TW/terminal.ts";
import { terminalPage as terminalPageZhTw } from "./ui/zh-TW/terminalPage.ts";

interface UiStrings {
  common: CommonStrings;
  checker: CheckerStrings;
  diagnose: DiagnoseStrings;
  differences: DifferenceStrings;
  failures: FailureStrings;
  home: HomeStrings;
  outcome: OutcomeStrings;
  recipes: RecipeStrings;
  recipeForm: RecipeFormStrings;
  search: SearchStrings;
  terminal: TerminalStrings;
  terminalPage: TerminalPageStrings;
}

/** All words of the interface. A language that lacks one does not type-check, and does not build. */
export const uiStrings: Record<Language, UiStrings> = {
  "zh-TW": {
    common: commonZhTw,
    checker: checkerZhTw,
    diagnose: diagnoseZhTw,
    differences: differencesZhTw,
    failures: failuresZhTw,
    home: homeZhTw,
    outcome: outcomeZhTw,
    recipes: recipesZhTw,
    recipeForm: recipeFormZhTw,
    search: searchZhTw,
    terminal: terminalZhTw,
    terminalPage: terminalPageZhTw,
  },
  ja: {
    common: commonJa,
    checker: checkerJa,
    diagnose: diagnoseJa,
    differences: differencesJa,
    failures: failuresJa,
    home: homeJa,
    outcome: outcomeJa,
    recipes: recipesJa,
    recipeForm: recipeFormJa,
    search: searchJa,
    terminal: terminalJa,
    terminalPage: terminalPageJa,
  },
  en: {
    common: commonEn,
    checker: checkerEn,
    diagnose: diagnoseEn,
    differences: differencesEn,
    failures: failuresEn,
    home: homeEn,
    outcome: outcomeEn,
    recipes: recipesEn,
    recipeForm: recipeFormEn,
    search: searchEn,
    terminal: terminalEn,
    terminalPage: terminalPageEn,
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

/** The home page's words in a language, as a function like `commonWords`. */
export function homeWords(language: Language) {
  const strings = uiStrings[language].home;
  return (key: keyof HomeStrings, values: Record<string, string | number> = {}) => fillIn(strings[key], values);
}
