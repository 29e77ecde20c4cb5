import type { APIRoute } from "astro";
import { type FeedData, type FeedEntry, LENGTH } from "../../build/publishing/feeds.ts";
import type { Guide } from "../../content/guideList.ts";
import { guideLists } from "../../content/guideLists.ts";
import { guidesFor } from "../../content/guides.ts";
import { firstSlug } from "../../content/moved.ts";
import { tagsFor } from "../../content/taxons.ts";
import type { Language } from "../../i18n/languages.ts";
import { feedOf, href, type Place } from "../../i18n/routes.ts";
import { oneEachLanguage } from "../../i18n/staticPaths.ts";
import { commonWords } from "../../i18n/strings.ts";
import { site } from "../../site.config.ts";

export const getStaticPaths = oneEachLanguage;

/** What the feeds of a language are to hold: of all its guides, and of each tag. They are written when the pages are there. */
export const GET: APIRoute = async ({ params }) => {
  const language = params.lang as Language;
  const t = commonWords(language);
  const tagNames = await tagsFor(language);
  const whole = (path: string) => new URL(path, site.url).href;
  const entryOf = (guide: Guide): FeedEntry => {
    const {
      slug,
      entry: { data },
    } = guide;
    return {
      title: data.title,
      description: data.description,
      address: whole(href(language, `guides/${slug}`)),
      // Who follows a feed has read a guide that has moved.
      id: whole(href(language, `guides/${firstSlug(guide)}`)),
      file: `${language}/guides/${slug}/index.html`,
      published: data.published.toISOString(),
      updated: (data.updated ?? data.published).toISOString(),
      authors: data.authors ?? [],
      tags: data.tags.map((id) => tagNames.get(id)?.words ?? id),
    };
  };
  const feed = (place: Place, title: string, description: string, guides: readonly Guide[]): FeedData => ({
    file: feedOf(language, place),
    title,
    description,
    language,
    page: whole(href(language, place)),
    // What is not written in the language is in the feed of the one that it is written in.
    entries: guides
      .filter(({ writtenIn }) => writtenIn === language)
      .slice(0, LENGTH)
      .map(entryOf),
  });
  const { tags } = await guideLists(language);
  const feeds = [
    feed("guides", site.name[language], t("guides.lead"), await guidesFor(language)),
    ...tags.map(({ id, name, guides }) => {
      const title = t("tags.of", { name });
      return feed(`tags/${id}`, `${title} · ${site.name[language]}`, title, guides);
    }),
  ];
  return Response.json(feeds);
};
