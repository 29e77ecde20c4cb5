import { type Language, languages } from "../site.config.ts";
import { shownIn } from "./fallback.ts";

/** A text of a collection, whose id is its file's path without the ending: `null-origin/ja`. */
interface Text {
  id: string;
  data: { source: Language };
}

/** Texts by what they are of, and by language. */
export function textsById<Entry extends Text>(entries: readonly Entry[]): Map<string, Map<Language, Entry>> {
  const byId = new Map<string, Map<Language, Entry>>();
  for (const entry of entries) {
    const [id = "", language = ""] = entry.id.split("/");
    const texts = byId.get(id) ?? new Map<Language, Entry>();
    byId.set(id, texts.set(language as Language, entry));
  }
  return byId;
}

/**
 * The text that readers of a language are shown.
 * @returns nothing where there is none
 */
export function shownText<Entry extends Text>(
  texts: ReadonlyMap<Language, Entry> | undefined,
  language: Language,
): { writtenIn: Language; entry: Entry; languages: readonly Language[] } | undefined {
  const [first] = texts?.values() ?? [];
  const writtenIn = first && shownIn(language, first.data.source, (one) => texts?.has(one) === true);
  const entry = writtenIn && texts?.get(writtenIn);
  return entry ? { writtenIn, entry, languages: languages.filter((one) => texts?.has(one)) } : undefined;
}
