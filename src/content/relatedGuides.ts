import type { Language } from "../i18n/languages.ts";
import { closest } from "./closest.ts";
import type { Guide } from "./guideList.ts";
import { guidesFor, guidesNamed } from "./guides.ts";
import { groupByKeys } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

/** So many guides stand at a guide's end, or as many as its author names. */
const COUNT = 5;

/** What guides are compared by. */
function keysOf({ entry: { data } }: Guide): string[] {
  const { tags, causes, recipes } = data;
  return Object.entries({ tags, causes, recipes }).flatMap(([kind, ids]) => ids.map((id) => `${kind}:${id}`));
}

const sharing = oncePerBuild(async (language: Language) => {
  const guides = await guidesFor(language);
  const keys = new Map(guides.map((guide) => [guide.slug, keysOf(guide)]));
  return { keys, groups: groupByKeys([...keys.keys()], (slug) => keys.get(slug) ?? []) };
});

/** What to read after a guide: those that its author names, then those with which it shares tags, causes and recipes. */
export async function relatedGuides({ slug, language, entry }: Guide): Promise<Guide[]> {
  const { keys, groups } = await sharing(language);
  const named = entry.data.related;
  const others = closest(keys.get(slug) ?? [], groups).filter((other) => other !== slug && !named.includes(other));
  const shown = await Promise.all(
    [named, others.slice(0, Math.max(0, COUNT - named.length))].map((slugs) => guidesNamed(slugs, language)),
  );
  return shown.flat();
}
