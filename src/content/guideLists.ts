import { getCollection } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import type { ListKind } from "../i18n/routes.ts";
import type { Guide } from "./guideList.ts";
import { guidesByCategory, guidesFor } from "./guides.ts";
import { groupByKeys } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

/** So many guides of a list stand on a page: a page is as long however many guides there are. */
export const PAGE_SIZE = 30;

/** Some of the guides, and what they have in common. */
export interface GuideList {
  /** What the list goes by in addresses: a tag's or a category's id, a year. */
  id: string;
  name: string;
  /** Newest first; never none. */
  guides: readonly Guide[];
}

/** A language's guides by tag and by category, in the order of those files, and by year, the last year first. */
export const guideLists = oncePerBuild(async (language: Language): Promise<Record<ListKind, GuideList[]>> => {
  const guides = await guidesFor(language);
  const byTag = groupByKeys(guides, ({ entry }) => entry.data.tags);
  const byYear = groupByKeys(guides, ({ entry }) => [String(entry.data.published.getUTCFullYear())]);
  const tags = await getCollection("tags");
  const categories = await guidesByCategory(language);
  return {
    tags: tags.flatMap(({ id, data }) => {
      const tagged = byTag.get(id);
      return tagged ? [{ id, name: data[language], guides: tagged }] : [];
    }),
    categories: categories.map(({ category: { id, data }, guides }) => ({ id, name: data[language], guides })),
    archive: [...byYear].map(([id, guides]) => ({ id, name: id, guides })),
  };
});
