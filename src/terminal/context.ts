import { fillIn } from "../i18n/fillIn.ts";
import { Sheet } from "./sheet.ts";
import { visibleJson } from "./visible.ts";
import type { Library, RecipeText, Words } from "./words.ts";
import { WrongUse } from "./wrongUse.ts";

/** 0 it passes, 1 it fails, 2 it cannot be told, 3 wrong use. */
export type Status = 0 | 1 | 2 | 3;

/** The same in a word, as JSON has it. */
export function wordOf(status: Status): "passes" | "blocked" | "unknown" {
  return status === 0 ? "passes" : status === 1 ? "blocked" : "unknown";
}

/** What a command comes to: what it prints on standard output, and the exit status. */
export interface Result {
  output: string;
  status: Status;
}

/** What every command has at hand. */
export interface Context {
  words: Words;
  library: Library;
  /** Whether standard output is a terminal that shows colours. */
  isColoured: boolean;
  /** How many columns the terminal has on which standard output is shown, if it is. */
  columns?: number;
  /** Whether somebody sits there who can answer. */
  isInteractive: boolean;
}

/** Options that every command has. */
export interface CommonOptions {
  json?: boolean;
}

export function sheetOf({ isColoured, columns, words: { language } }: Context): Sheet {
  return new Sheet(isColoured, columns === undefined ? undefined : { columns, language });
}

export function jsonResult(value: Record<string, unknown>, status: Status): Result {
  return { output: `${visibleJson(value)}\n`, status };
}

/**
 * The recipe that `--stack` names.
 * @throws `WrongUse` where there is none, with the list of them
 */
export async function stackOf(
  id: string | undefined,
  { library, words }: Context,
): Promise<{ id: string; recipe: RecipeText } | undefined> {
  if (id === undefined) return undefined;
  const recipes = await library.recipes(words.language);
  const lower = id.toLowerCase();
  const recipe = Object.hasOwn(recipes, lower) ? recipes[lower] : undefined;
  if (recipe) return { id: lower, recipe };
  const all = Object.keys(recipes);
  const alike = all.filter((each) => lower !== "" && (each.includes(lower) || lower.includes(each)));
  const known = (alike.length > 0 ? alike : all).join(", ");
  throw new WrongUse(fillIn(words.terminal["wrong.stack"], { value: id, known }));
}
