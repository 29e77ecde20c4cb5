import { type CollectionEntry, getCollection } from "astro:content";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashRecipeFiles } from "../evidence/recipeFiles.ts";
import { type RecipeRun, recipeRuns } from "../evidence/recipes.ts";
import { preventedBy, preventedCauses } from "../generator/prevented.ts";
import { type ShownText, shownPart, shownWhole } from "../generator/shown.ts";
import { suiteLines } from "../generator/suiteLines.ts";
import { translateShown } from "../generator/translatedComments.ts";
import type { Language } from "../i18n/languages.ts";
import { groupByKeys, pickFrom } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { type RecipeData, recipeSchema } from "./schemas/recipe.ts";
import { shownText, textsById } from "./texts.ts";

/** A recipe joined with its words in a language, and with its recorded run. */
export interface Recipe {
  id: string;
  /** What it is called in the language. */
  name: string;
  data: RecipeData;
  /** The language of the page. */
  language: Language;
  /** The language of the words. */
  writtenIn: Language;
  entry: CollectionEntry<"recipeWords">;
  /** The languages that it is really written in. */
  languages: readonly Language[];
  /** Nothing where it was not run as its files are now. */
  run: RecipeRun | undefined;
}

export type RecipeGroup = RecipeData["group"];
export type RecipeKind = RecipeData["kind"];

/** The groups, in the order in which the list has them. */
const groups: readonly RecipeGroup[] = recipeSchema.options[0].shape.group.options;

const folderOf = (id: string) => join(process.cwd(), "content/recipes", id);

/** A run of other files than those that are there now says nothing of them. */
const runOf = oncePerBuild((id: string): RecipeRun | undefined => {
  const run = recipeRuns[id];
  return run && run.files === hashRecipeFiles(folderOf(id)) ? run : undefined;
});

const texts = oncePerBuild(async () => textsById(await getCollection("recipeWords")));

/** All recipes in a language, by their English names: in the same order in each. Where one is not translated, in its source. */
export const recipesFor = oncePerBuild(async (language: Language): Promise<readonly Recipe[]> => {
  const [all, known] = await Promise.all([getCollection("recipes"), texts()]);
  const recipes = all.map(({ id, data }) => {
    const shown = shownText(known.get(id), language);
    if (!shown) throw new Error(`The recipe "${id}" has no words.\nWrite content/recipes/${id}/${language}.md.`);
    return { id, name: shown.entry.data.name ?? data.name, data, language, ...shown, run: runOf(id) };
  });
  return recipes.sort((a, b) => a.data.name.localeCompare(b.data.name, "en"));
});

const picker = oncePerBuild(async (language: Language) => pickFrom(await recipesFor(language), ({ id }) => id));

/** Some recipes in a language, by their names. @param ids those that there are not are left out */
export async function recipesNamed(ids: readonly string[], language: Language): Promise<Recipe[]> {
  return (await picker(language))(ids);
}

const byPreventedCause = oncePerBuild(async (language: Language) =>
  groupByKeys(await recipesFor(language), ({ data }) => data.prevents),
);

/** The recipes that say that they prevent a cause, by their names. @param cause its id */
export async function recipesAgainst(cause: string, language: Language): Promise<readonly Recipe[]> {
  return (await byPreventedCause(language)).get(cause) ?? [];
}

const byRuledOutCause = oncePerBuild(async (language: Language) =>
  groupByKeys(
    (await recipesFor(language)).filter(({ run }) => run),
    preventedHere,
  ),
);

/** The recipes that were run and answered as no server with a fault could, by their names. @param cause the fault's id */
export async function recipesRulingOut(cause: string, language: Language): Promise<readonly Recipe[]> {
  return cause in preventedBy ? ((await byRuledOutCause(language)).get(cause) ?? []) : [];
}

/** All recipes in a language, by groups; those without any are left out. */
export async function recipesByGroup(language: Language): Promise<{ group: RecipeGroup; recipes: Recipe[] }[]> {
  const all = await recipesFor(language);
  return groups
    .map((group) => ({ group, recipes: all.filter(({ data }) => data.group === group) }))
    .filter(({ recipes }) => recipes.length > 0);
}

/** The ids of the causes that a recipe prevents: by its own account, and by the lines that its recorded run holds. */
export function preventedHere({ data, run }: Pick<Recipe, "data" | "run">): string[] {
  const holds = suiteLines.filter((line) => run?.lines[line] === "holds");
  return preventedCauses({ prevents: data.prevents, holds });
}

/** What a recipe's page shows of its main file, its comments in the reader's language: the CORS part, and the whole where that is more. */
export function shownTexts(
  { id, data, entry }: Pick<Recipe, "id" | "data" | "entry">,
  language: Language,
): {
  part: ShownText;
  whole: ShownText | undefined;
} {
  const file = readFileSync(join(folderOf(id), data.main), "utf8");
  const words = { language, translations: entry.data.comments ?? {} };
  const whole = shownWhole(file, data.slots);
  return {
    part: translateShown(shownPart(file, data.slots), data.main, words),
    whole: whole && translateShown(whole, data.main, words),
  };
}
