import type { CollectionEntry } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { newestFirst } from "./guideOrder.ts";
import { changedSections, hashSections, splitSections } from "./sections.ts";

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

/** A section of the source that a translation lags behind. */
export interface StaleSection {
  id: string;
  /** The heading as the translation has it, or the source where the translation has none; empty for what has no heading. */
  title: string;
}

/**
 * What has changed in a guide's source since a translation was made; nothing for the source itself.
 * @param original the source as it is now
 */
export function compareWithSource(translation: GuideEntry, original: GuideEntry): StaleSection[] {
  const { translatedFrom } = translation.data;
  if (!translatedFrom) return [];
  const sections = [original, translation].flatMap(({ body = "", filePath = "" }) => splitSections(body, filePath));
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  const { data, body = "", filePath = "" } = original;
  return changedSections(translatedFrom.sections, hashSections(data, body, filePath)).map((id) => ({
    id,
    title: titles.get(id) ?? "",
  }));
}
