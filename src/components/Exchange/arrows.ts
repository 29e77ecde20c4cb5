import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings, FailureStrings } from "../../i18n/types.ts";
import {
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  type Exchange,
  type Failure,
  type JudgedExchange,
  judgeExchange,
  normalizeMethod,
} from "../../rules/index.ts";
import { type Arrow, headerNotes, pathOf, preflightArrow } from "./arrow.ts";
import { statusText } from "./statusText.ts";

type Words = CheckerStrings & FailureStrings;

/**
 * Draws an exchange as arrows, up to the one that breaks; what was never sent is drawn too, as such.
 * @param t the words of the exchange in the reader's language, and those of its failures
 */
export function arrowsOf(exchange: Exchange, t: Words): Arrow[] {
  return arrowsOfHop(judgeExchange(exchange), exchange.request, t);
}

/** @param first the request of the first hop: what differs from it is said */
function arrowsOfHop(judged: JudgedExchange, first: CorsRequest, t: Words): Arrow[] {
  const { request, decision, stopped, preflight, preflightCheck, serviceWorker } = judged;
  const target = `${normalizeMethod(request.method)} ${targetOf(request.url, first.url)}`;
  const unsent: Arrow = { to: "server", label: target, notes: [t["exchange.unsent"]], state: "unsent" };
  if (decision.outcome === "refused") return [unsent];

  const toWorker: Arrow = { to: "server", label: target, notes: [t["exchange.worker"]], state: "plain" };
  if (stopped === "service-worker-opaque") {
    return [
      toWorker,
      { to: "browser", label: "type: opaque", notes: [t["stopped.service-worker-opaque"]], state: "broken" },
    ];
  }
  if (serviceWorker === "answers") return [toWorker, { to: "browser", label: "200 OK", notes: [], state: "ok" }];
  if (stopped && !judged.responseCheck) {
    return [{ ...unsent, notes: [t["exchange.unsent"], t[`stopped.${stopped}`]] }];
  }

  const arrows: Arrow[] = [];
  if (decision.preflightRequest) {
    const asks = { ...preflightArrow(decision.preflightRequest), label: `OPTIONS ${targetOf(request.url, first.url)}` };
    if (judged.cached) arrows.push(...cachedArrows(asks, judged, t));
    else {
      arrows.push(asks);
      if (!preflight || !preflightCheck) return arrows;
      if (!preflightCheck.ok) return [...arrows, failing(preflight, preflightCheck.failures, t), unsent];
      arrows.push({ to: "browser", label: statusLine(preflight), notes: notedHeaders(preflight), state: "ok" });
    }
  }
  if (judged.stored) arrows.push({ to: "server", label: target, notes: [t["exchange.stored"]], state: "cached" });
  else arrows.push({ to: "server", label: target, notes: originNote(request, first), state: "plain" });
  return [...arrows, ...arrowsOfAnswer(judged, first, t)];
}

/** A preflight that an earlier answer makes unnecessary, and what the server would say to it now where it would refuse it. */
function cachedArrows(asks: Arrow, { request, preflight }: JudgedExchange, t: Words): Arrow[] {
  const arrow: Arrow = { ...asks, notes: [t["exchange.cached"]], state: "cached" };
  if (!preflight || checkPreflightResponse(request, preflight).ok) return [arrow];
  return [arrow, { to: "browser", label: statusLine(preflight), notes: [t["exchange.refusal"]], state: "unsent" }];
}

/** The actual answer, and what it leads to. */
function arrowsOfAnswer(judged: JudgedExchange, first: CorsRequest, t: Words): Arrow[] {
  const { response, responseCheck, decision, next, stopped, wantedHeader } = judged;
  if (!response || !responseCheck) return [];
  if (!responseCheck.ok) return [failing(response, responseCheck.failures, t)];
  const answer: Arrow = { to: "browser", label: statusLine(response), notes: notedHeaders(response), state: "ok" };
  if (next) return [{ ...answer, notes: [...locationNote(response), ...answer.notes] }, ...arrowsOfHop(next, first, t)];
  if (stopped) {
    return [{ ...answer, notes: [...locationNote(response), t[`stopped.${stopped}`]], state: "broken" }];
  }
  if (decision.outcome === "opaque") return [{ ...answer, notes: [t["exchange.unreadable"]], state: "broken" }];
  if (wantedHeader && !responseCheck.exposedHeaders.includes(wantedHeader.toLowerCase())) {
    const hidden = fillIn(t["exchange.hidden"], { name: wantedHeader });
    return [{ ...answer, notes: [...answer.notes, hidden], state: "broken" }];
  }
  return [answer];
}

function failing(response: CorsResponse, failures: readonly Failure[], t: FailureStrings): Arrow {
  const [first] = failures;
  const notes = first ? [fillIn(t[`failure.${first.code}`], { subject: first.subject, value: first.value })] : [];
  return {
    to: "browser",
    label: statusLine(response),
    notes: [...notes, ...linesOf(response, /^age$/i)],
    state: "broken",
  };
}

/** A URL's path, or the URL as a whole where a redirect led to another origin. */
function targetOf(url: string, firstUrl: string): string {
  return originOf(url) === originOf(firstUrl) ? pathOf(url) : url;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "";
}

/** Redirects can take the origin from a request: then it is worth a note. */
function originNote({ origin }: CorsRequest, first: CorsRequest): string[] {
  return origin === first.origin ? [] : [`Origin: ${origin}`];
}

function locationNote(response: CorsResponse): string[] {
  return linesOf(response, /^location$/i);
}

/** The headers of CORS, and those of the caches that they have to do with. */
function notedHeaders(response: CorsResponse): string[] {
  return linesOf(response, /^(access-control-(allow|expose|max-age)|vary$|age$)/i);
}

function linesOf({ headers }: CorsResponse, names: RegExp): string[] {
  return headerNotes(headers.filter(([name]) => names.test(name)));
}

function statusLine({ status }: CorsResponse): string {
  return `${status} ${statusText(status)}`.trim();
}
