import { createHash } from "node:crypto";
import { causesFor } from "../../content/causes.ts";
import { langOf } from "../../content/fallback.ts";
import { notCorsFor } from "../../content/notCors.ts";
import { oncePerBuild } from "../../content/oncePerBuild.ts";
import { recipesAgainst, recipesFor } from "../../content/recipes.ts";
import { stacksFor } from "../../content/stacks.ts";
import type { ProductPlace } from "../../diagnose/index.ts";
import { productPlaces } from "../../diagnose/products.ts";
import type { Language } from "../../i18n/languages.ts";
import { href, withBase } from "../../i18n/routes.ts";
import type { DiagnosisWords, ProductWords } from "./words.ts";

/** A file as pages name it. */
interface WordsFile {
  /** Its name below `words/`, without its end: with a hash, so that a page is never given those of another build. */
  name: string;
  address: string;
  text: string;
}

/** What a diagnosis says of the causes, and of what is not CORS, in a language: it is loaded when the box is used. */
export const diagnosisWords = oncePerBuild(async (language: Language): Promise<WordsFile> => {
  const text = JSON.stringify(await collect(language));
  const name = `diagnose.${language}.${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
  return { name, address: withBase(`words/${name}.json`), text };
});

async function collect(language: Language): Promise<DiagnosisWords> {
  const words: DiagnosisWords = { causes: {}, notCors: {}, recipes: {}, products: {} };
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
  words.products = await collectProducts(language);
  return words;
}

/** Those that are known by what they show, and those that say something of their own when they refuse. */
async function collectProducts(language: Language): Promise<DiagnosisWords["products"]> {
  const [stacks, recipes] = await Promise.all([stacksFor(language), recipesFor(language)]);
  const ofStacks = stacks.map(({ stack, name, writtenIn }): [ProductPlace, ProductWords] => {
    const says = stack.refuses.map((each) => each.says);
    const page = href(language, `stacks/${stack.id}`);
    return [`stacks/${stack.id}`, { lang: langOf(writtenIn, language), name, page, recipes: stack.recipes, says }];
  });
  const ofRecipes = recipes.map(({ id, name }): [ProductPlace, ProductWords] => {
    return [`recipes/${id}`, { name, page: href(language, `recipes/${id}`), recipes: [id], says: [] }];
  });
  const all = new Map([...ofStacks, ...ofRecipes]);
  const unknown = [...productPlaces].find((place) => !all.has(place));
  if (unknown) throw new Error(`There is no ${unknown}.\nName a stack or a recipe in src/diagnose/products.ts.`);
  return Object.fromEntries([...all].filter(([place, { says }]) => says.length > 0 || productPlaces.has(place)));
}
