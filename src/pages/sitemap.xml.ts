import type { APIRoute } from "astro";
import { causesFor } from "../content/causes.ts";
import { guideLists, PAGE_SIZE } from "../content/guideLists.ts";
import { guidesFor } from "../content/guides.ts";
import { notCorsFor } from "../content/notCors.ts";
import { recipesFor } from "../content/recipes.ts";
import { stacksFor } from "../content/stacks.ts";
import { writtenLanguages } from "../content/writtenPlaces.ts";
import { type Language, languages } from "../i18n/languages.ts";
import { alternatesOf, href, listKinds, type Place, pageOfList, pages } from "../i18n/routes.ts";

interface Listed {
  place: Place;
  written: readonly Language[];
  /** The day of its last change, where one is known. */
  changed?: Date;
}

/** Every page that is really written in its language, with the languages it is in. */
export const GET: APIRoute = async ({ site }) => {
  const guides = (await guidesFor(languages[0])).map(({ slug, languages: written, entry: { data } }) => ({
    place: `guides/${slug}` as Place,
    written,
    changed: data.updated ?? data.published,
  }));
  const causes = await causesFor(languages[0]);
  const neighbours = await notCorsFor(languages[0]);
  const recipes = await recipesFor(languages[0]);
  const stacks = await stacksFor(languages[0]);
  const texts: Listed[] = [
    ...causes.map(({ cause: { id }, languages: written }) => ({ place: `causes/${id}` as const, written })),
    ...neighbours.map(({ entry: { id }, languages: written }) => ({ place: `not-cors/${id}` as const, written })),
    ...recipes.map(({ id, languages: written }) => ({ place: `recipes/${id}` as const, written })),
    ...stacks.map(({ stack: { id }, languages: written }) => ({ place: `stacks/${id}` as const, written })),
  ];
  const lists = await guideLists(languages[0]);
  const places: Place[] = [
    ...pages,
    ...listKinds,
    ...listKinds.flatMap((kind) =>
      lists[kind].flatMap(({ id, guides: listed }) =>
        Array.from({ length: Math.ceil(listed.length / PAGE_SIZE) }, (_, index) =>
          pageOfList(`${kind}/${id}`, index + 1),
        ),
      ),
    ),
  ];
  const others = await Promise.all(
    places.map(async (place): Promise<Listed> => ({ place, written: await writtenLanguages(place) })),
  );
  const urls = [...others, ...texts, ...guides].flatMap(({ place, written, changed }: Listed) => {
    const alternates = alternatesOf(place, written)
      .map(({ tag, path }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${new URL(path, site).href}"/>`)
      .join("");
    const day = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : "";
    return written.map(
      (language) => `<url><loc>${new URL(href(language, place), site).href}</loc>${day}${alternates}</url>`,
    );
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
};
