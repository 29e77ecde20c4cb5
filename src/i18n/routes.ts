import { type Language, site } from "../site.config.ts";

/** The pages that each language has one of. */
export const pages = [
  "home",
  "guides",
  "causes",
  "recipes",
  "evidence",
  "differences",
  "checker",
  "glossary",
  "diagnose",
  "search",
  "terminal",
] as const;
export type PageName = (typeof pages)[number];

/** Those that the header of every page links to, in its order; `nav.…` names them. */
export const inHeader = [
  "diagnose",
  "causes",
  "recipes",
  "guides",
  "checker",
  "glossary",
] as const satisfies readonly PageName[];

/** A place on the site, without its language: what the same page is in each of them. */
export type Place =
  | PageName
  | `guides/${string}`
  | `causes/${string}`
  | `not-cors/${string}`
  | `recipes/${string}`
  | "404";

/** Joins a path from the site's root to the base path. */
export function withBase(path: string): string {
  return site.base + path.replace(/^\//, "");
}

/** The path of a place in a language: `href("ja", "guides/preflight-404")`. */
export function href(language: Language, place: Place): string {
  return withBase(place === "home" ? `${language}/` : `${language}/${place}/`);
}
