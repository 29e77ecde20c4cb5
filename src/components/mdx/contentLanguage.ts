import type { AstroGlobal } from "astro";
import { isLanguage, type Language, languages } from "../../i18n/languages.ts";

/**
 * The language of the text that a component stands in. A guide that is shown in its source language
 * on another language's page says so; elsewhere it is the page's.
 */
export function contentLanguage(astro: Pick<AstroGlobal, "locals" | "url">): Language {
  return astro.locals.contentLanguage ?? astro.url.pathname.split("/").find(isLanguage) ?? languages[0];
}
