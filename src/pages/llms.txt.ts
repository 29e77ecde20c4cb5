import type { APIRoute } from "astro";
import { causesFor } from "../content/causes.ts";
import { guidesFor } from "../content/guides.ts";
import { notCorsFor } from "../content/notCors.ts";
import { recipesFor } from "../content/recipes.ts";
import { stacksFor } from "../content/stacks.ts";
import { type Language, languages } from "../i18n/languages.ts";
import { type Place, twinOf, withBase } from "../i18n/routes.ts";
import { commonWords, recipeWords } from "../i18n/strings.ts";
import { site } from "../site.config.ts";

/** What there is to read, for language models: each page's Markdown twin, by language. @see https://llmstxt.org/ */
export const GET: APIRoute = async () => {
  const parts = await Promise.all(languages.map(listLanguage));
  const names = languages.map((language) => site.name[language]).join(" · ");
  const taglines = languages.map((language) => commonWords(language)("site.tagline")).join(" ");
  return new Response([`# ${names}`, `> ${taglines}`, ...parts.flat()].join("\n\n").concat("\n"));
};

async function listLanguage(language: Language): Promise<string[]> {
  const t = commonWords(language);
  const link = (place: Place, title: string, more: string) =>
    `- [${plain(title)}](${new URL(withBase(twinOf(language, place)), site.url).href}): ${plain(more)}`;
  // What is not in the language is listed with its own.
  const isOwn = ({ writtenIn }: { writtenIn: Language }) => writtenIn === language;
  const guides = (await guidesFor(language)).filter(isOwn);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`## ${site.languageName[language]}: ${title}`, lines.join("\n")] : [];
  return [
    ...section(
      t("guides.title"),
      guides.map(({ slug, entry: { data } }) => link(`guides/${slug}`, data.title, data.description)),
    ),
    ...section(
      t("causes.title"),
      (await causesFor(language))
        .filter(isOwn)
        .map(({ cause, entry: { data } }) => link(`causes/${cause.id}`, data.title, data.symptom)),
    ),
    ...section(
      t("notCors.title"),
      (await notCorsFor(language))
        .filter(isOwn)
        .map(({ entry: { id }, words }) => link(`not-cors/${id}`, words.title, words.is)),
    ),
    ...section(
      t("nav.recipes"),
      (await recipesFor(language)).filter(isOwn).map(({ id, name, data }) => link(`recipes/${id}`, name, data.stack)),
    ),
    ...section(
      recipeWords(language)("stacks.title"),
      (await stacksFor(language))
        .filter(isOwn)
        .map(({ stack: { id }, name, words }) => link(`stacks/${id}`, name, words.where)),
    ),
  ];
}

const plain = (text: string) => text.replaceAll("`", "").replace(/\s+/g, " ");
