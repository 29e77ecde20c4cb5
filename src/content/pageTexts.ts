import { type CollectionEntry, getCollection } from "astro:content";
import { type Language, languages } from "../i18n/languages.ts";
import { shownIn } from "./fallback.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

/** A page that is a text of its own, as a language shows it. */
export interface PageText {
  entry: CollectionEntry<"pages">;
  writtenIn: Language;
  /** The languages that it is really written in. */
  languages: readonly Language[];
}

const texts = oncePerBuild(async () => new Map((await getCollection("pages")).map((entry) => [entry.id, entry])));

/**
 * The text of a page such as `writing` in a language; where it is not translated, in its source.
 * @throws where there is none in any of the site's languages
 */
export async function pageText(id: string, language: Language): Promise<PageText> {
  const all = await texts();
  const written = languages.filter((one) => all.has(`${id}/${one}`));
  const source = all.get(`${id}/${written[0]}`)?.data.source ?? language;
  const writtenIn = shownIn(language, source as Language, (one) => written.includes(one));
  const entry = writtenIn && all.get(`${id}/${writtenIn}`);
  if (!writtenIn || !entry)
    throw new Error(`content/pages/${id}/ has no text in any of the site's languages.\nWrite ${language}.mdx there.`);
  return { entry, writtenIn, languages: written };
}
