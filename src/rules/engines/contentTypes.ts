import { asciiLowercase, normalizeHeaderValue } from "../syntax/bytes.ts";
import { withCharsetUtf8 } from "../syntax/mimeType.ts";
import type { Api, BodyKind } from "../types.ts";

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
/** A type, a subtype, parameters whose values are tokens or quoted; white space may stand around each of them. */
export const strictType = new RegExp(
  `^${TOKEN}[ \\t]*/[ \\t]*${TOKEN}[ \\t]*(?:;[ \\t]*${TOKEN}[ \\t]*=[ \\t]*(?:${TOKEN}|"[^"]*")[ \\t]*)*$`,
);
/** A type and a subtype with nothing between them; behind a semicolon anything. */
export const strictEssence = new RegExp(`^${TOKEN}/${TOKEN}[ \\t]*(?:;|$)`);

/**
 * The Content-Type with which a Blob is sent: by these APIs only one that parses strictly, by the
 * others the Blob's type as it is.
 * @param parses what a type must match
 * @returns a function that returns `null` where none is sent
 */
export function blobTypeStrictFor(parses: RegExp, ...strictApis: Api[]): (type: string, api: Api) => string | null {
  return (type, api) => {
    if (type === "" || !/^[\x20-\x7e]*$/.test(type)) return null;
    const normalized = normalizeHeaderValue(asciiLowercase(type));
    return strictApis.includes(api) && !parses.test(normalized) ? null : normalized;
  };
}

/**
 * Whether Firefox takes a Content-Type for none that a request can have: a comma stands in it, or its parameters end in
 * a semicolon.
 */
export function isRefusedByFirefox(contentType: string): boolean {
  const semicolon = contentType.indexOf(";");
  const endsOpen = contentType.endsWith(";") && semicolon < contentType.length - 1;
  return endsOpen || contentType.includes(",");
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

/** XHR's Content-Type with the charset of parameters written anew, too. The standard does so with that of text alone. */
export function charsetOfParametersToo(contentType: string, body: BodyKind): string {
  return body === "text" || body === "urlencoded" ? withCharsetUtf8(contentType) : contentType;
}
