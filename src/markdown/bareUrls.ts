import { URL_END } from "./characters.ts";

/**
 * The engine takes a bare URL to go on to the next space, and has read all that as a URL before a plugin
 * sees it. So a space that no author writes is put behind each bare URL that CJK text goes on after, and
 * is taken out of what the engine has made.
 * @see https://github.com/github/cmark-gfm/issues/377
 */
const URL_SPACE = "\u205f";
const ENCODED = encodeURIComponent(URL_SPACE);

/** Links that are written out end where their own marks say. A port is followed by no letter. */
const BARE_URL = new RegExp(
  `(?<![<\\w]|\\]\\()(?:https?://[\\w.-]+:\\d+(?=(?!\\p{ASCII})\\p{L})|(?:https?://|www\\.)(?:(?!${URL_END.source})[^\\s<])+(?=${URL_END.source}))`,
  "giu",
);

/** Ends each bare URL before the CJK punctuation that follows it. */
export function endBareUrls(markdown: string): string {
  return markdown.replace(BARE_URL, (url) => url + URL_SPACE);
}

/** Takes out what `endBareUrls` has put in, also where it became part of an address. */
export function withoutUrlEnds(text: string): string {
  return text.includes(URL_SPACE) || text.includes(ENCODED)
    ? text.replaceAll(URL_SPACE, "").replaceAll(ENCODED, "")
    : text;
}
