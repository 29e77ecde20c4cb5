/**
 * Bytes and the small grammars of HTTP. Header values are byte strings: one character, one byte.
 */

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether a string is an RFC 9110 token, as methods and header names must be. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Whether a text has ASCII alone: then the language's own change of case, which is much the quicker one, changes ASCII letters only. */
export function isAscii(text: string): boolean {
  // A loop: for a text as short as a name it is quicker than a regular expression.
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/**
 * Byte-lowercases: ASCII letters only, so that `K` (Kelvin sign) stays what it is.
 * @see https://infra.spec.whatwg.org/#byte-lowercase
 */
export function asciiLowercase(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * Byte-uppercases: ASCII letters only, so that `ſ` (long s) does not become `S`.
 * @see https://infra.spec.whatwg.org/#byte-uppercase
 */
export function asciiUppercase(text: string): string {
  return isAscii(text) ? text.toUpperCase() : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function isHttpWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/**
 * Strips leading and trailing HTTP whitespace. A loop, not a regular expression: a megabyte of
 * spaces in the middle of a value must not take quadratic time.
 * @see https://fetch.spec.whatwg.org/#concept-header-value-normalize
 */
export function normalizeHeaderValue(value: string): string {
  let start = 0;
  while (start < value.length && isHttpWhitespace(value.charCodeAt(start))) start++;
  return stripTrailingWhitespace(start === 0 ? value : value.slice(start));
}

/** Strips trailing HTTP whitespace only, as the parts of a MIME type want it. */
export function stripTrailingWhitespace(value: string): string {
  let end = value.length;
  while (end > 0 && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
  return end === value.length ? value : value.slice(0, end);
}

/**
 * Whether a normalised value can be a header's value: bytes only, and no NUL, LF or CR.
 * @see https://fetch.spec.whatwg.org/#header-value
 */
export function isHeaderValue(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 0xff || code === 0x00 || code === 0x0a || code === 0x0d) return false;
  }
  return true;
}

const UNSAFE_PUNCTUATION = new Set([...'"():<>?@[\\]{}\x7f'].map((c) => c.charCodeAt(0)));

/**
 * Whether a value contains a CORS-unsafe request-header byte.
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
 */
export function containsCorsUnsafeByte(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code < 0x20 && code !== 0x09) || UNSAFE_PUNCTUATION.has(code)) return true;
  }
  return false;
}

/** Whether every byte may stand in a safelisted Accept-Language or Content-Language. */
export function isLanguageValue(value: string): boolean {
  return /^[0-9A-Za-z *,\-.;=]*$/.test(value);
}
