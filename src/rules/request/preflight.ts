import * as clause from "../clauses.ts";
import { type Departures, standard } from "../engines/departures.ts";
import { getHeader } from "../syntax/headerLines.ts";
import { isHttpScheme, parseUrl, withoutFragment } from "../syntax/url.ts";
import type { CorsRequest, Decision, HeaderLine, Reason, ReasonCode } from "../types.ts";
import { apis } from "./apis.ts";
import {
  corsUnsafeRequestHeaderNames,
  tooLongInAll,
  type UnsafeHeaderCode,
  unsafeHeaderCodes,
  whyHeaderIsUnsafe,
} from "./headers.ts";
import { isCorsSafelistedMethod, normalizeMethod } from "./methods.ts";
import { preflightRequest } from "./preflightRequest.ts";
import { refuseByApi } from "./refusals.ts";
import { buildRequestHeaders, type RequestHeaders } from "./requestHeaders.ts";

/** A request as it stands when main fetch looks at it. */
interface Prepared extends RequestHeaders {
  method: string;
  /** Not preflighted whatever it carries, unless the API lets scripts control the request. */
  unsafeRequestFlag: boolean;
  useCorsPreflightFlag: boolean;
}

/**
 * Builds what the browser makes of an author's request: the method normalised, the header list.
 * @param request one that `refuseByApi` let through
 */
export function prepare(request: CorsRequest, departures: Departures = standard): Prepared {
  const method = normalizeMethod(request.method);
  const hasBody = sendsBody(request);
  const { headers, dropped } = buildRequestHeaders(request, hasBody, departures);
  return {
    headers,
    dropped,
    method,
    unsafeRequestFlag: apis[request.api].unsafeRequestFlag,
    useCorsPreflightFlag: useCorsPreflightFlag(request, departures),
  };
}

/** Whether a body goes out with a request: XHR ignores one on GET and HEAD. */
function sendsBody({ body, method }: CorsRequest): boolean {
  const normalized = normalizeMethod(method);
  return body !== "none" && normalized !== "GET" && normalized !== "HEAD";
}

/** Whether a body is a stream, or was one before a redirect took it away. */
function isStreamed({ body, flagged }: CorsRequest, { streamsAsText }: Departures): boolean {
  return (body === "stream" && !streamsAsText) || flagged === true;
}

/** Whether a listener on `xhr.upload` causes a preflight. */
function listenerCounts(request: CorsRequest, departures: Departures): boolean {
  return request.uploadListener && (!departures.listenerNeedsBody || sendsBody(request));
}

/**
 * Whether a request is preflighted whatever its method and headers are.
 * @see https://fetch.spec.whatwg.org/#use-cors-preflight-flag
 */
export function useCorsPreflightFlag(request: CorsRequest, departures: Departures = standard): boolean {
  return listenerCounts(request, departures) || isStreamed(request, departures);
}

/**
 * Decides whether a browser sends a CORS-preflight request before a request, and why.
 * The credentials mode takes no part in it. Never throws: what no browser would send is `refused`.
 * @param request as its author wrote it
 * @param departures where a profile does something else than the standard
 * @returns the outcome, a reason for each property that decides, what the browser drops, and where
 *   the outcome is `"preflight"` the exact OPTIONS request
 * @see https://fetch.spec.whatwg.org/#main-fetch step 12 and on
 */
export function decidePreflight(request: CorsRequest, departures: Departures = standard): Decision {
  const refusal = refuseByApi(request, departures);
  if (refusal) return { outcome: "refused", reasons: [refusal], droppedHeaders: [] };

  const url = parseUrl(request.url);
  if (url === null) throw new Error("unreachable: refuseByApi lets no invalid URL through");
  const prepared = prepare(request, departures);
  const droppedHeaders = prepared.dropped;

  if (url.protocol === "data:") {
    return { outcome: "same-origin", reasons: [{ code: "data-url", clause: clause.mainFetch }], droppedHeaders };
  }
  if (url.origin === request.origin && request.origin !== "null") {
    return { outcome: "same-origin", reasons: [{ code: "same-origin", clause: clause.mainFetch }], droppedHeaders };
  }
  if (request.mode === "same-origin") {
    return { outcome: "refused", reasons: [{ code: "same-origin-mode", clause: clause.mainFetch }], droppedHeaders };
  }
  const isNoCors = request.mode === "no-cors" || isSafelistedBeacon(request, prepared, departures);
  if (!isHttpScheme(url)) {
    const scheme = url.protocol.slice(0, -1);
    return {
      outcome: "refused",
      reasons: [{ code: "scheme-not-http", clause: clause.mainFetch, subject: scheme }],
      droppedHeaders,
    };
  }
  if (isNoCors) {
    return { outcome: "opaque", reasons: [{ code: "no-cors", clause: clause.requestMode }], droppedHeaders };
  }

  const reasons = reasonsToPreflight(request, prepared, departures);
  if (reasons.length === 0) {
    const code = prepared.unsafeRequestFlag ? "everything-safelisted" : "api-never-preflights";
    return {
      outcome: "no-preflight",
      reasons: [{ code, clause: clause.unsafeRequestFlag, subject: request.api }],
      droppedHeaders,
    };
  }
  return {
    outcome: "preflight",
    reasons,
    droppedHeaders,
    preflightRequest: preflightRequest(
      request.origin,
      withoutFragment(url),
      prepared.method,
      unsafeNamesOf(reasons, prepared, departures),
    ),
  };
}

/**
 * `sendBeacon()` is a `no-cors` request as long as its body's type is safelisted.
 * @see https://w3c.github.io/beacon/#sec-processing-model
 */
function isSafelistedBeacon(request: CorsRequest, prepared: Prepared, departures: Departures): boolean {
  return request.api === "beacon" && corsUnsafeRequestHeaderNames(prepared.headers, departures).length === 0;
}

function reasonsToPreflight(request: CorsRequest, prepared: Prepared, departures: Departures): Reason[] {
  const reasons: Reason[] = prepared.unsafeRequestFlag ? reasonsInHeaders(prepared.headers, departures) : [];
  if (prepared.unsafeRequestFlag && !isCorsSafelistedMethod(prepared.method)) {
    reasons.unshift({ code: "method-not-safelisted", clause: clause.corsSafelistedMethod, subject: prepared.method });
  }
  if (listenerCounts(request, departures)) reasons.push({ code: "upload-listener", clause: clause.uploadListener });
  if (isStreamed(request, departures)) reasons.push({ code: "stream-body", clause: clause.requestConstructor });
  return reasons;
}

function reasonsInHeaders(headers: readonly HeaderLine[], departures: Departures): Reason[] {
  const reasons: Reason[] = [];
  for (const [name, value] of headers) {
    const code = whyHeaderIsUnsafe(name, value, departures);
    if (code)
      reasons.push({
        code,
        clause: clause.corsSafelistedRequestHeader,
        subject: name,
        value: decidingValue(code, value),
      });
  }
  const together = tooLongInAll(headers, departures);
  if (together > 0) {
    reasons.push({
      code: "header-values-too-long-together",
      clause: clause.corsUnsafeRequestHeaderNames,
      value: String(together),
    });
  }
  return reasons;
}

function decidingValue(code: UnsafeHeaderCode, value: string): string {
  return code === "header-value-too-long" ? String(value.length) : value;
}

/** Whether a request that arrived is a CORS-preflight request, and not a script's own OPTIONS. */
export function isPreflight({ method, headers }: { method: string; headers: readonly HeaderLine[] }): boolean {
  return method === "OPTIONS" && getHeader(headers, "Access-Control-Request-Method") !== null;
}

const HEADER_CODES: ReadonlySet<ReasonCode> = new Set(unsafeHeaderCodes);

/** The names that a preflight asks for: those that the reasons are about, unless all are unsafe together. */
function unsafeNamesOf(reasons: readonly Reason[], prepared: Prepared, departures: Departures): string[] {
  if (reasons.some(({ code }) => code === "header-values-too-long-together")) {
    return corsUnsafeRequestHeaderNames(prepared.headers, departures);
  }
  return reasons.filter(({ code }) => HEADER_CODES.has(code)).map(({ subject = "" }) => subject);
}
