import { fallbacksOf, type Language, languages } from "../site.config.ts";

/** Words, and the language that they are in: a reader's own, or the one that stands in for it. */
export interface Shown<Words> {
  words: Words;
  writtenIn: Language;
}

/**
 * The language in which readers of one are shown a text: their own, else the one that it was first written in. Where the
 * site is not built in that one, what theirs falls back to, else any that there is.
 * @param has whether the text is there in a language
 */
export function shownIn(
  language: Language,
  source: Language,
  has: (language: Language) => boolean,
): Language | undefined {
  const instead = languages.includes(source) ? [source] : [...fallbacksOf(language), ...languages];
  return [language, ...instead].find((one) => languages.includes(one) && has(one));
}

/** The words of a list's entry that readers of a language are shown; nothing where it has none in any of the site's. */
export function shownWords<Words>(
  entry: { source: Language } & { readonly [Tag in Language]?: Words },
  language: Language,
): Shown<Words> | undefined {
  const writtenIn = shownIn(language, entry.source, (one) => entry[one] !== undefined);
  const words = writtenIn && entry[writtenIn];
  return writtenIn === undefined || words === undefined ? undefined : { words, writtenIn };
}

/** The `lang` of what stands on a page of a language; nothing where it is in that language. */
export function langOf(writtenIn: Language, language: Language): Language | undefined {
  return writtenIn === language ? undefined : writtenIn;
}
