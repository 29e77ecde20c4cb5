import { asciiLowercase, normalizeHeaderValue } from "./bytes.ts";
import type { Api, BodyKind } from "./types.ts";

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
/** RFC 9110's grammar: a type, a subtype, parameters whose values are tokens or quoted. */
const STRICT_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:[ \\t]*;[ \\t]*${TOKEN}=(?:${TOKEN}|"[^"]*"))*$`);

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
  const charset = /(^|[\x00-\x20;])(charset[\x00-\x20]*=[\x00-\x20"']*)([^\x00-\x20"';]*)/gi;
  return contentType.replace(charset, (_, before: string, name: string) => `${before}${name}UTF-8`);
}
