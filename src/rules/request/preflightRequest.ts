import { type Departures, standard } from "../engines/departures.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { sortedNames } from "../syntax/headerLines.ts";
import type { HeaderLine, PreflightRequest } from "../types.ts";

/**
 * The CORS-preflight request as a browser writes it: no credentials and no body; the header names
 * that it asks for lower-case, sorted, each once, joined by a bare comma.
 * @param origin serialised
 * @param url without its fragment
 * @param method of the request that it is for, normalised
 * @param unsafeNames the CORS-unsafe request-header names of that request, in any case and order
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 steps 1 to 5
 */
export function preflightRequest(
  origin: string,
  url: string,
  method: string,
  unsafeNames: readonly string[],
  { repeatsNames }: Departures = standard,
): PreflightRequest {
  const headers: HeaderLine[] = [
    // 2. Append (`Accept`, `*/*`).
    ["Accept", "*/*"],
    // 3. Append (`Access-Control-Request-Method`, request's method).
    ["Access-Control-Request-Method", method],
  ];
  // 5. If headers is not empty: the items, separated by `,`. Not combined, which would put a space after it.
  if (unsafeNames.length > 0) {
    const names = repeatsNames ? unsafeNames.map(asciiLowercase).sort() : sortedNames(unsafeNames);
    headers.push(["Access-Control-Request-Headers", names.join(",")]);
  }
  headers.push(["Origin", origin]);
  return { method: "OPTIONS", url, headers };
}
