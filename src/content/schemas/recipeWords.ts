import { z } from "astro/zod";
import { date } from "./date.ts";
import type { RecipeData } from "./recipe.ts";
import { source } from "./source.ts";

/** The frontmatter of a recipe's words. */
export const recipeWordsSchema = z.strictObject({
  /** The stack and the way, in a few words; the page's heading. */
  title: z.string().trim().min(1).max(80),
  /** What it is called in this language, where the name in recipe.yaml is not only names of products. */
  name: z.string().trim().min(1).optional(),
  /** One sentence: what the recipe does for its reader. It may hold `code`. */
  description: z.string().trim().min(1),
  /** What differs in other versions that people use: which, what, where it is said, and when that was read. */
  versions: z
    .array(
      z.strictObject({
        of: z.string().trim().min(1),
        /** It may hold `code`. */
        differs: z.string().trim().min(1),
        source: z.url(),
        seen: date,
      }),
    )
    .min(1)
    .optional(),
  /** What the comments of its shown code say in this language, by their English words; several lines are one. */
  comments: z.record(z.string(), z.string().trim().min(1)).optional(),
  /** The language that they were first written in, the same in each file; where there is none, the site's. */
  source,
});

/** The sections that a recipe's words must have, in this order. */
export function recipeSections(recipe: RecipeData): string[] {
  const cannot = recipe.runs === true && recipe.cannot.length > 0;
  return ["what-it-does", "trap", ...(recipe.broken ? ["broken"] : []), ...(cannot ? ["limits"] : []), "check"];
}
