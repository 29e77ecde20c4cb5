import { type Departures, standard } from "../engines/departures.ts";
import { decidePreflight } from "../request/preflight.ts";
import { checkPreflightResponse, checkResponse } from "../response/responses.ts";
import { getHeader } from "../syntax/headerLines.ts";
import { isJson } from "../syntax/mimeType.ts";
import type { CorsRequest, CorsResponse, Decision, HeaderLine } from "../types.ts";
import { needsLocalNetworkPermission } from "./addressSpaces.ts";
import { clearPreflights, coversRequest, isPreflightStored, type PreflightCache, storePreflight } from "./cache.ts";
import type { Exchange, JudgedExchange, StopCode } from "./exchange.ts";
import { isMixedContent } from "./mixedContent.ts";
import { followRedirect } from "./redirect.ts";

/**
 * Judges an exchange hop by hop and stops where a browser would stop: an actual answer after a
 * failed preflight, or to a refused request, is not looked at.
 * @param departures where a profile does something else than the standard
 */
export function judgeExchange(exchange: Exchange, departures: Departures = standard): JudgedExchange {
  const { origin, url } = exchange.request;
  return judgeHop(exchange, departures, { page: origin, visited: [url] });
}

/** What a request keeps from one hop to the next. */
interface Journey {
  /** The origin of the page: the request's own becomes `null` on the way. */
  page: string;
  /** The URLs of the request so far, this hop's the last. */
  visited: readonly string[];
  /** The first hop's headers, where any hop was preflighted. */
  preflighted?: readonly HeaderLine[];
}

/** A request as its preflight stands for it. */
function asPreflighted(request: CorsRequest, departures: Departures, { page, preflighted }: Journey): CorsRequest {
  return {
    ...request,
    ...(departures.preflightKeepsOrigin && { origin: page }),
    ...(departures.redirectKeepsPreflight && preflighted && { flagged: true as const }),
    ...(departures.preflightKeepsHeaders && preflighted && { headers: preflighted }),
  };
}

/** Decides about a hop: by the request's own origin, and asking in the name of the preflight's. */
function decideHop(request: CorsRequest, asked: CorsRequest, departures: Departures): Decision {
  const decision = decidePreflight({ ...asked, origin: request.origin }, departures);
  if (!decision.preflightRequest || asked.origin === request.origin) return decision;
  const headers = decision.preflightRequest.headers.map(
    ([name, value]): HeaderLine => [name, name === "Origin" ? asked.origin : value],
  );
  return { ...decision, preflightRequest: { ...decision.preflightRequest, headers } };
}

function judgeHop(exchange: Exchange, departures: Departures, journey: Journey): JudgedExchange {
  const { request, preflight, response } = exchange;
  const asked = asPreflighted(request, departures, journey);
  const decision = decideHop(request, asked, departures);
  const judged: JudgedExchange = { ...exchange, decision, cached: false, asked: false, answered: false };
  if (decision.outcome === "refused") return judged;

  const stopped = beforeSending(exchange, departures, journey.page);
  if (stopped) return { ...judged, stopped };
  if (exchange.serviceWorker === "answers") return { ...judged, answered: true };

  const skipped = departures.workerSkipsPreflight && exchange.serviceWorker === "passes";
  if (decision.outcome === "preflight" && !skipped) {
    judged.cached = coversRequest(cacheBefore(exchange, departures), asked, 0, departures);
    judged.asked = !judged.cached;
  }
  if (judged.asked) {
    if (!preflight) return judged;
    if (isNetworkError(preflight, departures)) return { ...judged, stopped: "status-refused" };
    judged.preflightCheck = checkPreflightResponse(asked, preflight, departures);
    if (!judged.preflightCheck.ok) return judged;
  }
  if (!response) return judged;
  if (isNetworkError(response, departures)) return { ...judged, stopped: "status-refused" };
  judged.responseCheck = checkResponse(request, response, departures);
  if (!judged.responseCheck.ok) return judged;
  return { ...judged, ...afterAnswer(exchange, response, decision, departures, journey) };
}

function isNetworkError({ status }: CorsResponse, { networkErrorStatuses = [] }: Departures): boolean {
  return networkErrorStatuses.includes(status);
}

/** What keeps a request from being sent at all. */
function beforeSending(
  exchange: Exchange,
  departures: Departures,
  page: string = exchange.request.origin,
): StopCode | undefined {
  const { request, addressSpaces: spaces, unreachable, serviceWorker } = exchange;
  if (isMixedContent(page, request.url)) return "mixed-content";
  if (serviceWorker === "answers-opaque" && request.mode === "cors") return "service-worker-opaque";
  if (serviceWorker === "answers" || exchange.stored) return undefined;
  const asks = !departures.ignoresAddressSpaces && spaces && needsLocalNetworkPermission(spaces.page, spaces.server);
  if (asks && spaces.permission === "denied") return "local-network";
  if (unreachable) return unreachable === "certificate" ? "certificate" : "no-connection";
  return undefined;
}

/** Follows a redirect, or hands the answer to the script. */
function afterAnswer(
  { redirects = [], ...exchange }: Exchange,
  response: CorsResponse,
  decision: Decision,
  departures: Departures,
  { page, visited, preflighted }: Journey,
): Pick<JudgedExchange, "answered" | "next" | "stopped" | "stoppedAt"> {
  const { request } = exchange;
  const sent = departures.streamsAsText && request.body === "stream" ? { ...request, body: "text" as const } : request;
  const followed = followRedirect(sent, response, visited);
  if (followed && "stop" in followed) {
    return { answered: false, stopped: followed.stop, stoppedAt: getHeader(response.headers, "Location") ?? "" };
  }
  if (followed) {
    const [answers = {}, ...rest] = redirects;
    const { preflight: _, response: __, ...around } = exchange;
    const hop: Exchange = { ...around, ...answers, request: followed.next, redirects: rest };
    const next = judgeHop(hop, departures, {
      page,
      visited: [...visited, followed.next.url],
      ...(preflighted && { preflighted }),
      ...(decision.outcome === "preflight" && !preflighted && { preflighted: request.headers }),
    });
    return { answered: next.answered, next };
  }
  const isScript = request.api === "element" && decision.outcome === "opaque";
  if (departures.blocksOpaqueJson && isScript && isJson(getHeader(response.headers, "content-type"))) {
    return { answered: false, stopped: "opaque-response-blocked" };
  }
  return { answered: true };
}

/** The preflight cache as the page's earlier exchanges left it. Time is counted back from this one, which is at 0. */
function cacheBefore({ earlier = [] }: Exchange, departures: Departures): PreflightCache {
  const cache: PreflightCache = new Map();
  for (const exchange of earlier) {
    const { request, preflight, response, secondsAgo } = exchange;
    if (decidePreflight(request, departures).outcome !== "preflight" || beforeSending(exchange, departures)) continue;
    if (!coversRequest(cache, request, -secondsAgo, departures)) {
      clearPreflights(cache, request, "miss", departures);
      if (!preflight) continue;
      const check = checkPreflightResponse(request, preflight, departures);
      if (!check.ok) clearPreflights(cache, request, "failure", departures);
      if (isPreflightStored(check, departures)) storePreflight(cache, request, preflight, -secondsAgo, departures);
      if (!check.ok) continue;
    }
    const passes = response && checkResponse(request, response, departures).ok;
    if (!passes) clearPreflights(cache, request, "failure", departures);
  }
  return cache;
}
