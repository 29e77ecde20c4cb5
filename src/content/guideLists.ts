import type { Language } from "../i18n/languages.ts";
import type { ListKind } from "../i18n/routes.ts";
import type { Guide } from "./guideList.ts";
import { guidesByCategory, guidesFor } from "./guides.ts";
import { groupByKeys } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { tagsFor } from "./taxons.ts";
import { collatorOf } from "./wordOrder.ts";

/** So many guides of a list stand on a page: a page is as long however many guides there are. */
export const PAGE_SIZE = 30;

/** Some of the guides, and what they have in common. */
export interface GuideList {
  /** What the list goes by in addresses: a tag's or a category's id, a year. */
  id: string;
  name: string;
  /** The language of the name. */
  writtenIn: Language;
  /** Newest first; never none. */
  guides: readonly Guide[];
}

/** A language's guides by tag, in the order of their names, by category, and by year, the last year first. */
export const guideLists = oncePerBuild(async (language: Language): Promise<Record<ListKind, GuideList[]>> => {
  const guides = await guidesFor(language);
  const byTag = groupByKeys(guides, ({ entry }) => entry.data.tags);
  const byYear = groupByKeys(guides, ({ entry }) => [String(entry.data.published.getUTCFullYear())]);
  const categories = await guidesByCategory(language);
  const { compare } = collatorOf(language);
  const tags = [...(await tagsFor(language)).values()].sort((a, b) => compare(a.words, b.words));
  return {
    tags: tags.flatMap(({ id, words, writtenIn }) => {
      const tagged = byTag.get(id);
      return tagged ? [{ id, name: words, writtenIn, guides: tagged }] : [];
    }),
    categories: categories.map(({ category: { id, words, writtenIn }, guides }) => ({
      id,
      name: words,
      writtenIn,
      guides,
    })),
    archive: [...byYear].map(([id, guides]) => ({ id, name: id, writtenIn: language, guides })),
  };
});
