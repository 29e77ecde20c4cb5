import { eastAsianWidthType } from "get-east-asian-width";

/** Marks beyond ASCII, and full-width symbols: a bare URL ends before them. */
export const URL_END = /(?!\p{ASCII})\p{P}|(?=[\u3000-\u303f\uff00-\uffef])\p{S}/u;

/** What stands for a picture or a control within a text. */
export const OBJECT = "\ufffc";

/**
 * Whether a line end between two characters shows as nothing; elsewhere it shows as a space.
 * The language is not asked: wide characters other than Hangul and emoji are Chinese or Japanese.
 * @param before the character before the line end, with its variation selector if it has one
 * @see https://drafts.csswg.org/css-text-4/#line-break-transform
 */
export function takesNoSpace(before: string, after: string): boolean {
  return (isWide(before) && (isWide(after) || isOpenToBoth(after))) || (isOpenToBoth(before) && isWide(after));
}

function isWide(character: string): boolean {
  return ["wide", "fullwidth", "halfwidth"].includes(widthOf(character)) && !isEmoji(character) && !isHangul(character);
}

/** Punctuation and symbols that both Latin and CJK text have, emoji and pictures. */
function isOpenToBoth(character: string): boolean {
  if (character === OBJECT) return true;
  return isEmoji(character) || (widthOf(character) === "ambiguous" && /^[\p{P}\p{S}]/u.test(character));
}

function widthOf(character: string) {
  return eastAsianWidthType(character.codePointAt(0) as number);
}

function isEmoji(character: string): boolean {
  return /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u.test(character);
}

function isHangul(character: string): boolean {
  return /^\p{Script_Extensions=Hangul}/u.test(character) && !/^\p{P}/u.test(character);
}
