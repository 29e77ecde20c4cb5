import { type CollectionEntry, getCollection } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { newestFirst } from "./guideOrder.ts";
import { changedSections, hashSections, splitSections } from "./sections.ts";

/** A guide as a language shows it: in that language, or in its source where it is not translated. */
export interface Guide {
  slug: string;
  /** The language of the page. */
  language: Language;
  /** The language of the text. */
  writtenIn: Language;
  entry: CollectionEntry<"guides">;
  /** The languages that the guide is really written in. */
  languages: readonly Language[];
}

function split(id: string): { slug: string; language: Language } {
  const [slug = "", language = ""] = id.split("/");
  return { slug, language: language as Language };
}

/** The guides for a language, newest first, then by name. Drafts only while authors write. */
export async function guidesFor(language: Language): Promise<Guide[]> {
  const entries = await getCollection("guides", ({ data }) => import.meta.env.DEV || !data.draft);
  const slugs = [...new Set(entries.map(({ id }) => split(id).slug))];
  const guides = slugs.flatMap((slug) => {
    const own = entries.filter(({ id }) => split(id).slug === slug);
    const find = (tag: Language) => own.find(({ id }) => split(id).language === tag);
    const entry = find(language) ?? (own[0] && find(own[0].data.source));
    if (!entry) return [];
    return [
      {
        slug,
        language,
        writtenIn: split(entry.id).language,
        entry,
        languages: own.map(({ id }) => split(id).language),
      },
    ];
  });
  return guides.sort(newestFirst);
}

/** A section of the source that a translation lags behind. */
export interface StaleSection {
  id: string;
  /** The heading as the translation has it, or the source where the translation has none; empty for what has no heading. */
  title: string;
}

/** What has changed in a guide's source since a translation was made; nothing for the source itself. */
export async function staleSections({ slug, entry }: Guide): Promise<StaleSection[]> {
  const { translatedFrom, source } = entry.data;
  if (!translatedFrom) return [];
  const [original] = await getCollection("guides", ({ id }) => id === `${slug}/${source}`);
  if (!original) return [];
  const titles = new Map(
    [...splitSections(original.body ?? ""), ...splitSections(entry.body ?? "")].map(({ id, title }) => [id, title]),
  );
  return changedSections(translatedFrom.sections, hashSections(original.data, original.body ?? "")).map((id) => ({
    id,
    title: titles.get(id) ?? "",
  }));
}
