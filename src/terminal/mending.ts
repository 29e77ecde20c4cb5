import { defaultParams, readParams, typedParams } from "../generator/params.ts";
import { fillRecipe } from "../generator/slots.ts";
import { Inexpressible } from "../generator/syntaxes.ts";
import { fillIn } from "../i18n/fillIn.ts";
import type { CorsRequest, HeaderLine } from "../rules/index.ts";
import { guessStack } from "./guessStack.ts";
import { causePage, notCorsPage, recipePage, recipesPage } from "./pages.ts";
import { type Sheet, wordsOf } from "./sheet.ts";
import type { RecipeText, Words } from "./words.ts";

/** For whom a fix is shown: a recipe, and what fills it in. */
export interface Mending {
  stack?: { id: string; recipe: RecipeText };
  request?: Partial<CorsRequest>;
  /** What the server answered: it may say what it is. */
  answers?: readonly { headers?: readonly HeaderLine[] }[];
}

/** Writes the likeliest cause, and where more is said about the others. @param causes their ids, the likeliest first */
export function writeCauses(sheet: Sheet, causes: readonly string[], words: Words, mending: Mending): void {
  const [first, ...others] = causes;
  if (first === undefined) return;
  writeCause(sheet, first, words, mending);
  if (others.length > 0) sheet.gap().line([words.outcome["causes.more"]]);
  for (const id of others) {
    sheet.line([...wordsOf(words.causes[id]?.title ?? id), [`  ${causePage(words, id)}`, "quiet"]], 2);
  }
}

/**
 * Writes why it fails and what to do about it, as the site says both.
 * @param mending left out where there is no `--stack`
 */
export function writeCause(sheet: Sheet, id: string, words: Words, mending?: Mending): void {
  const cause = words.causes[id];
  if (!cause) return;
  const { outcome, terminal } = words;
  sheet.gap().line([[outcome.cause, "strong"], words.outcome["label.colon"], ...wordsOf(cause.title)]);
  sheet.line(wordsOf(cause.cause), 2);
  sheet.line([[outcome["cause.fix"], "strong"], words.outcome["label.colon"], ...wordsOf(cause.fix)]);
  sheet.line([[fillIn(terminal.page, { url: causePage(words, id) }), "quiet"]], 2);
  if (!mending) return;
  const { stack, request, answers = [] } = mending;
  const guess = guessStack(answers);
  if (stack && cause.recipes.includes(stack.id)) writeRecipe(sheet, stack.id, stack.recipe, words, request);
  else if (stack) sheet.line(wordsOf(fillIn(terminal["fix.no-recipe"], { name: stack.recipe.name })), 2);
  else if (guess && cause.recipes.includes(guess.id)) {
    sheet.line([fillIn(terminal["fix.guess"], guess)], 2);
    sheet.line([[fillIn(terminal["fix.others"], { url: recipesPage(words) }), "quiet"]], 2);
  } else if (cause.recipes.length > 0) {
    sheet.line([[fillIn(terminal["fix.choose"], { known: cause.recipes.join(", ") }), "quiet"]], 2);
  }
}

export function writeNotCors(sheet: Sheet, id: string, words: Words): void {
  const instead = words.notCors[id];
  if (!instead) return;
  sheet.line(wordsOf(instead.is), 2);
  sheet.line([[words.outcome["cause.fix"], "strong"], words.outcome["label.colon"], ...wordsOf(instead.fix)]);
  sheet.line([[fillIn(words.terminal.page, { url: notCorsPage(words, id) }), "quiet"]], 2);
}

function writeRecipe(sheet: Sheet, id: string, recipe: RecipeText, words: Words, request: Mending["request"]): void {
  const { text, origin } = filledIn(recipe, request);
  sheet.gap().line([[fillIn(words.terminal["fix.stack"], { name: recipe.name }), "strong"]]);
  sheet.block(text, "code");
  sheet.line([[fillIn(words.terminal["fix.values"], { origin, url: recipePage(words, id) }), "quiet"]]);
}

/** A recipe for the page that asks; with the example's values where its syntax cannot write the page's. */
export function filledIn(recipe: RecipeText, request: Mending["request"] = {}): { text: string; origin: string } {
  const typed = typedParams(defaultParams);
  const more = [request.method ?? ""].filter((method) => /^[\w-]+$/.test(method));
  const names = (request.headers ?? []).map(([name]) => name);
  const { params } = readParams({
    ...typed,
    origins: request.origin ?? typed.origins,
    methods: [typed.methods, ...more].join(", "),
    headers: [typed.headers, ...names].join(", "),
    // Who asks without them needs none.
    credentials: request.credentials === undefined ? typed.credentials : request.credentials === "include",
  });
  const [origin = ""] = (params ?? defaultParams).origins;
  try {
    return { text: fillRecipe(recipe.text, recipe.slots, params ?? defaultParams), origin };
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error;
    return { text: recipe.text, origin: typed.origins };
  }
}
