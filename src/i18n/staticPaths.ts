import { type Language, languages } from "../site.config.ts";

/** The paths of a page that each language has one of. */
export function oneEachLanguage(): { params: { lang: Language } }[] {
  return languages.map((lang) => ({ params: { lang } }));
}
