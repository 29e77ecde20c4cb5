import type { CurlResult } from "../../generator/curl.ts";
import type { ParamProblem } from "../../generator/params.ts";
import type { Shell } from "../../generator/shells.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import type { RecipeFormStrings } from "../../i18n/types.ts";
import type { Unwritable } from "./fill.ts";

/** Something wrong with what a reader filled in, in both halves: what it is, and what to do. */
export interface ProblemText {
  field: ParamProblem["field"];
  text: string;
}

/** Nobody reads more of them, and a page that shows hundreds of thousands stands still. */
const NAMED = 20;
/** The length of a value, in characters, by which its writer knows it. */
const KNOWN_BY = 100;

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

/** What is wrong with what a reader typed: of each field the first problems, and how many more there are. */
export function problemTexts(t: RecipeFormStrings, problems: readonly ParamProblem[]): ProblemText[] {
  return byField(t, problems, ({ code, value }) => bothHalves(t, code, { value: shortened(value) }));
}

/** What a recipe's syntax has no way to write, like `problemTexts`; each once, however many slots hold it. */
export function unwritableTexts(t: RecipeFormStrings, stack: string, unwritable: readonly Unwritable[]): ProblemText[] {
  const each = new Map(unwritable.map((one) => [JSON.stringify([one.field, one.value, one.character]), one]));
  return byField(t, [...each.values()], ({ field, value, character }) =>
    // The only number that some cannot write: they leave the header out instead.
    bothHalves(t, field === "maxAge" ? "max-age-zero" : "inexpressible", { stack, value: shortened(value), character }),
  );
}

/** Why there are no commands for a shell; nothing where there are. */
export function curlTexts(t: RecipeFormStrings, { name }: Shell, result: CurlResult): string[] {
  if ("lines" in result) return [];
  if ("longerThan" in result) {
    return [bothHalves(t, "command-too-long", { shell: name, longest: String(result.longerThan) })];
  }
  return firstTexts(t, result.refused, ({ value, characters }) =>
    bothHalves(t, "value-refused", { shell: name, value: shortened(value), characters }),
  );
}

function byField<Problem extends Pick<ProblemText, "field">>(
  t: RecipeFormStrings,
  problems: readonly Problem[],
  textOf: (problem: Problem) => string,
): ProblemText[] {
  return [...new Set(problems.map(({ field }) => field))].flatMap((field) => {
    const own = problems.filter((problem) => problem.field === field);
    return firstTexts(t, own, textOf).map((text) => ({ field, text }));
  });
}

function firstTexts<Problem>(
  t: RecipeFormStrings,
  problems: readonly Problem[],
  textOf: (problem: Problem) => string,
): string[] {
  const texts = problems.slice(0, NAMED).map(textOf);
  const more = problems.length - NAMED;
  return more > 0 ? [...texts, fillIn(t.more, { count: more })] : texts;
}

function shortened(value: string): string {
  return value.length > KNOWN_BY ? `${value.slice(0, KNOWN_BY)}…` : value;
}
