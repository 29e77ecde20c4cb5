import { type Departures, standard } from "../engines/departures.ts";
import { apis } from "../request/apis.ts";
import { departuresFor, whatElementCannotExpress } from "../request/elements.ts";
import { decide } from "../request/preflight.ts";
import { isRefusal, type ReadRequest, readRequest } from "../request/readRequest.ts";
import { checkPreflight, checkResponse } from "../response/responses.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { getHeader } from "../syntax/headerLines.ts";
import { isJson } from "../syntax/mimeType.ts";
import type { CorsRequest, CorsResponse, Decision, HeaderLine, Reason } from "../types.ts";
import { clearPreflights, coversRequest, isPreflightStored, type PreflightCache, storePreflight } from "./cache.ts";
import type { Exchange } from "./exchange.ts";
import { followRedirect } from "./redirect.ts";
import { beforeSending, sourceOf, stoppedAtSending, taintingOf } from "./sending.ts";
import type { End, Step, Trace } from "./trace.ts";

/**
 * Judges an exchange into its trace, hop by hop, and stops where a browser would stop: an actual
 * answer after a failed preflight, or to a refused request, is not looked at.
 * @param profile where it does something else than the standard
 */
export function judgeExchange(written: Exchange, profile: Departures = standard): Trace {
  const departures = departuresFor(written.element, profile);
  const refusal = refusalOfElement(written);
  if (refusal) return { steps: [], end: { kind: "refused", request: written.request, reasons: [refusal] } };
  const exchange = departures.fontsWithoutCors && written.element === "font" ? fontWithoutCors(written) : written;
  const { origin, url, api } = exchange.request;
  const read = readRequest(exchange.request, departures);
  return judgeHop(exchange, departures, { page: origin, visited: [url] }, read, decide(read, api, departures));
}

/** Why an element cannot ask so, where it is known which one asks. */
function refusalOfElement({ element, request }: Exchange): Reason | null {
  const subject = element && request.api === "element" && whatElementCannotExpress(element, request);
  return subject ? { code: "api-cannot-express", clause: apis.element.clause, subject } : null;
}

/** A font that is asked for as an image is. */
function fontWithoutCors(exchange: Exchange): Exchange {
  return { ...exchange, request: { ...exchange.request, mode: "no-cors", credentials: "include" } };
}

/** What a request keeps from one hop to the next. */
interface Journey {
  /** The origin of the page: the request's own becomes `null` on the way. */
  page: string;
  /** The URLs of the request so far, this hop's the last. */
  visited: readonly string[];
  /** The first hop's headers, where any hop was preflighted. */
  preflighted?: readonly HeaderLine[];
  /** A hop's body was a stream: the use-CORS-preflight flag, which that set, stays after a redirect. */
  wasStream?: boolean;
}

/** A request as its preflight stands for it, read. */
function asPreflighted(request: CorsRequest, departures: Departures, journey: Journey): ReadRequest | Reason {
  const { page, preflighted, wasStream } = journey;
  const written = {
    ...request,
    ...(departures.preflightKeepsOrigin && { origin: page }),
    ...(departures.preflightKeepsHeaders && preflighted && { headers: preflighted }),
  };
  return readRequest(
    written,
    departures,
    wasStream || (departures.redirectKeepsPreflight && preflighted !== undefined),
  );
}

/** Decides about a hop: by the request's own origin, and asking in the name of the preflight's. */
function decideHop(request: CorsRequest, read: ReadRequest | Reason, departures: Departures): Decision {
  if (isRefusal(read)) return decide(read, request.api, departures);
  const decision = decide({ ...read, origin: request.origin }, request.api, departures);
  if (!decision.preflightRequest || read.origin === request.origin) return decision;
  const headers = decision.preflightRequest.headers.map(
    ([name, value]): HeaderLine => [name, name === "Origin" ? read.origin : value],
  );
  return { ...decision, preflightRequest: { ...decision.preflightRequest, headers } };
}

/** What a hop is judged by, and what has been decided of it. */
interface Hop {
  exchange: Exchange;
  departures: Departures;
  journey: Journey;
  decision: Decision;
}

/** @param read the hop's request, as its preflight stands for it */
function judgeHop(
  exchange: Exchange,
  departures: Departures,
  journey: Journey,
  read: ReadRequest | Reason,
  decision: Decision,
): Trace {
  const { request, preflight } = exchange;
  const ends = (end: End): Trace => ({ steps: [], end });
  if (isRefusal(read) || decision.outcome === "refused") {
    return ends({ kind: "refused", request, reasons: decision.reasons });
  }
  const unsent = beforeSending(exchange, departures, decision.preflightRequest !== undefined, journey.page);
  if (unsent) return ends(unsent);

  const hop: Hop = { exchange, departures, journey, decision };
  const skipped = departures.workerSkipsPreflight && exchange.serviceWorker === "passes";
  if (!decision.preflightRequest || skipped) return judgeActual(hop);

  const asking = { request, asks: decision.preflightRequest };
  if (coversRequest(cacheBefore(exchange, departures), read, 0, departures)) {
    return after({ kind: "cached", ...asking, ...(preflight && { now: preflight }) }, judgeActual(hop));
  }
  const at = "preflight";
  if (!preflight) return ends({ kind: "unanswered", at, ...asking });
  if (isNetworkError(preflight, departures)) {
    return ends({ kind: "discarded", at, ...asking, response: preflight, code: "status-refused" });
  }
  const check = checkPreflight(read, preflight, departures);
  if (!check.ok) return ends({ kind: "blocked", at, ...asking, response: preflight, failures: check.failures });
  return after({ kind: "preflighted", ...asking, response: preflight }, judgeActual(hop));
}

function after(step: Step, { steps, end }: Trace): Trace {
  return { steps: [step, ...steps], end };
}

function isNetworkError({ status }: CorsResponse, { networkErrorStatuses = [] }: Departures): boolean {
  return networkErrorStatuses.includes(status);
}

/** The actual request: its answer is checked, and a redirect followed. */
function judgeActual(hop: Hop): Trace {
  const { exchange, departures, journey, decision } = hop;
  const { request, response, wantedHeader } = exchange;
  const actual = { request, tainting: taintingOf(decision), from: sourceOf(exchange, decision) };
  const ends = (end: End): Trace => ({ steps: [], end });
  const at = "response";
  const code = stoppedAtSending(exchange, departures);
  if (code) return ends({ kind: "stopped", request, code });
  if (!response) return ends({ kind: "unanswered", at, ...actual });
  if (isNetworkError(response, departures)) {
    return ends({ kind: "discarded", at, ...actual, response, code: "status-refused" });
  }
  const check = checkResponse(request, response, departures);
  if (!check.ok) {
    return ends({ kind: "blocked", at, ...actual, tainting: "cors", response, failures: check.failures });
  }

  const sent = departures.streamsAsText && request.body === "stream" ? { ...request, body: "text" as const } : request;
  const followed = followRedirect(sent, response, journey.visited);
  if (followed && "stop" in followed) return ends({ kind: "discarded", at, ...actual, response, code: followed.stop });
  if (followed) return after({ kind: "redirected", ...actual, response }, judgeNext(hop, sent, followed.next));

  const { tainting } = actual;
  if (tainting === "opaque") {
    const isElement = request.api === "element";
    if (departures.blocksOpaqueJson && isElement && isJson(getHeader(response.headers, "content-type"))) {
      return ends({ kind: "discarded", at, ...actual, response, code: "opaque-response-blocked" });
    }
    return ends({ kind: "opaque", ...actual, tainting, response });
  }
  const { exposedHeaders } = check;
  if (wantedHeader && isHidden(wantedHeader, response, exposedHeaders)) {
    return ends({ kind: "hidden", ...actual, tainting, response, exposedHeaders, wanted: wantedHeader });
  }
  return ends({ kind: "readable", ...actual, tainting, response, exposedHeaders });
}

/** Judges the hop that a redirect leads to, from the request as it was sent to the next one. */
function judgeNext({ exchange, departures, journey, decision }: Hop, sent: CorsRequest, request: CorsRequest): Trace {
  const { redirects = [], preflight: _, response: __, ...around } = exchange;
  const [answers = {}, ...rest] = redirects;
  const preflighted = journey.preflighted ?? (decision.outcome === "preflight" ? exchange.request.headers : undefined);
  const onward: Journey = {
    page: journey.page,
    visited: [...journey.visited, request.url],
    wasStream: journey.wasStream || sent.body === "stream",
    ...(preflighted && { preflighted }),
  };
  const read = asPreflighted(request, departures, onward);
  const next = { ...around, ...answers, request, redirects: rest };
  return judgeHop(next, departures, onward, read, decideHop(request, read, departures));
}

function isHidden(name: string, { headers }: CorsResponse, exposedHeaders: readonly string[]): boolean {
  return getHeader(headers, name) !== null && !exposedHeaders.includes(asciiLowercase(name));
}

/** The preflight cache as the page's earlier exchanges left it. Time is counted back from this one, which is at 0. */
function cacheBefore({ earlier = [] }: Exchange, departures: Departures): PreflightCache {
  const cache: PreflightCache = new Map();
  for (const exchange of earlier) {
    const { request, preflight, response, secondsAgo } = exchange;
    const read = readRequest(request, departures);
    if (isRefusal(read) || decide(read, request.api, departures).outcome !== "preflight") continue;
    if (beforeSending(exchange, departures, true)) continue;
    if (!coversRequest(cache, read, -secondsAgo, departures)) {
      clearPreflights(cache, read, "miss", departures);
      if (!preflight) continue;
      const check = checkPreflight(read, preflight, departures);
      if (!check.ok) clearPreflights(cache, read, "failure", departures);
      if (isPreflightStored(check, departures)) storePreflight(cache, read, preflight, -secondsAgo, departures);
      if (!check.ok) continue;
    }
    const passes = response && checkResponse(request, response, departures).ok;
    if (!passes) clearPreflights(cache, read, "failure", departures);
  }
  return cache;
}
