import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRecipeRegion } from "../generator/readRecipeRegion.ts";
import { translateComments } from "../generator/translatedComments.ts";
import type { Language } from "../site.config.ts";
import { recipeWordsSchema } from "./schemas/recipeWords.ts";
import { YamlFile } from "./yamlFile.ts";

/**
 * A region of a recipe's file as pages show it in a language: with its comments in that.
 * @param reference `express/server.js#cors`
 * @throws where the file or the region is not there
 * @see readRecipeRegion
 */
export function readTranslatedRegion(reference: string, language: Language): string {
  const [path = ""] = reference.split("#");
  const [id = ""] = path.split("/");
  const region = readRecipeRegion(reference);
  return translateComments(region, path, { language, translations: commentsOf(id, language) });
}

/** What the comments of a recipe's files say in a language, by their English words. @param id the recipe's */
export function commentsOf(id: string, language: Language): Readonly<Record<string, string>> {
  const file = `content/recipes/${id}/${language}.md`;
  const path = join(process.cwd(), file);
  // A language that grows need not have it yet: the comments are then those of the file.
  if (!existsSync(path)) return {};
  // What is wrong with it is told by the checks, with its line.
  const words = YamlFile.readFrontmatter(path, file)?.check(recipeWordsSchema);
  return words && "data" in words ? (words.data.comments ?? {}) : {};
}
