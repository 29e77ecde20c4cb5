import { getCollection } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { shownText, textsById } from "./texts.ts";

const texts = oncePerBuild(async () => textsById(await getCollection("pages")));

/**
 * The text of a page such as `writing` in a language; where it is not translated, in its source.
 * @throws where there is none in any of the site's languages
 */
export async function pageText(id: string, language: Language) {
  const shown = shownText((await texts()).get(id), language);
  if (!shown)
    throw new Error(`content/pages/${id}/ has no text in any of the site's languages.\nWrite ${language}.mdx there.`);
  return shown;
}
