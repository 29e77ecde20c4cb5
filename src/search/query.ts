/**
 * What a reader types or pastes, made into what the index can find.
 */

/** Longer than this, or with a URL in it, and it is a message that was pasted. */
const LONGEST_QUERY = 70;

/** No query is looked at beyond this; the index takes long to look for what is longer. */
export const LONGEST_LOOKED_AT = 300;

const URLS = /['"‘“「]?\b(?:https?|wss?|file|blob|data):[^\s'"’”」）)，。]+['"’”」]?/g;

/**
 * More marks on one letter than these are none of any language. NFKC puts them in order, which takes
 * quadratic time. @see https://unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const TOO_MANY_MARKS = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** Folds what differs only in form: full-width letters, half-width kana, runs of space, quotation marks. */
export function normalizeQuery(text: string): string {
  return text
    .replace(TOO_MANY_MARKS, "$1")
    .normalize("NFKC")
    .replace(/[“”„"]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Folds what differs only in form, case among it. */
export function fold(text: string): string {
  return normalizeQuery(text).toLowerCase();
}

/** Whether a text is a pasted message rather than a query. */
export function isPasted(text: string): boolean {
  return text.length > LONGEST_QUERY || text.search(URLS) !== -1;
}
