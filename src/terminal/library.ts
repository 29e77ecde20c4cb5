import { readFileSync } from "node:fs";
import type { Language } from "../i18n/languages.ts";
import type { Library, RecipeText, Words } from "./words.ts";

/**
 * The words and recipes that the package carries, each read when it is needed.
 * @param folder where the files are, with a slash at its end; the manifest is two folders above
 */
export function libraryIn(folder: URL): Library {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  return {
    words: async (language: Language): Promise<Words> => read(`${language}.json`),
    recipes: async (language: Language): Promise<Record<string, RecipeText>> => read(`recipes.${language}.json`),
    get version(): string {
      return read("../../package.json").version;
    },
  };
}
