import { type Departures, standard } from "../engines/departures.ts";
import { corsUnsafeRequestHeaderNames } from "../request/headers.ts";
import { isCorsSafelistedMethod } from "../request/methods.ts";
import { decide } from "../request/preflight.ts";
import { isRefusal, readRequest } from "../request/readRequest.ts";
import type { CorsRequest, CorsResponse, HeaderLine } from "../types.ts";
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from "./headerNames.ts";

/**
 * The least that a server must answer for a request to succeed: take one line away and the browser
 * blocks it. Under the use-CORS-preflight flag the standard lets a server leave the method
 * unlisted; it is listed all the same, because all engines block the request without.
 * @param departures where a profile does something else than the standard
 * @returns the preflight's answer where there is a preflight, and the actual answer's headers;
 *   nothing of either where no answer is checked
 */
export function leastResponses(
  request: CorsRequest,
  departures: Departures = standard,
): { preflight?: CorsResponse; response: HeaderLine[] } {
  const read = readRequest(request, departures);
  const { outcome } = decide(read, request.api, departures);
  if (isRefusal(read) || (outcome !== "preflight" && outcome !== "no-preflight")) return { response: [] };
  const response: HeaderLine[] = [[ALLOW_ORIGIN, request.origin]];
  if (request.credentials === "include") response.push([ALLOW_CREDENTIALS, "true"]);
  if (outcome === "no-preflight") return { response };

  const headers = [...response];
  if (!isCorsSafelistedMethod(read.method)) headers.push([ALLOW_METHODS, read.method]);
  const names = corsUnsafeRequestHeaderNames(read.headers, departures);
  if (names.length > 0) headers.push([ALLOW_HEADERS, names.join(", ")]);
  return { preflight: { status: 204, headers }, response };
}
