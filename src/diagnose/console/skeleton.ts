/**
 * A text as it is compared: only its letters and digits, in lower case. Whatever a chat, a log, a
 * terminal or a web page does to a message (other quotes, full-width punctuation, wrapped lines,
 * entities, Markdown) leaves these as they were.
 */
export interface Skeleton {
  readonly text: string;
  /** Where each of its characters begins in the original, and where it ends, in UTF-16 code units. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly original: string;
}

const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/iy;
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>/iy;
const UNICODE_ESCAPE = /\\u([0-9a-f]{4})/iy;
const MARKDOWN_TARGET = /\]\((?:https?|mailto|file):[^()\s]{0,2000}\)/iy;
/** What takes the place of a letter that two translations of one message write differently. */
const ALIKE: Readonly<Record<string, string>> = { 標: "檔" };

const LETTER = /[\p{L}\p{N}]/u;

/** Takes time and space linear in the text's length. */
export function skeletonOf(original: string): Skeleton {
  const from = new Int32Array(original.length);
  const to = new Int32Array(original.length);
  const parts: string[] = [];
  let part = "";
  let length = 0;
  const add = (letter: string, start: number, end: number) => {
    part += letter;
    from[length] = start;
    to[length] = end;
    length += 1;
    if (part.length > 4096) {
      parts.push(part);
      part = "";
    }
  };
  const matchAt = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(original);
  };
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    let end = at + 1;
    if (code >= 48 && code <= 57) add(original.charAt(at), at, end);
    else if (code >= 97 && code <= 122) add(original.charAt(at), at, end);
    else if (code >= 65 && code <= 90) add(String.fromCharCode(code + 32), at, end);
    else if (code === 38 /* & */) end = matchAt(ENTITY, at) ? ENTITY.lastIndex : end;
    else if (code === 60 /* < */) end = matchAt(TAG, at) ? TAG.lastIndex : end;
    else if (code === 93 /* ] */) end = matchAt(MARKDOWN_TARGET, at) ? MARKDOWN_TARGET.lastIndex : end;
    else if (code === 92 /* \ */) {
      const escaped = matchAt(UNICODE_ESCAPE, at);
      if (escaped) {
        end = UNICODE_ESCAPE.lastIndex;
        const letter = String.fromCharCode(Number.parseInt(escaped[1] ?? "", 16));
        if (LETTER.test(letter)) add(letter.toLowerCase(), at, end);
      } else if ("nrt".includes(original.charAt(end))) end += 1;
    } else if (code >= 0xff10 && code <= 0xff5a) {
      // Full-width digits and letters.
      const letter = String.fromCharCode(code - 0xfee0).toLowerCase();
      if (LETTER.test(letter)) add(letter, at, end);
    } else if (code >= 0x80) {
      const letter = original.charAt(at);
      if (LETTER.test(letter)) add(ALIKE[letter] ?? letter, at, end);
    }
    at = end;
  }
  parts.push(part);
  return { text: parts.join(""), from, to, original };
}
