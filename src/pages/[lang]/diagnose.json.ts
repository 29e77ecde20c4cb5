import type { APIRoute } from "astro";
import type { DiagnosisWords } from "../../components/Diagnosis/words.ts";
import { causesFor } from "../../content/causes.ts";
import { langOf } from "../../content/fallback.ts";
import { notCorsFor } from "../../content/notCors.ts";
import { recipesAgainst } from "../../content/recipes.ts";
import type { Language } from "../../i18n/languages.ts";
import { href } from "../../i18n/routes.ts";
import { oneEachLanguage } from "../../i18n/staticPaths.ts";

export const getStaticPaths = oneEachLanguage;

/** What a diagnosis says of the causes, and of what is not CORS, in a language: it is loaded when the box is used. */
export const GET: APIRoute = async ({ params }) => {
  const language = params.lang as Language;
  const words: DiagnosisWords = { causes: {}, notCors: {}, recipes: {} };
  for (const { cause, writtenIn, entry } of await causesFor(language)) {
    const recipes = await recipesAgainst(cause.id, language);
    words.causes[cause.id] = {
      lang: langOf(writtenIn, language),
      title: entry.data.title,
      cause: entry.data.cause,
      fix: entry.data.fix,
      page: href(language, `causes/${cause.id}`),
      recipes: recipes.map(({ id }) => id),
    };
    for (const { id, name } of recipes) {
      words.recipes[id] = { name, page: href(language, `recipes/${id}`) };
    }
  }
  for (const { entry, words: own, writtenIn } of await notCorsFor(language)) {
    words.notCors[entry.id] = {
      lang: langOf(writtenIn, language),
      title: own.title,
      is: own.is,
      fix: own.fix,
      page: href(language, `not-cors/${entry.id}`),
    };
  }
  return new Response(JSON.stringify(words), { headers: { "Content-Type": "application/json" } });
};
