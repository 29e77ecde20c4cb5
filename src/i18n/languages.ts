import { fallbacksOf, type Language, languages } from "../site.config.ts";

export { fallbacksOf, type Language, languages };

/** Whether a string is one of the site's language tags. */
export function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}

/** To make one takes longer than what it is then asked for. */
const dateFormats = new Map<Language, Intl.DateTimeFormat>();

/** A date as a reader of a language writes it. */
export function formatDate(date: Date, language: Language): string {
  const format = dateFormats.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  dateFormats.set(language, format);
  return format.format(date);
}

/** The days from one to another as a reader of a language writes them; one where they are the same. @param first `2026-11-29` */
export function formatDates(first: string | undefined, last: string | undefined, language: Language): string {
  if (first === undefined || last === undefined) return "";
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return format.formatRange(new Date(first), new Date(last));
}
