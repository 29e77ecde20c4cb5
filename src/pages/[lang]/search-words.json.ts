import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { causesFor } from "../../content/causes.ts";
import { recipesFor } from "../../content/recipes.ts";
import type { Term } from "../../content/schemas/glossary.ts";
import { type Language, languages } from "../../i18n/languages.ts";
import { oneEachLanguage } from "../../i18n/staticPaths.ts";
import { uiStrings } from "../../i18n/strings.ts";
import type { SearchWords } from "../../search/lexicon.ts";

export const getStaticPaths = oneEachLanguage;

/** What the search index has to know of the content besides the pages. It is read when the index is made. */
export const GET: APIRoute = async ({ params }) => {
  const language = params.lang as Language;
  const terms = (await getCollection("glossary")).map(({ data }) => data);
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
  for (const term of terms) {
    // Its title is the term itself.
    const names = languages.flatMap((each) => [term[each].term, ...term[each].also]);
    add(
      `glossary/#${term.id}`,
      names.filter((name) => name !== term[language].term),
    );
  }
  for (const { cause } of await causesFor(language)) words.phases[`causes/${cause.id}/`] = cause.phase;
  for (const { id, data } of await recipesFor(language)) {
    // What a framework stands on is another recipe's name.
    add(`recipes/${id}/`, [data.name, data.stack.split(", ")[0] ?? data.stack]);
  }
  for (const { id, data } of await getCollection("asked")) {
    // In English people ask everywhere.
    add(id === "home" ? "" : id, language === "en" ? data.en : [...data[language], ...data.en]);
  }
  return new Response(JSON.stringify(words), { headers: { "Content-Type": "application/json" } });
};

/** Where a word is the site's in one language and to be avoided in another, it leads to the one of this language. */
function synonymsOf(term: Term, language: Language): SearchWords["synonyms"][number] {
  const { term: word, also } = term[language];
  const others = languages.filter((each) => each !== language);
  return {
    says: [word, ...also],
    typed: [
      ...term[language].avoid,
      ...others.flatMap((each) => [term[each].term, ...term[each].also, ...term[each].avoid]),
    ],
  };
}
