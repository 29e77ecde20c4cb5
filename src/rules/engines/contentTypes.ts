import { asciiLowercase, normalizeHeaderValue } from "../syntax/bytes.ts";
import type { Api, BodyKind } from "../types.ts";

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
/** A type, a subtype, parameters whose values are tokens or quoted; white space may stand around each of them. */
const STRICT_TYPE = new RegExp(
  `^${TOKEN}[ \\t]*/[ \\t]*${TOKEN}[ \\t]*(?:;[ \\t]*${TOKEN}[ \\t]*=[ \\t]*(?:${TOKEN}|"[^"]*")[ \\t]*)*$`,
);

/**
 * The Content-Type with which a Blob is sent: by these APIs only one that parses strictly, by the
 * others the Blob's type as it is.
 * @returns a function that returns `null` where none is sent
 */
export function blobTypeStrictFor(...strictApis: Api[]): (type: string, api: Api) => string | null {
  return (type, api) => {
    if (type === "" || !/^[\x20-\x7e]*$/.test(type)) return null;
    const normalized = normalizeHeaderValue(asciiLowercase(type));
    return strictApis.includes(api) && !STRICT_TYPE.test(normalized) ? null : normalized;
  };
}

/**
 * XHR's Content-Type with the charset replaced in place by UTF-8, everything else as it was written.
 * The standard parses the type and serialises it anew.
 */
export function charsetInPlace(contentType: string, body: BodyKind): string {
  if (body !== "text" && body !== "urlencoded") return contentType;
  // Up to the space everything counts as one; a value ends at one, at a quote or at a semicolon.
  const charset = /(^|[^!-\u00ff]|;)(charset[^!-\u00ff]*=(?:[^!-\u00ff]|["'])*)([!#-&(-:<-\u00ff]*)/gi;
  return contentType.replace(charset, (_, before: string, name: string) => `${before}${name}UTF-8`);
}
