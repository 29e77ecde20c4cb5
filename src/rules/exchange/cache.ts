import { type Departures, standard } from "../engines/departures.ts";
import { corsUnsafeRequestHeaderNames } from "../request/headers.ts";
import { isCorsSafelistedMethod } from "../request/methods.ts";
import type { ReadRequest } from "../request/readRequest.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { extractTokenList, getHeader } from "../syntax/headerLines.ts";
import type { Check, CorsResponse, FailureCode } from "../types.ts";

/**
 * The CORS-preflight cache of one page, by origin and URL. A browser uses it so, for one request after
 * another that needs a preflight:
 *
 * 1. Where the cache `coversRequest`, there is no preflight.
 * 2. Where it does not: `clearPreflights(…, "miss")`, then the preflight. Where that fails:
 *    `clearPreflights(…, "failure")`. Where its answer `isPreflightStored`: `storePreflight`.
 * 3. Where the actual answer fails: `clearPreflights(…, "failure")`.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-cache
 */
export type PreflightCache = Map<string, CachedAnswers[]>;

/**
 * What answers to preflights have allowed one origin to ask of one URL, with credentials or without.
 * Times are seconds, as `at` counts them.
 */
interface CachedAnswers {
  /** The preflights stood for requests whose credentials mode is `include`. */
  readonly credentials: boolean;
  /** Until when each method is allowed; `*` is one of them. */
  readonly methods: Map<string, number>;
  /** Until when each header name, lower-case, is allowed; `*` is one of them. */
  readonly headerNames: Map<string, number>;
  /** Until when the latest answer holds. */
  expires: number;
}

const DEFAULT_MAX_AGE = 5;
const REFUSALS: ReadonlySet<FailureCode> = new Set([
  "method-not-allowed",
  "header-not-allowed",
  "authorization-not-listed",
]);

/**
 * For how many seconds an answer to a preflight is kept: its `Access-Control-Max-Age`, or 5 where
 * there is none or more than one, or where it is not a row of digits.
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 steps 7.8 to 7.10
 */
export function preflightMaxAge(response: CorsResponse, departures: Departures = standard): number {
  const value = getHeader(response.headers, "Access-Control-Max-Age") ?? "";
  const seconds = value === "" ? DEFAULT_MAX_AGE : parseMaxAge(value, departures);
  // Where there is no cap: the largest number that can still be counted with.
  return Math.min(Math.max(seconds, 0), departures.maxAgeCap ?? Number.MAX_SAFE_INTEGER);
}

function parseMaxAge(value: string, { signedMaxAge, malformedMaxAge = DEFAULT_MAX_AGE }: Departures): number {
  const grammar = signedMaxAge ? /^[+-]?[0-9]+$/ : /^[0-9]+$/;
  if (!grammar.test(value)) return malformedMaxAge;
  const seconds = Number(value);
  return signedMaxAge && Math.abs(seconds) > 2 ** 63 ? malformedMaxAge : seconds;
}

/**
 * Whether an answer to a preflight goes into the cache.
 * @param check what came of the answer
 */
export function isPreflightStored(check: Check, departures: Departures = standard): boolean {
  if (check.ok) return true;
  return departures.cachesRefusals === true && check.failures.every(({ code }) => REFUSALS.has(code));
}

/**
 * Puts an answer to a preflight into the cache.
 * @param cache is changed: a copy for each of many answers would take quadratic time
 * @param request the request that was preflighted
 * @param response an answer that `isPreflightStored`
 * @param at when it came, in seconds from any start that all calls share
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 steps 7.12 to 7.15
 */
export function storePreflight(
  cache: PreflightCache,
  request: ReadRequest,
  response: CorsResponse,
  at: number,
  departures: Departures = standard,
): void {
  const lookup = lookupOf(request, at, departures);
  const maxAge = preflightMaxAge(response, departures);
  if (departures.ignoresZeroMaxAge && maxAge === 0) return;
  if (departures.cachedUrlLimit !== undefined && lookup.url.length >= departures.cachedUrlLimit) return;
  if (departures.cachesNoOpaqueOrigin && lookup.origin === "null") return;

  // There was a preflight, so there was a miss.
  clearPreflights(cache, request, "miss", departures);
  const entries = entriesFor(cache, lookup);
  // What stands for the same credentials takes up new tokens; the other one may hold some of them already.
  let own = entries.find(({ credentials }) => credentials === lookup.credentials);
  if (!own) {
    own = { credentials: lookup.credentials, methods: new Map(), headerNames: new Map(), expires: at };
    cache.set(keyOf(lookup), [...entries, own]);
  }
  const all = entriesFor(cache, lookup);
  const expires = at + maxAge;
  own.expires = expires;
  for (const method of allowedMethods(lookup, response)) allow("methods", method, own, all, lookup, expires);
  for (const name of listOf(response, "Access-Control-Allow-Headers")) {
    allow("headerNames", asciiLowercase(name), own, all, lookup, expires);
  }
}

/**
 * Whether the cache makes a request's preflight unnecessary.
 * @param request one that would be preflighted
 * @param at now, in seconds, as `storePreflight` counts them
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export function coversRequest(
  cache: PreflightCache,
  request: ReadRequest,
  at: number,
  departures: Departures = standard,
): boolean {
  const lookup = lookupOf(request, at, departures);
  const serving = entriesFor(cache, lookup).filter((entry) => serves(entry, lookup));
  const isAllowed = (list: ListName, token: string) =>
    serving.some((entry) => matchingTokens(entry, list, token, lookup).length > 0);

  if (!lookup.unsafeNames.every((name) => isAllowed("headerNames", name))) return false;
  if (isAllowed("methods", lookup.method)) return true;
  if (!isCorsSafelistedMethod(lookup.method)) return false;
  if (departures.cachedHeadMustBeListed && lookup.method === "HEAD") return false;
  if (!lookup.useCorsPreflightFlag) return true;
  if (departures.cachedFlagNeeds === "former-answer") return serving.length > 0;
  return departures.cachedFlagNeeds === "live-answer" && serving.some(({ expires }) => expires > at);
}

/**
 * Clears what the cache has for a request's origin and URL, with credentials and without, where an
 * engine does so.
 * @param cache is changed
 * @param request one that would be preflighted
 * @param after what happened: the cache did not cover it, or its preflight or its actual answer failed
 * @see https://fetch.spec.whatwg.org/#concept-cache-clear
 */
export function clearPreflights(
  cache: PreflightCache,
  request: ReadRequest,
  after: "miss" | "failure",
  departures: Departures = standard,
): void {
  if (after !== (departures.cacheClearedBy ?? "failure")) return;
  cache.delete(keyOf({ origin: request.origin, url: urlInCache(request) }));
}

type ListName = "methods" | "headerNames";

/** A request as the cache looks at it, when, and by whose rules. */
interface Lookup {
  origin: string;
  url: string;
  credentials: boolean;
  method: string;
  unsafeNames: readonly string[];
  useCorsPreflightFlag: boolean;
  at: number;
  departures: Departures;
}

function lookupOf(request: ReadRequest, at: number, departures: Departures): Lookup {
  return {
    origin: request.origin,
    url: urlInCache(request),
    credentials: request.credentials === "include",
    method: request.method,
    unsafeNames: corsUnsafeRequestHeaderNames(request.headers, departures),
    useCorsPreflightFlag: request.flaggedBy.length > 0,
    at,
    departures,
  };
}

/** With its fragment: to the standard and to every engine, two fragments of a URL are two URLs here. */
function urlInCache({ url }: ReadRequest): string {
  return url.href;
}

/** An origin has no space in it. */
function keyOf({ origin, url }: Pick<Lookup, "origin" | "url">): string {
  return `${origin} ${url}`;
}

/** At most two: for requests with credentials, and without. */
function entriesFor(cache: PreflightCache, lookup: Lookup): readonly CachedAnswers[] {
  return cache.get(keyOf(lookup)) ?? [];
}

/** Whether an entry counts for a request, as far as credentials go. */
function serves(entry: CachedAnswers, { credentials, departures }: Lookup): boolean {
  return entry.credentials === credentials || (entry.credentials && !departures.cachesCredentialsApart);
}

/** What an entry still allows that covers a token: the token itself, `*`, both or nothing. */
function matchingTokens(entry: CachedAnswers, list: ListName, token: string, lookup: Lookup): string[] {
  const tokens = token !== "*" && wildcardCovers(entry, list, token, lookup) ? [token, "*"] : [token];
  return tokens.filter((candidate) => (entry[list].get(candidate) ?? lookup.at) > lookup.at);
}

function wildcardCovers(entry: CachedAnswers, list: ListName, token: string, { credentials, departures }: Lookup) {
  const isAuthorization = list === "headerNames" && token === "authorization";
  if (isAuthorization && !departures.cachedWildcardCoversAuthorization) return false;
  switch (departures.cachedWildcardCovers) {
    case "nothing":
      return false;
    case "unless-stored-with-credentials":
      return !entry.credentials;
    case "requests-without-credentials":
      return !credentials;
    default:
      return true;
  }
}

/** The answer's methods. A request that is preflighted for its flag counts as listed where there is no list. */
function allowedMethods({ method, useCorsPreflightFlag, departures }: Lookup, response: CorsResponse): string[] {
  const name = "Access-Control-Allow-Methods";
  const isListed = getHeader(response.headers, name) !== null;
  const countsAsListed = useCorsPreflightFlag && departures.cachedFlagNeeds === undefined;
  return !isListed && countsAsListed ? [method] : listOf(response, name);
}

/** A header's tokens, each once. */
function listOf(response: CorsResponse, name: string): string[] {
  const list = extractTokenList(response.headers, name);
  return list === null || list === "malformed" ? [] : [...new Set(list)];
}

/** Gives everything that covers a token the answer's time; where nothing does, adds the token. */
function allow(
  list: ListName,
  token: string,
  own: CachedAnswers,
  all: readonly CachedAnswers[],
  lookup: Lookup,
  expires: number,
): void {
  let isNew = true;
  for (const entry of all) {
    if (!serves(entry, lookup)) continue;
    for (const match of matchingTokens(entry, list, token, lookup)) {
      entry[list].set(match, expires);
      isNew = false;
    }
  }
  if (isNew) own[list].set(token, expires);
}
