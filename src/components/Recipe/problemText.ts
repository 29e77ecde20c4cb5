import { fillIn } from "../../i18n/fillIn.ts";
import type { RecipeFormStrings } from "../../i18n/types.ts";
import type { ParamProblem } from "../../recipes/params.ts";
import type { Unwritable } from "./fill.ts";

/** Something wrong with what a reader filled in, in both halves: what it is, and what to do. */
export interface ProblemText {
  field: ParamProblem["field"];
  text: string;
}

type FirstHalf<Key> = Key extends `${infer First}.do` ? First : never;

/** Both halves of a message of the form. */
export function bothHalves(
  t: RecipeFormStrings,
  key: FirstHalf<keyof RecipeFormStrings>,
  values: Record<string, string> = {},
): string {
  const space = /[ -~]$/.test(t[key]) ? " " : "";
  return fillIn(t[key], values) + space + fillIn(t[`${key}.do`], values);
}

/** What is wrong with what a reader typed, for each field. */
export function problemTexts(t: RecipeFormStrings, problems: readonly ParamProblem[]): ProblemText[] {
  return problems.map(({ field, code, value }) => ({ field, text: bothHalves(t, code, { value }) }));
}

/** What a recipe's syntax has no way to write, each said once however many slots hold it. */
export function unwritableTexts(t: RecipeFormStrings, stack: string, unwritable: readonly Unwritable[]): ProblemText[] {
  const texts = unwritable.map(({ field, value, character }) => ({
    field,
    // The only number that some cannot write: they leave the header out instead.
    text: bothHalves(t, field === "maxAge" ? "max-age-zero" : "inexpressible", { stack, value, character }),
  }));
  return texts.filter(({ text }, index) => texts.findIndex((other) => other.text === text) === index);
}
