import { declaredLanguages, fallbacksOf, type Language } from "../site.config.ts";
import { fillIn } from "./fillIn.ts";
import type { CommonStrings, GrowingStrings, HomeStrings, RecipeStrings, UiPart, UiStrings } from "./types.ts";
import { en } from "./ui/en/index.ts";
import { ja } from "./ui/ja/index.ts";
import { zhTW } from "./ui/zh-TW/index.ts";

/** What each language has of its own. English has every word: the others are compared with it. */
const written: Readonly<Record<string, GrowingStrings>> = {
  en,
  ja,
  "zh-TW": zhTW,
};

/** The words that all others are compared with. */
export const english: UiStrings = en;

const parts = Object.keys(en) as UiPart[];

/** All words of the interface: what a language lacks is that of its fallbacks, and in the end English. */
export const uiStrings = Object.fromEntries(
  declaredLanguages.map((language) => [language, completed(language)]),
) as Readonly<Record<Language, UiStrings>>;

function completed(language: Language): UiStrings {
  const chain = [en, ...[language, ...fallbacksOf(language)].reverse().map(ownStrings)];
  return Object.fromEntries(
    parts.map((part) => [part, Object.assign({}, ...chain.map((strings) => strings[part]))]),
  ) as unknown as UiStrings;
}

/** The words that a language has of its own. */
export function ownStrings(language: Language): GrowingStrings {
  return written[language] ?? {};
}

/** The keys of a part that a language lacks. */
export function missingStrings(language: Language, part: UiPart): string[] {
  const own = ownStrings(language)[part] ?? {};
  return Object.keys(en[part]).filter((key) => !(key in own));
}

/** The parts of the interface. */
export const uiParts: readonly UiPart[] = parts;

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
