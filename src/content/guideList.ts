import type { CollectionEntry } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { newestFirst } from "./guideOrder.ts";
import { shownText, textsById } from "./texts.ts";

type GuideEntry = CollectionEntry<"guides">;

/** A guide as a language shows it: in that language, or in its source where it is not translated. */
export interface Guide {
  slug: string;
  /** The language of the page. */
  language: Language;
  /** The language of the text. */
  writtenIn: Language;
  entry: GuideEntry;
  /** The languages that the guide is really written in. */
  languages: readonly Language[];
}

/** The guides for a language, newest first, then by name. @param entries the texts of all guides, in all languages */
export function listGuides(entries: readonly GuideEntry[], language: Language): Guide[] {
  return [...textsById(entries)]
    .flatMap(([slug, texts]) => {
      const shown = shownText(texts, language);
      if (!shown) return [];
      const guide: Guide = { slug, language, ...shown };
      return [{ guide, slug, published: shown.entry.data.published.getTime() }];
    })
    .sort(newestFirst)
    .map(({ guide }) => guide);
}
