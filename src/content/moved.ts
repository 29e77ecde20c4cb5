import { languages } from "../i18n/languages.ts";
import { href, twinOf, withBase } from "../i18n/routes.ts";
import type { Guide } from "./guideList.ts";
import { guidesFor } from "./guides.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

/** An address that a guide had before its folder was renamed. */
interface Moved {
  guide: Guide;
  /** The slug that it had. */
  slug: string;
}

/** All of them, in each language. */
export const movedGuides = oncePerBuild(async (): Promise<readonly Moved[]> => {
  const guides = (await Promise.all(languages.map(guidesFor))).flat();
  return guides.flatMap((guide) => (guide.entry.data.movedFrom ?? []).map((slug) => ({ guide, slug })));
});

/** Paths from the host's root, and where each leads now: of pages, and of those Markdown twins that there are. */
export async function movedPaths(): Promise<{ from: string; to: string }[]> {
  return (await movedGuides()).flatMap(({ guide: { slug, language, writtenIn }, slug: before }) => {
    const page = { from: href(language, `guides/${before}`), to: href(language, `guides/${slug}`) };
    const twin = (name: string) => withBase(twinOf(language, `guides/${name}`));
    return writtenIn === language ? [page, { from: twin(before), to: twin(slug) }] : [page];
  });
}

/** The slug under which a guide was first published: what names it for those who follow it. */
export function firstSlug({ slug, entry }: Guide): string {
  return entry.data.movedFrom?.[0] ?? slug;
}
