import type { Change } from "../../content/translation/changes.ts";
import type { Staleness } from "../../content/translation/staleness.ts";
import type { Language } from "../../i18n/languages.ts";
import { href, type Place } from "../../i18n/routes.ts";
import type { CommonStrings } from "../../i18n/types.ts";

/** What stands at a section of a translation: the word for it, and where the source has the section. */
export interface StaleMark {
  word: keyof CommonStrings;
  href: string;
  hreflang: Language;
}

/** The marks of a translation, by the ids of its sections. @param place the page */
export function staleMarks({ source, changes, titles }: Staleness, place: Place): Map<string, StaleMark> {
  return new Map(
    changes.flatMap((change) =>
      idsIn(titles, change).map((id) => [
        id,
        { word: wordFor(change), href: hrefInSource(change, source, place), hreflang: source },
      ]),
    ),
  );
}

/** The sections of a translation that its source has left behind. */
export function staleIds(stale: Staleness | undefined): Set<string> {
  return new Set(stale?.changes.flatMap((change) => idsIn(stale.titles, change)));
}

/** The sections that a translation has of what has changed: by their old ids, or by the new ones where it has followed. */
export function idsIn(titles: ReadonlyMap<string, string>, { id, were }: Change): string[] {
  const there = were.filter((old) => titles.has(old));
  return there.length > 0 ? there : [id].filter((own) => titles.has(own));
}

export function wordFor({ kind }: Change): "stale.new" | "stale.removed" | "stale.moved" | "stale.changed" {
  return kind === "new" || kind === "removed" || kind === "moved" ? `stale.${kind}` : "stale.changed";
}

/** Whether a section is one that no heading begins. */
export function isUntitled(id: string): id is "frontmatter" | "intro" {
  return id === "frontmatter" || id === "intro";
}

/** Where the source has the section; of one that it has no longer, and of what has no heading, the page. */
export function hrefInSource({ kind, id }: Change, source: Language, place: Place): string {
  return href(source, place) + (kind === "removed" || isUntitled(id) ? "" : `#${id}`);
}
