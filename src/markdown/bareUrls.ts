import { URL_END } from "./characters.ts";
import { SPACE } from "./scaffold.ts";

/** Links that are written out end where their own marks say. A port is followed by no letter. */
const BARE_URL = new RegExp(
  `(?<![<\\w]|\\]\\()(?:https?://[\\w.-]+:\\d+(?=(?!\\p{ASCII})\\p{L})|(?:https?://|www\\.)(?:(?!${URL_END.source})[^\\s<])+(?=${URL_END.source}))`,
  "giu",
);

/**
 * Ends each bare URL before the CJK punctuation that follows it: the engine takes it to go on to the next space.
 * @see https://github.com/github/cmark-gfm/issues/377
 */
export function endBareUrls(markdown: string): string {
  return markdown.replace(BARE_URL, (url) => url + SPACE);
}
