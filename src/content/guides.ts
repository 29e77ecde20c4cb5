import { getCollection } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { type Guide, listGuides } from "./guideList.ts";
import { groupByKeys, pickFrom } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { categoriesFor } from "./taxons.ts";

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

const byRecipe = oncePerBuild(async (language: Language) =>
  groupByKeys(await guidesFor(language), ({ entry }) => entry.data.recipes),
);

/** So many guides stand at the end of a stack's page. */
const OF_STACK = 6;

/**
 * What goes deeper for who runs a stack: the guides that show its recipe, then those about what the recipe prevents,
 * in the order of these.
 * @param recipe its id
 * @param prevented ids of causes
 */
export async function guidesForStack(
  recipe: string,
  prevented: readonly string[],
  language: Language,
): Promise<readonly Guide[]> {
  const showing = (await byRecipe(language)).get(recipe) ?? [];
  const about = await Promise.all(prevented.map((cause) => guidesAbout(cause, language)));
  return [...new Set([...showing, ...about.flat()])].slice(0, OF_STACK);
}

/** A language's guides by their categories, in the order of the categories' file; those without any are left out. */
export const guidesByCategory = oncePerBuild(async (language: Language) => {
  const byCategory = groupByKeys(await guidesFor(language), ({ entry }) => [entry.data.category]);
  return [...(await categoriesFor(language)).values()]
    .map((category) => ({ category, guides: byCategory.get(category.id) ?? [] }))
    .filter(({ guides }) => guides.length > 0);
});

/** Where each guide stands in its category, and in the order of all. */
const places = oncePerBuild(async (language: Language) => {
  const groups = await guidesByCategory(language);
  const inOrder = groups.flatMap(({ guides }) => guides);
  const inGroup = new Map(groups.flatMap(({ guides }) => guides.map(({ slug }, place) => [slug, place])));
  return { inOrder, inGroup, inAll: new Map(inOrder.map(({ slug }, place) => [slug, place])) };
});

/** The guides before and after one, in the order of the categories. */
export async function guideNeighbours({
  slug,
  language,
}: Guide): Promise<{ previous?: Guide | undefined; next?: Guide | undefined }> {
  const { inOrder, inAll } = await places(language);
  const place = inAll.get(slug);
  return place === undefined ? {} : { previous: inOrder[place - 1], next: inOrder[place + 1] };
}

/** So many guides of its own category stand beside a guide, before it and after it; of each other category the first few. */
const BESIDE = 4;
const OF_OTHERS = 3;

/**
 * What stands beside a guide, by categories: of its own those around it, of the others the first. Not all: each page
 * would grow with the number of guides, and the site with its square.
 */
export async function guidesBeside({ slug, language, entry }: Guide): ReturnType<typeof guidesByCategory> {
  const { inGroup } = await places(language);
  return (await guidesByCategory(language)).map(({ category, guides }) => {
    if (category.id !== entry.data.category) return { category, guides: guides.slice(0, OF_OTHERS) };
    const place = inGroup.get(slug) ?? 0;
    return { category, guides: guides.slice(Math.max(0, place - BESIDE), place + BESIDE + 1) };
  });
}
