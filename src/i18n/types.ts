import type { DifferenceId } from "../rules/index.ts";
import type { checker } from "./ui/en/checker.ts";
import type { common } from "./ui/en/common.ts";
import type { diagnose } from "./ui/en/diagnose.ts";
import type { failures } from "./ui/en/failures.ts";
import type { home } from "./ui/en/home.ts";
import type { outcome } from "./ui/en/outcome.ts";
import type { recipeForm } from "./ui/en/recipeForm.ts";
import type { recipes } from "./ui/en/recipes.ts";
import type { search } from "./ui/en/search.ts";
import type { terminal } from "./ui/en/terminal.ts";
import type { terminalPage } from "./ui/en/terminalPage.ts";
import type { tryIt } from "./ui/en/tryIt.ts";

/** Every language has the keys that English has, no fewer and no more. */
type Strings<English> = { readonly [Key in keyof English]: string };

export type CommonStrings = Strings<typeof common>;
export type CheckerStrings = Strings<typeof checker>;
export type DiagnoseStrings = Strings<typeof diagnose>;
export type FailureStrings = Strings<typeof failures>;
export type HomeStrings = Strings<typeof home>;
export type OutcomeStrings = Strings<typeof outcome>;
export type RecipeStrings = Strings<typeof recipes>;
export type RecipeFormStrings = Strings<typeof recipeForm>;
export type SearchStrings = Strings<typeof search>;
export type TerminalStrings = Strings<typeof terminal>;
export type TerminalPageStrings = Strings<typeof terminalPage>;
export type TryItStrings = Strings<typeof tryIt>;

/** Of each difference of the engines from the standard a title, and what they do instead. */
export type DifferenceStrings = Readonly<Record<`${DifferenceId}.${"title" | "text"}`, string>>;

/** All words of the interface, by parts: a file each. */
export interface UiStrings {
  checker: CheckerStrings;
  common: CommonStrings;
  diagnose: DiagnoseStrings;
  differences: DifferenceStrings;
  failures: FailureStrings;
  home: HomeStrings;
  outcome: OutcomeStrings;
  recipeForm: RecipeFormStrings;
  recipes: RecipeStrings;
  search: SearchStrings;
  terminal: TerminalStrings;
  terminalPage: TerminalPageStrings;
  tryIt: TryItStrings;
}
export type UiPart = keyof UiStrings;

/** As much of them as a language has that is growing. */
export type GrowingStrings = { readonly [Part in UiPart]?: Partial<UiStrings[Part]> };
