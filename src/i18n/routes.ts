import { type Language, languages, site } from "../site.config.ts";

/** The pages that each language has one of. */
export const pages = [
  "home",
  "guides",
  "causes",
  "recipes",
  "stacks",
  "evidence",
  "differences",
  "checker",
  "glossary",
  "diagnose",
  "search",
  "terminal",
  "translations",
  "writing",
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

/** The ways in which guides are listed besides all at once: each has a page of its own, and one for each of its lists. */
export const listKinds = ["tags", "categories", "archive"] as const;
export type ListKind = (typeof listKinds)[number];

/** Pages that nobody looks for, and that stand in no list. */
const unlisted = ["404", "offline"] as const;
type Unlisted = (typeof unlisted)[number];

/** Whether a page is one that may be found: that has an address of its own, a card, a twin. */
export function isListed(place: Place): boolean {
  return !(unlisted as readonly string[]).includes(place);
}

/** A place on the site, without its language: what the same page is in each of them. */
export type Place =
  | PageName
  | `guides/${string}`
  | `causes/${string}`
  | `not-cors/${string}`
  | `recipes/${string}`
  | `stacks/${string}`
  | ListKind
  | `${ListKind}/${string}`
  | Unlisted;

/** Joins a path from the site's root to the base path. */
export function withBase(path: string): string {
  return site.base + path.replace(/^\//, "");
}

/** The path of a place in a language: `href("ja", "guides/preflight-404")`. */
export function href(language: Language, place: Place): string {
  return withBase(place === "home" ? `${language}/` : `${language}/${place}/`);
}

/**
 * The addresses of a place in its languages, and the one for readers of none of them: the page that leads each reader
 * to their language, or the first language that there is.
 * @param written the languages that it is really written in, one or more
 */
export function alternatesOf(place: Place, written: readonly Language[]): { tag: string; path: string }[] {
  const first = languages.find((language) => written.includes(language)) ?? languages[0];
  const others = place === "home" ? withBase("/") : href(first, place);
  return [...written.map((tag) => ({ tag, path: href(tag, place) })), { tag: "x-default", path: others }];
}

/** A list's page of that number, from 1. */
export function pageOfList(place: Place, number: number): Place {
  return number === 1 ? place : (`${place}/${number}` as Place);
}

/** The file of the feed that tells of what is new at a place, below the site's root: all guides', or a tag's. */
export function feedOf(language: Language, place: Place): string {
  return place === "guides" ? `${language}/feed.xml` : `${language}/${place}/feed.xml`;
}

/** The address of the folder of a recipe that one can download. @param id the recipe's */
export function folderOf(language: Language, id: string): string {
  return withBase(`${language}/recipes/${id}.zip`);
}

/** The file of a page's Markdown twin, below the site's root. */
export function twinOf(language: Language, place: Place): string {
  return place === "home" ? `${language}/index.md` : `${language}/${place}.md`;
}
