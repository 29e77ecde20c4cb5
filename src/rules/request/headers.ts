import { type Departures, standard } from "../engines/departures.ts";
import {
  asciiLowercase,
  containsCorsUnsafeByte,
  isAscii,
  isLanguageValue,
  normalizeHeaderValue,
} from "../syntax/bytes.ts";
import { sortedNames } from "../syntax/headerLines.ts";
import { parseMimeType } from "../syntax/mimeType.ts";
import type { DecidingCode, HeaderLine } from "../types.ts";
import { isForbiddenMethod } from "./methods.ts";
import { isSafelistedRange } from "./range.ts";

/** A safelisted header's value may be this many bytes long, and no longer. */
const SAFELISTED_VALUE_BYTES = 128;
/** All safelisted headers' values together may be this many bytes long, and no longer. */
const SAFELISTED_VALUES_BYTES = 1024;

const FORBIDDEN_NAMES = new Set([
  "accept-charset",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
]);
const METHOD_OVERRIDES = new Set(["x-http-method", "x-http-method-override", "x-method-override"]);
const SAFELISTED_CONTENT_TYPES = new Set(["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]);
const NO_CORS_NAMES = new Set(["accept", "accept-language", "content-language", "content-type"]);

/**
 * Whether scripts can never send a header: the browser drops it silently.
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string, value: string, departures = standard): boolean {
  const lower = asciiLowercase(name);
  if (departures.forbiddenNames?.includes(lower)) return true;
  if (FORBIDDEN_NAMES.has(lower) || lower.startsWith("proxy-") || lower.startsWith("sec-")) return true;
  return METHOD_OVERRIDES.has(lower) && splitHeaderValue(value).some(isForbiddenMethod);
}

/** Splits at commas that stand outside quotes. @see https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split */
function splitHeaderValue(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const character = value[i];
    if (quoted && character === "\\") i++;
    else if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) {
      parts.push(normalizeHeaderValue(value.slice(start, i)));
      start = i + 1;
    }
  }
  parts.push(normalizeHeaderValue(value.slice(start)));
  return parts;
}

/** Why a header is not a CORS-safelisted request-header. */
export const unsafeHeaderCodes = [
  "header-not-safelisted",
  "header-value-unsafe-byte",
  "header-value-too-long",
  "content-type-not-safelisted",
  "range-not-safelisted",
] as const satisfies readonly DecidingCode[];
export type UnsafeHeaderCode = (typeof unsafeHeaderCodes)[number];

/**
 * The CORS-safelisted names, and what each wants of its value besides that it is short.
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header step 2
 */
const safelistedHeaders: ReadonlyMap<string, (value: string, departures: Departures) => UnsafeHeaderCode | null> =
  new Map([
    ["accept", (value) => (containsCorsUnsafeByte(value) ? "header-value-unsafe-byte" : null)],
    ["accept-language", whyLanguageIsUnsafe],
    ["content-language", whyLanguageIsUnsafe],
    ["content-type", whyContentTypeIsUnsafe],
    ["range", (value, departures) => (isSafelistedRange(value, departures) ? null : "range-not-safelisted")],
  ]);

function whyLanguageIsUnsafe(value: string): UnsafeHeaderCode | null {
  return isLanguageValue(value) ? null : "header-value-unsafe-byte";
}

function whyContentTypeIsUnsafe(value: string, { refusesContentType }: Departures): UnsafeHeaderCode | null {
  if (containsCorsUnsafeByte(value)) return "header-value-unsafe-byte";
  if (refusesContentType?.(value)) return "content-type-not-safelisted";
  return SAFELISTED_CONTENT_TYPES.has(parseMimeType(value)?.essence ?? "") ? null : "content-type-not-safelisted";
}

/**
 * Says why a header is not CORS-safelisted, or `null` where it is.
 * @param name in any case
 * @param value normalised
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function whyHeaderIsUnsafe(
  name: string,
  value: string,
  departures: Departures = standard,
): UnsafeHeaderCode | null {
  const lower = asciiLowercase(name);
  const whyUnsafe = safelistedHeaders.get(lower);
  if (!whyUnsafe) return departures.safelistedNames?.includes(lower) ? null : "header-not-safelisted";
  if (value.length > SAFELISTED_VALUE_BYTES) return "header-value-too-long";
  if (departures.unsafeBeyondAscii && !isAscii(value)) return "header-value-unsafe-byte";
  return whyUnsafe(value, departures);
}

/** Whether a header is a CORS-safelisted request-header. */
export function isCorsSafelistedRequestHeader(name: string, value: string, departures = standard): boolean {
  return whyHeaderIsUnsafe(name, value, departures) === null;
}

/** Whether a header may stand in a `no-cors` request. @see https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header */
export function isNoCorsSafelistedRequestHeader(name: string, value: string, departures = standard): boolean {
  return NO_CORS_NAMES.has(asciiLowercase(name)) && isCorsSafelistedRequestHeader(name, value, departures);
}

/**
 * How long the safelisted headers' values are together, where that is too long; else 0.
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function tooLongInAll(headers: readonly HeaderLine[], departures: Departures): number {
  let all = 0;
  for (const [, value] of headers) all += value.length;
  // As almost always: then it need not be known which of them are safelisted.
  if (all <= SAFELISTED_VALUES_BYTES || departures.ignoresTotalLength) return 0;
  const together = safelistedValuesLength(headers, departures);
  return together > SAFELISTED_VALUES_BYTES ? together : 0;
}

/** The sum of the lengths of the safelisted headers' values, in bytes. */
export function safelistedValuesLength(headers: readonly HeaderLine[], departures = standard): number {
  let length = 0;
  for (const [name, value] of headers) {
    if (isCorsSafelistedRequestHeader(name, value, departures)) length += value.length;
  }
  return length;
}

/**
 * The names that a preflight must ask for: lower-case, sorted, each once.
 * @param headers a request's header list: names valid, values normalised
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(
  headers: readonly HeaderLine[],
  departures: Departures = standard,
): string[] {
  if (headers.length === 0) return [];
  const tooLongTogether = tooLongInAll(headers, departures) > 0;
  const names: string[] = [];
  for (const [name, value] of headers) {
    if (tooLongTogether || !isCorsSafelistedRequestHeader(name, value, departures)) names.push(name);
  }
  return sortedNames(names);
}
