import { departuresOf } from "./differences.ts";
import type { Exchange, JudgedExchange } from "./exchange.ts";
import { judge } from "./judge.ts";
import { decide } from "./preflight.ts";
import { checkActual, checkPreflight } from "./responses.ts";
import type { Check, CorsRequest, CorsResponse, Decision, Engine, Profile, ResponseCheck } from "./types.ts";

/** The engines that have a profile. */
export const engines: readonly Engine[] = ["chromium", "firefox", "webkit"];

/**
 * Decides whether a browser sends a CORS-preflight request before a request, and why.
 * The credentials mode takes no part in it. Never throws: what no browser would send is `refused`.
 * @param request as its author wrote it
 * @param profile whose rules: the standard's by default
 * @returns the outcome, a reason for each property that decides, what the browser drops, and where
 *   the outcome is `"preflight"` the exact OPTIONS request
 * @see https://fetch.spec.whatwg.org/#main-fetch step 12 and on
 */
export function decidePreflight(request: CorsRequest, profile: Profile = "standard"): Decision {
  return decide(request, departuresOf(profile));
}

/**
 * Checks an answer to a request's preflight.
 * @param request one whose preflight this answers; asking it of one that sends no preflight says
 *   what the answer would have been worth
 * @param response the OPTIONS answer as it came; a redirect is not followed
 * @param profile whose rules: the standard's by default
 * @returns all failures, the one first that the profile comes upon first, and its console names
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch steps 7 and on
 */
export function checkPreflightResponse(
  request: CorsRequest,
  response: CorsResponse,
  profile: Profile = "standard",
): Check {
  return checkPreflight(request, response, departuresOf(profile));
}

/**
 * Checks the answer to the actual request, whatever its status, and says which of its headers the
 * script may read: lower-case, sorted, each once.
 * @param profile whose rules: the standard's by default
 * @see https://fetch.spec.whatwg.org/#http-fetch
 */
export function checkResponse(
  request: CorsRequest,
  response: CorsResponse,
  profile: Profile = "standard",
): ResponseCheck {
  return checkActual(request, response, departuresOf(profile));
}

/**
 * Judges an exchange hop by hop, with what stood between page and server: the cache, redirects, a
 * service worker, the network.
 * @param profile whose rules: the standard's by default
 */
export function judgeExchange(exchange: Exchange, profile: Profile = "standard"): JudgedExchange {
  return judge(exchange, departuresOf(profile));
}
