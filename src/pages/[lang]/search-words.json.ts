import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { causesFor } from "../../content/causes.ts";
import { recipesFor } from "../../content/recipes.ts";
import { stacksFor } from "../../content/stacks.ts";
import { inOtherLanguages, type ShownTerm, termsFor } from "../../content/terms.ts";
import type { Language } from "../../i18n/languages.ts";
import { oneEachLanguage } from "../../i18n/staticPaths.ts";
import { uiStrings } from "../../i18n/strings.ts";
import { isSentence } from "../../search/fillers.ts";
import type { SearchWords } from "../../search/lexicon.ts";

export const getStaticPaths = oneEachLanguage;

/** What the search index has to know of the content besides the pages. It is read when the index is made. */
export const GET: APIRoute = async ({ params }) => {
  const language = params.lang as Language;
  // What is not in the language is in the index of its own.
  const isOwn = ({ writtenIn }: { writtenIn: Language }) => writtenIn === language;
  const terms = (await termsFor(language)).filter(isOwn);
  const { common } = uiStrings[language];
  const phaseNames = {
    request: common["cause.phase.request"],
    preflight: common["cause.phase.preflight"],
    response: common["cause.phase.response"],
    reading: common["cause.phase.reading"],
  };
  const words: SearchWords = {
    synonyms: terms.map((term) => synonymsOf(term, language)),
    phrases: {},
    phases: {},
    phaseNames,
  };
  const add = (path: string, phrases: readonly string[]) => {
    words.phrases[path] = [...new Set([...(words.phrases[path] ?? []), ...phrases])];
  };
  for (const shown of terms) {
    // Its title is the term itself.
    const all = [shown.words, ...inOtherLanguages(shown, language).map(({ words }) => words)];
    const names = all.flatMap(({ term, also }) => [term, ...also]);
    add(
      `glossary/#${shown.term.id}`,
      names.filter((name) => name !== shown.words.term),
    );
  }
  for (const { cause } of (await causesFor(language)).filter(isOwn)) words.phases[`causes/${cause.id}/`] = cause.phase;
  for (const { id, data } of (await recipesFor(language)).filter(isOwn)) {
    // What a framework stands on is another recipe's name.
    add(`recipes/${id}/`, [data.name, data.stack.split(", ")[0] ?? data.stack]);
  }
  for (const { stack } of (await stacksFor(language)).filter(isOwn)) {
    add(`stacks/${stack.id}/`, [stack.name, ...stack.also]);
  }
  for (const { id, data } of await getCollection("asked")) {
    // English names and messages are typed everywhere, English sentences only where people write English.
    const own = language === "en" ? [] : data[language];
    const english = data.en.filter((phrase) => language === "en" || !isSentence(phrase));
    add(id === "home" ? "" : id, [...own, ...english]);
  }
  return new Response(JSON.stringify(words), { headers: { "Content-Type": "application/json" } });
};

/** Where a word is the site's in one language and to be avoided in another, it leads to the one of this language. */
function synonymsOf(shown: ShownTerm, language: Language): SearchWords["synonyms"][number] {
  const { term: word, also, avoid } = shown.words;
  const others = inOtherLanguages(shown, language).map(({ words }) => words);
  return {
    says: [word, ...also],
    typed: [...avoid, ...others.flatMap((words) => [words.term, ...words.also, ...words.avoid])],
  };
}
