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

/** A star that stands by itself: what it is called is what people ask about. */
const STAR = /(?<![\p{Script=Latin}\p{N}.(/_'`-])\*(?![\p{Script=Latin}\p{N}.)/_'`-])/gu;

/** An address in somebody's own network: which of them it is tells nothing. */
const PRIVATE_ADDRESS =
  /(?<![\d.])(?:192\.168|10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?::\d+)?(?![\d.])/g;

/** Folded words, with a word for each sign that is one, and one for all addresses of private networks. */
export const foldSigns = (text: string): string =>
  text.replace(STAR, " wildcard ").replace(PRIVATE_ADDRESS, " 192.168 ");

/** Whether a text is a pasted message rather than a query. */
export function isPasted(text: string): boolean {
  return text.length > LONGEST_QUERY || text.search(URLS) !== -1;
}
