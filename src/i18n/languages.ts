import { type Language, languages } from "../site.config.ts";

export { type Language, languages };

/** Whether a string is one of the site's language tags. */
export function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}

/** A date as a reader of a language writes it. */
export function formatDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}
