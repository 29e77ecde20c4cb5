import type { Slot } from "../generator/slots.ts";
import type { Language } from "../i18n/languages.ts";
import type {
  CheckerStrings,
  DiagnoseStrings,
  FailureStrings,
  OutcomeStrings,
  RecipeStrings,
  TerminalStrings,
} from "../i18n/types.ts";
import type { DifferenceId } from "../rules/index.ts";

/** All that the command line says in one language. */
export interface Words {
  language: Language;
  /** The address of the site in that language, with a slash at its end. */
  site: string;
  checker: CheckerStrings;
  failures: FailureStrings;
  outcome: OutcomeStrings;
  diagnose: DiagnoseStrings;
  terminal: TerminalStrings;
  /** The titles of the suite's lines, `line.…`. */
  lines: Pick<RecipeStrings, Extract<keyof RecipeStrings, `line.${string}`>>;
  causes: Readonly<Record<string, CauseWords>>;
  notCors: Readonly<Record<string, { title: string; is: string; fix: string }>>;
  /** What each difference of the engines from the standard is called. */
  differences: Readonly<Record<DifferenceId, string>>;
}

export interface CauseWords {
  title: string;
  cause: string;
  fix: string;
  /** Ids of the recipes that mend it. */
  recipes: readonly string[];
}

/** A recipe's CORS part, as its page shows it in a language. */
export interface RecipeText {
  name: string;
  text: string;
  slots: readonly Slot[];
}

/** Where words and recipes are got from: the package has a file of each a language. */
export interface Library {
  words(language: Language): Promise<Words>;
  recipes(language: Language): Promise<Readonly<Record<string, RecipeText>>>;
  /** The package's version. */
  version: string;
}
