import { isRefusal, readRequest } from "../request/readRequest.ts";
import { isRedirect } from "../response/responses.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { headerLines } from "../syntax/headerLines.ts";
import { isHttpScheme, type ParsedUrl, parseUrl } from "../syntax/url.ts";
import type { CorsRequest, CorsResponse } from "../types.ts";

/** Why a redirect is not followed: the request fails. */
export type RedirectStop =
  | "redirect-location-invalid"
  | "redirect-not-http"
  | "redirect-has-credentials"
  | "redirect-stream-body"
  | "too-many-redirects";

const MAX_REDIRECTS = 20;
/** @see https://fetch.spec.whatwg.org/#request-body-header-name */
const REQUEST_BODY_HEADERS = ["content-encoding", "content-language", "content-location", "content-type"];

/**
 * Follows the redirect that an actual answer may be. That the answer passes the CORS check is not
 * looked at here: it has to, before.
 * @param request the request that was answered
 * @param visited the URLs of the request so far, the first it was made for, the last `request.url`
 * @returns the request that goes to the next URL, to be judged like any other; or why it fails; or
 *   `null` where the answer is no redirect, or the request is one that no API sends
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function followRedirect(
  request: CorsRequest,
  response: CorsResponse,
  visited: readonly string[],
): { next: CorsRequest } | { stop: RedirectStop } | null {
  if (!isRedirect(response)) return null;
  const [location = "", ...more] = headerLines(response.headers, "location");
  const url = more.length === 0 ? locationUrl(location, request.url) : null;
  if (url === null) return { stop: "redirect-location-invalid" };
  if (!isHttpScheme(url)) return { stop: "redirect-not-http" };
  if (visited.length > MAX_REDIRECTS) return { stop: "too-many-redirects" };

  const read = readRequest(request);
  if (isRefusal(read)) return null;
  const { method, mode } = read;
  const origins = [...visited, request.url, url.href].map((each) => parseUrl(each)?.origin);
  if ((url.username !== "" || url.password !== "") && mode === "cors") {
    // The response tainting is "cors" from the first URL of another origin on, and stays so.
    if (origins.some((origin) => origin !== request.origin)) return { stop: "redirect-has-credentials" };
  }
  if (response.status !== 303 && request.body === "stream") return { stop: "redirect-stream-body" };

  const becomesGet =
    response.status === 303
      ? method !== "GET" && method !== "HEAD"
      : (response.status === 301 || response.status === 302) && method === "POST";
  const leavesOrigin = parseUrl(request.url)?.origin !== url.origin;
  const removed = new Set(becomesGet ? REQUEST_BODY_HEADERS : []);
  if (leavesOrigin) removed.add("authorization");
  return {
    next: {
      ...request,
      origin: isTainted(request.origin, origins) ? "null" : request.origin,
      url: url.href,
      headers: request.headers.filter(([name]) => !removed.has(asciiLowercase(name))),
      ...(becomesGet && { method: "GET", body: "none" }),
    },
  };
}

/**
 * The URL that a `Location` value leads to, with the fragment of the URL that it leads from where it
 * brings none of its own.
 * @returns `null` where the URL standard says failure
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(location: string, base: string): ParsedUrl | null {
  const url = parseUrl(location, base);
  const hash = base.indexOf("#");
  return url === null || hash === -1 || url.href.includes("#") ? url : parseUrl(url.href + base.slice(hash));
}

/**
 * Whether a request's origin is serialised as `null` after its redirects: one of them led from one
 * origin to another, and neither was the request's.
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
function isTainted(requestOrigin: string, origins: readonly (string | undefined)[]): boolean {
  return origins.some((origin, i) => {
    const last = origins[i - 1];
    return i > 0 && origin !== last && last !== requestOrigin;
  });
}
