import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { guidesFor } from "../content/guides.ts";
import { notCorsIds } from "../diagnose/index.ts";
import { type Language, languages } from "../i18n/languages.ts";
import { href, type Place, pages } from "../i18n/routes.ts";
import { causes } from "../rules/index.ts";

/** Every page that is really written in its language, with the languages it is in. */
export const GET: APIRoute = async ({ site }) => {
  const guides = (await guidesFor(languages[0])).map(({ slug, languages: written }) => ({
    place: `guides/${slug}` as Place,
    written,
  }));
  const recipes = await getCollection("recipes");
  const others = [
    ...pages,
    ...causes.map(({ id }) => `causes/${id}` as const),
    ...notCorsIds.map((id) => `not-cors/${id}` as const),
    ...recipes.map(({ id }) => `recipes/${id}` as const),
  ].map((place) => ({ place: place as Place, written: languages as readonly Language[] }));
  const address = (language: Language, place: Place) => new URL(href(language, place), site).href;
  const urls = [...others, ...guides].flatMap(({ place, written }) => {
    const alternates = written
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address(language, place)}"/>`)
      .join("");
    return written.map((language) => `<url><loc>${address(language, place)}</loc>${alternates}</url>`);
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
};
