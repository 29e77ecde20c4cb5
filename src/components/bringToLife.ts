import type {
  CheckerStrings,
  DiagnoseStrings,
  DifferenceStrings,
  FailureStrings,
  OutcomeStrings,
  RecipeFormStrings,
  TryItStrings,
} from "../i18n/types.ts";

/** The words of the parts of a page that come to life, by the file that they stand in. */
interface Words {
  checker: CheckerStrings;
  recipeForm: RecipeFormStrings;
  diagnose: DiagnoseStrings;
  failures: FailureStrings;
  outcome: OutcomeStrings;
  differences: DifferenceStrings;
  tryIt: TryItStrings;
}

const modules = import.meta.glob<Partial<Words>>(
  "../i18n/ui/*/{checker,recipeForm,diagnose,failures,outcome,differences,tryIt}.ts",
);

/** A part's words in a language, loaded; English ones in a language that has no file of them. */
export async function loadWords<Part extends keyof Words>(
  part: Part,
  language: string | undefined,
): Promise<Words[Part] | undefined> {
  const load = modules[`../i18n/ui/${language}/${part}.ts`] ?? modules[`../i18n/ui/en/${part}.ts`];
  return (await load?.())?.[part];
}

/**
 * Brings a part of the page to life: its script and its words are loaded side by side, then it is started.
 * @param part the part whose words are wanted
 * @param language the reader's; in one that has no such words, the part stays as the build has drawn it
 * @param script its script, under way
 */
export async function bringToLife<Script, Part extends keyof Words>(
  part: Part,
  language: string | undefined,
  script: Promise<Script>,
  start: (script: Script, words: Words[Part]) => void,
): Promise<void> {
  const [loaded, words] = await Promise.all([script, loadWords(part, language)]);
  if (words) start(loaded, words);
}
