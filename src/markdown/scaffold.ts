import { withoutStandIns } from "../content/notation/standIns.ts";

/**
 * Where the engine reads CJK text otherwise than it is meant, that is mended before it reads: characters that
 * no author writes are put into the source, and taken out of what it has made.
 */

/** White space to the engine. */
export const SPACE = "\u205f";
/** Neither white space nor punctuation to it. */
export const LETTER = "\u206a";
/** Punctuation to it. */
export const PUNCTUATION = "\u2e4f";
/** Punctuation as well, in place of a tilde that is no mark. */
export const TILDE = "\u2e4e";

/** On both sides of a footnote's number in a heading. */
export const NUMBER = "\u206b";

/** Such a number among a heading's words, as lists of headings have it; in the heading it has an element of its own. */
const AMONG_WORDS = new RegExp(`(?<![>"])${NUMBER}[\\d-]+${NUMBER}|${NUMBER}[\\d-]+${NUMBER}(?![<"])`, "g");
const ANY = new RegExp(`[${SPACE}${LETTER}${PUNCTUATION}${NUMBER}]`, "g");

/** A text as its author wrote it: without these, and without stand-ins. */
export function withoutScaffold(text: string): string {
  return withoutStandIns(text).replace(AMONG_WORDS, "").replace(ANY, "").replaceAll(TILDE, "~");
}
