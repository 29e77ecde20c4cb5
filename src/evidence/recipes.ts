import type { SuiteLine } from "../generator/suiteLines.ts";
import recorded from "./recipes.json" with { type: "json" };

/** A run of a recipe through the whole suite, as `npm run recipes -- --record` wrote it down. */
export interface RecipeRun {
  /** The day, `2026-11-21`. */
  date: string;
  /** Of all that ran, by name. */
  versions: Record<string, string>;
  lines: Record<SuiteLine, "holds" | "cannot">;
  /** A hash of the recipe's files, so that a run of other files is not shown. */
  files: string;
  /** A hash of the suite that it went through, so that it goes through another one anew. */
  suite: string;
}

/** The recorded runs by the recipes' ids. */
export const recipeRuns = recorded as unknown as Record<string, RecipeRun | undefined>;
