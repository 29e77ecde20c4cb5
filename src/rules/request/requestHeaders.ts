import * as clause from "../clauses.ts";
import { type Departures, standard } from "../engines/departures.ts";
import { asciiLowercase, isHeaderValue, isToken, normalizeHeaderValue } from "../syntax/bytes.ts";
import { withCharsetUtf8 } from "../syntax/mimeType.ts";
import type { CorsRequest, HeaderLine, Reason } from "../types.ts";
import { isCorsSafelistedRequestHeader, isForbiddenRequestHeader, isNoCorsSafelistedRequestHeader } from "./headers.ts";

/** A request's header list as the browser builds it from what the author wrote. */
export interface RequestHeaders {
  headers: HeaderLine[];
  /** Names that were silently dropped, as the author wrote them. */
  dropped: string[];
}

/** What a form's boundary looks like; each engine writes its own, all of them safelisted. */
const FORM_DATA_TYPE = "multipart/form-data; boundary=----WebKitFormBoundary0123456789abcdef";

/**
 * The Content-Type that a body brings with it where the author set none.
 * @returns `null` where it brings none
 * @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export function contentTypeOfBody(request: CorsRequest, departures: Departures = standard): string | null {
  switch (request.body) {
    case "text":
      return "text/plain;charset=UTF-8";
    case "urlencoded":
      return "application/x-www-form-urlencoded;charset=UTF-8";
    case "formdata":
      return FORM_DATA_TYPE;
    case "blob":
      return (departures.blobType ?? blobType)(request.bodyType ?? "", request.api);
    case "stream":
      return departures.streamsAsText ? "text/plain;charset=UTF-8" : null;
    default:
      return null;
  }
}

/** A Blob keeps its type in lower case, and none at all where it has a character outside printable ASCII. */
function blobType(type: string): string | null {
  return type !== "" && /^[\x20-\x7e]*$/.test(type) ? normalizeHeaderValue(asciiLowercase(type)) : null;
}

/**
 * Fills a request's header list with what its author wrote: forbidden headers dropped, and in
 * `no-cors` mode everything that is not no-CORS-safelisted, too.
 * @returns the list, or why no browser accepts it: both APIs throw for a name that is not a token, and
 *   for a value with a NUL, a line break or a character that is not a byte
 * @see https://fetch.spec.whatwg.org/#concept-headers-append
 * @see https://xhr.spec.whatwg.org/#the-setrequestheader()-method
 */
export function fillHeaders(written: CorsRequest, departures: Departures = standard): RequestHeaders | Reason {
  const dropped: string[] = [];
  const headers: HeaderLine[] = [];
  const inNoCors = written.mode === "no-cors" ? new Map<string, string>() : null;
  for (const [name, writtenValue] of written.headers) {
    // 1. Normalize value.
    const value = normalizeHeaderValue(writtenValue);
    // 2. Validate: throw for what is no header's name or value, return for a forbidden request-header.
    if (!isToken(name)) return { code: "header-name-invalid", clause: clause.headerName, subject: name };
    if (!isHeaderValue(value)) {
      return { code: "header-value-invalid", clause: clause.headerValue, subject: name, value: writtenValue };
    }
    if (isForbiddenRequestHeader(name, value, departures)) dropped.push(name);
    // 3. If the guard is "request-no-cors": return for what is not a no-CORS-safelisted request-header.
    else if (inNoCors && !survivesNoCors(inNoCors, name, value, departures)) dropped.push(name);
    // 4. Append (name, value).
    else headers.push([name, value]);
  }
  const combines = written.api === "xhr" || departures.combinesLines;
  return { headers: combines && headers.length > 1 ? combineRepeated(headers, departures) : headers, dropped };
}

/**
 * Adds the Content-Type that a body brings with it where the author set none.
 * @param headers as `fillHeaders` gives them; is changed
 * @param written one whose body is sent
 */
export function addContentType(headers: HeaderLine[], written: CorsRequest, departures: Departures = standard): void {
  const contentType = headers.findIndex(([name]) => asciiLowercase(name) === "content-type");
  if (contentType === -1) {
    const type = contentTypeOfBody(written, departures);
    const allowed = written.mode !== "no-cors" || isSafelistedContentType(type, departures);
    if (type !== null && allowed) headers.push(["Content-Type", type]);
  } else if (written.api === "xhr" && (written.body === "text" || departures.withCharset)) {
    const [name, value] = headers[contentType] as HeaderLine;
    headers[contentType] = [name, (departures.withCharset ?? withCharsetUtf8)(value, written.body)];
  }
}

/**
 * A repeated name is judged by all its values together.
 * @param kept the values so far of each name, in lower case; this one is added where it survives
 */
function survivesNoCors(kept: Map<string, string>, name: string, value: string, departures: Departures): boolean {
  const lower = asciiLowercase(name);
  const earlier = kept.get(lower);
  const together = earlier === undefined ? value : `${earlier}, ${value}`;
  const survives = isNoCorsSafelistedRequestHeader(name, together, departures);
  if (survives) kept.set(lower, together);
  return survives;
}

function isSafelistedContentType(type: string | null, departures: Departures): boolean {
  return type !== null && isCorsSafelistedRequestHeader("content-type", type, departures);
}

/** `setRequestHeader` called twice for a name joins the values; `fetch` keeps two headers. */
function combineRepeated(headers: readonly HeaderLine[], { stripsCombined }: Departures): HeaderLine[] {
  const combined = new Map<string, HeaderLine>();
  for (const [name, value] of headers) {
    const lower = asciiLowercase(name);
    const earlier = combined.get(lower);
    combined.set(lower, earlier ? [earlier[0], `${earlier[1]}, ${value}`] : [name, value]);
  }
  const lines = [...combined.values()];
  return stripsCombined ? lines.map(([name, value]) => [name, normalizeHeaderValue(value)]) : lines;
}
