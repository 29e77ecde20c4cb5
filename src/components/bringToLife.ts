import type { CheckerStrings, RecipeFormStrings } from "../i18n/types.ts";

/** The words of the parts of a page that come to life, by the file that they stand in. */
interface Words {
  checker: CheckerStrings;
  recipeForm: RecipeFormStrings;
}

const modules = import.meta.glob<Partial<Words>>("../i18n/ui/*/{checker,recipeForm}.ts");

/**
 * Brings a part of the page to life: its script and its words are loaded side by side, then it is started.
 * @param words the part whose words are wanted
 * @param language the reader's; in one that has no such words, the part stays as the build has drawn it
 * @param script its script, under way
 */
export async function bringToLife<Script, Part extends keyof Words>(
  words: Part,
  language: string | undefined,
  script: Promise<Script>,
  start: (script: Script, words: Words[Part]) => void,
): Promise<void> {
  const [loaded, strings] = await Promise.all([script, modules[`../i18n/ui/${language}/${words}.ts`]?.()]);
  const own = strings?.[words];
  if (own) start(loaded, own);
}
