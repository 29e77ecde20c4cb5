import * as clause from "../clauses.ts";
import { type Departures, standard } from "../engines/departures.ts";
import { getHeader } from "../syntax/headerLines.ts";
import { isHttpScheme, withoutFragment } from "../syntax/url.ts";
import type { Api, CorsRequest, Decision, HeaderLine, Outcome, Reason, ReasonCode } from "../types.ts";
import {
  corsUnsafeRequestHeaderNames,
  tooLongInAll,
  type UnsafeHeaderCode,
  unsafeHeaderCodes,
  whyHeaderIsUnsafe,
} from "./headers.ts";
import { isCorsSafelistedMethod } from "./methods.ts";
import { preflightRequest } from "./preflightRequest.ts";
import { isRefusal, type ReadRequest, readRequest } from "./readRequest.ts";

/**
 * Decides whether a browser sends a CORS-preflight request before a request, and why.
 * The credentials mode takes no part in it. Never throws: what no browser would send is `refused`.
 * @param request as its author wrote it
 * @param departures where a profile does something else than the standard
 * @returns the outcome, a reason for each property that decides, what the browser drops, and where
 *   the outcome is `"preflight"` the exact OPTIONS request
 */
export function decidePreflight(request: CorsRequest, departures: Departures = standard): Decision {
  return decide(readRequest(request, departures), request.api, departures);
}

/**
 * Decides about a request that has been read, in the order of main fetch's step 12.
 * @see https://fetch.spec.whatwg.org/#main-fetch
 */
export function decide(read: ReadRequest | Reason, api: Api, departures: Departures): Decision {
  if (isRefusal(read)) return { outcome: "refused", reasons: [read], droppedHeaders: [] };
  const { origin, url, mode, method } = read;
  const droppedHeaders = [...read.dropped];
  const because = (outcome: Outcome, reason: Reason): Decision => ({ outcome, reasons: [reason], droppedHeaders });

  // The URL's origin is same origin with the request's; an opaque one is with none. The response tainting
  // is "basic" then, for a request that comes back to its origin by redirects has lost it.
  if (url.origin === origin && origin !== "null") {
    return because("same-origin", { code: "same-origin", clause: clause.mainFetch });
  }
  // The URL's scheme is "data".
  if (url.protocol === "data:") return because("same-origin", { code: "data-url", clause: clause.mainFetch });
  // The mode is "same-origin": a network error.
  if (mode === "same-origin") return because("refused", { code: "same-origin-mode", clause: clause.mainFetch });
  // The mode is "no-cors": scheme fetch, which for all but HTTP(S) is a network error, too.
  if (mode === "no-cors" && isHttpScheme(url)) {
    return because("opaque", { code: "no-cors", clause: clause.requestMode });
  }
  // The URL's scheme is not an HTTP(S) scheme: a network error.
  if (!isHttpScheme(url)) {
    const scheme = url.protocol.slice(0, -1);
    return because("refused", { code: "scheme-not-http", clause: clause.mainFetch, subject: scheme });
  }

  // The use-CORS-preflight flag is set, or the unsafe-request flag is and the method or a header is not safelisted.
  const reasons = reasonsToPreflight(read, departures);
  if (reasons.length > 0) {
    const names = unsafeNamesOf(reasons, read, departures);
    const asks = preflightRequest(origin, withoutFragment(url), method, names, departures);
    return { outcome: "preflight", reasons, droppedHeaders, preflightRequest: asks };
  }
  // Otherwise: HTTP fetch without a preflight.
  const code = read.unsafeRequestFlag ? "everything-safelisted" : "api-never-preflights";
  return because("no-preflight", { code, clause: clause.unsafeRequestFlag, subject: api });
}

const flagClauses = { "upload-listener": clause.uploadListener, "stream-body": clause.requestConstructor } as const;

function reasonsToPreflight(read: ReadRequest, departures: Departures): Reason[] {
  const reasons: Reason[] = [];
  if (read.unsafeRequestFlag) {
    if (!isCorsSafelistedMethod(read.method)) {
      reasons.push({ code: "method-not-safelisted", clause: clause.corsSafelistedMethod, subject: read.method });
    }
    addReasonsInHeaders(reasons, read.headers, departures);
  }
  for (const code of read.flaggedBy) reasons.push({ code, clause: flagClauses[code] });
  return reasons;
}

function addReasonsInHeaders(reasons: Reason[], headers: readonly HeaderLine[], departures: Departures): void {
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
function unsafeNamesOf(reasons: readonly Reason[], read: ReadRequest, departures: Departures): string[] {
  if (reasons.some(({ code }) => code === "header-values-too-long-together")) {
    return corsUnsafeRequestHeaderNames(read.headers, departures);
  }
  return reasons.filter(({ code }) => HEADER_CODES.has(code)).map(({ subject = "" }) => subject);
}
