import type { Language } from "../../site.config.ts";

/** What stands before a text that `npm run guide -- translate` has copied, until somebody translates it. */
export function translationMark(from: Language, to: Language): string {
  return `[${from}→${to}] `;
}

/** A mark of any two languages. */
export const TRANSLATION_MARK = /\[[A-Za-z-]+→[A-Za-z-]+\]/;
