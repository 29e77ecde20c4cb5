import type { HeaderLine } from "../types.ts";
import { asciiLowercase, isToken, normalizeHeaderValue } from "./bytes.ts";

/**
 * The value of a header: all its lines, joined by `, `; `null` where there is none.
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(headers: readonly HeaderLine[], name: string): string | null {
  const values = headerLines(headers, name);
  return values.length === 0 ? null : values.join(", ");
}

/** The values of a header, one for each of its lines. */
export function headerLines(headers: readonly HeaderLine[], name: string): string[] {
  const lower = asciiLowercase(name);
  const values: string[] = [];
  for (const [headerName, value] of headers) {
    if (asciiLowercase(headerName) === lower) values.push(normalizeHeaderValue(value));
  }
  return values;
}

/**
 * Extracts a list of tokens, as `Access-Control-Allow-Methods` and its like carry.
 * Empty elements count for nothing.
 * @returns `null` where the header is absent, `"malformed"` where an element is not a token
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractTokenList(headers: readonly HeaderLine[], name: string): string[] | null | "malformed" {
  const value = getHeader(headers, name);
  if (value === null) return null;
  const tokens: string[] = [];
  for (const element of value.split(",")) {
    const token = normalizeHeaderValue(element);
    if (token === "") continue;
    if (!isToken(token)) return "malformed";
    tokens.push(token);
  }
  return tokens;
}

/**
 * Header names lower-case, sorted, each once.
 * @see https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set
 */
export function sortedNames(names: readonly string[]): string[] {
  const lower = names.map(asciiLowercase);
  return lower.length < 2 ? lower : [...new Set(lower)].sort();
}
