import { fallbacksOf, type Language, languages } from "../i18n/languages.ts";
import { pageWords } from "../i18n/pageWords.ts";
import { listKinds, type Place } from "../i18n/routes.ts";
import { missingStrings } from "../i18n/strings.ts";
import { isComplete } from "../site.config.ts";
import { causesFor } from "./causes.ts";
import { guideLists } from "./guideLists.ts";
import { guidesFor } from "./guides.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { pageText } from "./pageTexts.ts";
import { recipesFor } from "./recipes.ts";
import { stacksFor } from "./stacks.ts";
import { termsFor } from "./terms.ts";

/** What a page lists; the others list nothing. */
const listed: Partial<Record<string, (language: Language) => Promise<readonly { writtenIn: Language }[]>>> = {
  causes: causesFor,
  evidence: causesFor,
  recipes: recipesFor,
  stacks: stacksFor,
  glossary: termsFor,
  guides: guidesFor,
  writing: async (language) => [await pageText("writing", language)],
  ...Object.fromEntries(listKinds.map((kind) => [kind, guidesFor])),
};

/**
 * The languages that a page of the interface or a list is really written in: those that have all of its words, and one at
 * least of what it lists. A language that is complete has.
 */
export const writtenLanguages = oncePerBuild(async (place: Place): Promise<readonly Language[]> => {
  const written = await Promise.all(languages.map((language) => isComplete(language) || isWritten(place, language)));
  return languages.filter((_, index) => written[index]);
});

async function isWritten(place: Place, language: Language): Promise<boolean> {
  const [page = "", id] = place.split("/");
  if (["common" as const, pageWords(place)].some((part) => missingStrings(language, part).length > 0)) return false;
  const things = id === undefined ? await listed[page]?.(language) : await guidesOf(page, id, language);
  return things?.some(({ writtenIn }) => writtenIn === language) ?? true;
}

async function guidesOf(page: string, id: string, language: Language) {
  const kind = listKinds.find((known) => known === page);
  return kind && (await guideLists(language))[kind].find((list) => list.id === id)?.guides;
}

/** The language whose address is a page's true one: its own where the page is written in it, else what it falls back to. */
export function trueLanguage(language: Language, written: readonly Language[]): Language {
  return [language, ...fallbacksOf(language), ...written].find((one) => written.includes(one)) ?? language;
}
