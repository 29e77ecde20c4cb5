import type { CollectionEntry } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { newestFirst } from "./guideOrder.ts";

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
  return [...groupBySlug(entries)]
    .flatMap(([slug, texts]) => {
      const [first] = texts.values();
      const entry = texts.get(language) ?? (first && texts.get(first.data.source));
      if (!entry) return [];
      const writtenIn = texts.has(language) ? language : entry.data.source;
      const guide: Guide = { slug, language, writtenIn, entry, languages: [...texts.keys()] };
      return [{ guide, slug, published: entry.data.published.getTime() }];
    })
    .sort(newestFirst)
    .map(({ guide }) => guide);
}

/** An entry's id is its file's path without the ending: `preflight-404/ja`. */
function groupBySlug(entries: readonly GuideEntry[]): Map<string, Map<Language, GuideEntry>> {
  const guides = new Map<string, Map<Language, GuideEntry>>();
  for (const entry of entries) {
    const [slug = "", language = ""] = entry.id.split("/");
    const texts = guides.get(slug) ?? new Map<Language, GuideEntry>();
    guides.set(slug, texts.set(language as Language, entry));
  }
  return guides;
}
