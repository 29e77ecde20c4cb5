import * as clause from "../clauses.ts";
import { type Departures, type PreflightCheckStep, standard } from "../engines/departures.ts";
import { corsUnsafeRequestHeaderNames } from "../request/headers.ts";
import { isCorsSafelistedMethod } from "../request/methods.ts";
import { decidePreflight } from "../request/preflight.ts";
import { isRefusal, type ReadRequest, readRequest } from "../request/readRequest.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { extractTokenList, getHeader, headerLines } from "../syntax/headerLines.ts";
import type { Check, CorsRequest, CorsResponse, Failure, HeaderLine, ResponseCheck } from "../types.ts";
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, EXPOSE_HEADERS } from "./headerNames.ts";

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
const SAFELISTED_RESPONSE_HEADERS = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);
const FORBIDDEN_RESPONSE_HEADERS = new Set(["set-cookie", "set-cookie2"]);

/**
 * The CORS check: what every answer, a preflight's and an actual one, must pass.
 * @returns the failure, or `null` where the answer passes
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(
  request: Pick<CorsRequest, "origin" | "credentials">,
  response: CorsResponse,
  departures: Departures = standard,
): Failure | null {
  const include = request.credentials === "include";
  const allowOrigin = getHeader(response.headers, ALLOW_ORIGIN);
  if (allowOrigin === null) return { code: "allow-origin-missing", clause: clause.corsCheck };
  if (allowOrigin === "*" && !include) return null;
  if (allowOrigin === "*") {
    return { code: "allow-origin-wildcard-with-credentials", clause: clause.corsCheck, value: allowOrigin };
  }
  if (allowOrigin !== request.origin) {
    const code = allowOrigin.includes(",") ? "allow-origin-multiple" : "allow-origin-mismatch";
    return { code, clause: clause.corsCheck, value: allowOrigin };
  }
  if (!include) return null;
  const allowCredentials = allowCredentialsOf(response, departures);
  if (allowCredentials === "true") return null;
  return {
    code: "allow-credentials-not-true",
    clause: clause.corsCheck,
    ...(allowCredentials !== null && { value: allowCredentials }),
  };
}

function allowCredentialsOf({ headers }: CorsResponse, { ignoresEmptyCredentials }: Departures): string | null {
  if (!ignoresEmptyCredentials) return getHeader(headers, ALLOW_CREDENTIALS);
  const lines = headerLines(headers, ALLOW_CREDENTIALS);
  return lines.length === 0 ? null : lines.filter((line) => line !== "").join(", ");
}

/** Whether a status is an ok status, 200 to 299. @see https://fetch.spec.whatwg.org/#ok-status */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

function statusFailure({ status, headers }: CorsResponse): Failure | null {
  if (isOkStatus(status)) return null;
  return {
    code: isRedirect({ status, headers }) ? "redirected" : "status-not-ok",
    clause: clause.okStatus,
    value: String(status),
  };
}

/** Whether a status is a redirect status. @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return REDIRECT_STATUSES.has(status);
}

/** Whether an answer leads to another URL: a redirect is one only where it says where to. */
export function isRedirect({ status, headers }: CorsResponse): boolean {
  return isRedirectStatus(status) && getHeader(headers, "Location") !== null;
}

const STANDARD_ORDER: readonly PreflightCheckStep[] = [
  "cors",
  "status",
  "redirect",
  "methods-list",
  "headers-list",
  "method",
  "headers",
];

/**
 * Checks an answer to a request's preflight.
 * @param request one whose preflight this answers; asking it of one that sends no preflight says
 *   what the answer would have been worth
 * @param response the OPTIONS answer as it came; a redirect is not followed
 * @param departures where a profile does something else than the standard
 * @returns all failures, in the order in which the profile would come upon them
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch steps 7 and on
 */
export function checkPreflightResponse(
  request: CorsRequest,
  response: CorsResponse,
  departures: Departures = standard,
): Check {
  const read = readRequest(request, departures);
  // Of what is refused nothing has to be allowed but the origin and its credentials.
  const judged = isRefusal(read) ? { ...request, method: "GET", headers: [], flaggedBy: [] } : read;
  return checkPreflight(judged, response, departures);
}

/** Checks an answer to the preflight of a request that has been read. */
export function checkPreflight(
  request: Pick<ReadRequest, "origin" | "credentials" | "method" | "headers" | "flaggedBy">,
  response: CorsResponse,
  departures: Departures,
): Check {
  const { method } = request;
  const include = request.credentials === "include";
  const methods = extractTokenList(response.headers, ALLOW_METHODS);
  const headerNames = extractTokenList(response.headers, ALLOW_HEADERS);
  const status = statusFailure(response);
  const steps: Record<PreflightCheckStep, () => Failure | null | Failure[]> = {
    cors: () => corsCheck(request, response, departures),
    status: () => (status?.code === "status-not-ok" ? status : null),
    redirect: () => (status?.code === "redirected" ? status : null),
    "methods-list": () => (methods === "malformed" ? malformed(response.headers, ALLOW_METHODS) : null),
    "headers-list": () => (headerNames === "malformed" ? malformed(response.headers, ALLOW_HEADERS) : null),
    method: () => {
      if (methods === "malformed" || isCorsSafelistedMethod(method)) return null;
      // A request that is preflighted only for its flag need not be listed where there is no list.
      const unlisted = request.flaggedBy.length > 0 && !departures.listsMethodUnderFlag;
      const listed = methods ?? (unlisted ? [method] : []);
      if (listed.includes(method) || (!include && listed.includes("*"))) return null;
      return notListed("method-not-allowed", [method], response.headers, ALLOW_METHODS);
    },
    headers: () =>
      headerNames === "malformed"
        ? null
        : headerFailures(
            corsUnsafeRequestHeaderNames(request.headers, departures),
            headerNames ?? [],
            include,
            response.headers,
            departures,
          ),
  };
  const failures = (departures.checkOrder ?? STANDARD_ORDER).flatMap((step) => steps[step]() ?? []);
  return failures.length === 0 ? { ok: true } : { ok: false, failures };
}

/** Every unsafe name must be listed or under a wildcard; `Authorization` must be listed. */
function headerFailures(
  unsafeNames: readonly string[],
  headerNames: readonly string[],
  include: boolean,
  responseHeaders: readonly HeaderLine[],
  { wildcardCoversAuthorization }: Departures,
): Failure[] {
  const listed = new Set(headerNames.map(asciiLowercase));
  const wildcard = !include && listed.has("*");
  const unlisted = unsafeNames.filter((name) => !listed.has(name));
  if (!wildcard) return notListed("header-not-allowed", unlisted, responseHeaders, ALLOW_HEADERS);
  if (wildcardCoversAuthorization || !unlisted.includes("authorization")) return [];
  return [
    {
      code: "authorization-not-listed",
      clause: clause.nonWildcardRequestHeaderName,
      subject: "authorization",
      value: "*",
    },
  ];
}

/** A failure for each method or header name; all of them say what the answer's list is. */
function notListed(
  code: "method-not-allowed" | "header-not-allowed",
  subjects: readonly string[],
  headers: readonly HeaderLine[],
  listName: string,
): Failure[] {
  if (subjects.length === 0) return [];
  const value = getHeader(headers, listName);
  return subjects.map((subject) => ({
    code,
    clause: clause.corsPreflightFetch,
    subject,
    ...(value !== null && { value }),
  }));
}

function malformed(headers: readonly HeaderLine[], name: string): Failure {
  return {
    code: "malformed-list",
    clause: clause.httpNewHeaderSyntax,
    subject: name,
    value: getHeader(headers, name) ?? "",
  };
}

/**
 * Checks the answer to the actual request, whatever its status, and says which of its headers the
 * script may read: lower-case, sorted, each once.
 * An answer to a same-origin request is not checked and shows everything but `Set-Cookie`; an
 * opaque one is not checked and shows nothing.
 * @see https://fetch.spec.whatwg.org/#http-fetch
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function checkResponse(
  request: CorsRequest,
  response: CorsResponse,
  departures: Departures = standard,
): ResponseCheck {
  const { outcome } = decidePreflight(request, departures);
  const present = new Set(response.headers.map(([name]) => asciiLowercase(name)));
  const readable = (names: Iterable<string>) =>
    [...names].filter((name) => present.has(name) && !FORBIDDEN_RESPONSE_HEADERS.has(name)).sort();

  if (outcome === "opaque") return { ok: true, exposedHeaders: [] };
  if (outcome === "same-origin") return { ok: true, exposedHeaders: readable(present) };
  const failure = corsCheck(request, response, departures);
  if (failure) return { ok: false, failures: [failure] };
  return { ok: true, exposedHeaders: readable(exposedNames(request, response, present)) };
}

/** Names that the answer exposes; a list that does not parse exposes nothing beyond the safelist. */
function exposedNames(request: CorsRequest, response: CorsResponse, present: Set<string>): Set<string> {
  const list = extractTokenList(response.headers, EXPOSE_HEADERS);
  const listed = list === null || list === "malformed" ? [] : list;
  if (request.credentials !== "include" && listed.includes("*")) return present;
  return new Set([...SAFELISTED_RESPONSE_HEADERS, ...listed.map(asciiLowercase)]);
}
