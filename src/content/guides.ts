import { getCollection, getEntry } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { compareWithSource, type Guide, listGuides, type StaleSection } from "./guideList.ts";
import { groupByKeys, pickFrom } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

const entries = oncePerBuild(() => getCollection("guides", ({ data }) => import.meta.env.DEV || !data.draft));

/** The guides for a language, newest first, then by name. Drafts only while authors write. */
export const guidesFor = oncePerBuild(
  async (language: Language): Promise<readonly Guide[]> => listGuides(await entries(), language),
);

const picker = oncePerBuild(async (language: Language) => pickFrom(await guidesFor(language), ({ slug }) => slug));

/** Some of a language's guides, in the order of the list. @param slugs those that there are not are left out */
export async function guidesNamed(slugs: readonly string[], language: Language): Promise<Guide[]> {
  return (await picker(language))(slugs);
}

const byCause = oncePerBuild(async (language: Language) =>
  groupByKeys(await guidesFor(language), ({ entry }) => entry.data.causes),
);

/** A language's guides that are about a cause, in the order of the list. @param cause its id */
export async function guidesAbout(cause: string, language: Language): Promise<readonly Guide[]> {
  return (await byCause(language)).get(cause) ?? [];
}

/** What has changed in a guide's source since its translation was made; nothing for the source itself. */
export async function staleSections({ slug, entry }: Guide): Promise<StaleSection[]> {
  const { translatedFrom, source } = entry.data;
  const original = translatedFrom && (await getEntry("guides", `${slug}/${source}`));
  return original ? compareWithSource(entry, original) : [];
}
