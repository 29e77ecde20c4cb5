/**
 * Everything that is no plain sign: controls, among them those that move a terminal's cursor, marks that turn the
 * direction of writing or are not seen, line separators, halves of a character.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A text of one line as a terminal may show it, whoever wrote it: what is not seen is written out, `\x1b`, `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, written);
}

/** JSON for a terminal: what `JSON.stringify` leaves as it is and is not seen is written out as JSON escapes it. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, (sign) => (sign === "\n" ? sign : jsonEscape(sign)));
}

function jsonEscape(sign: string): string {
  // By its halves, where it has two.
  return sign
    .split("")
    .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function written(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return `\\u{${code.toString(16)}}`;
}
