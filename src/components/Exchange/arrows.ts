import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings, FailureStrings } from "../../i18n/types.ts";
import {
  type Actual,
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  type End,
  type Exchange,
  type Failure,
  judgeExchange,
  normalizeMethod,
  type Preflight,
  type Step,
  type Trace,
} from "../../rules/index.ts";
import { type Arrow, headerNotes, pathOf, preflightArrow } from "./arrow.ts";
import { statusText } from "./statusText.ts";

type Words = CheckerStrings & FailureStrings;

/**
 * Draws an exchange as arrows, up to the one that breaks; what was never sent is drawn too, as such.
 * @param t the words of the exchange in the reader's language, and those of its failures
 * @param trace how it went; by default as the standard has it
 */
export function arrowsOf(exchange: Exchange, t: Words, trace: Trace = judgeExchange(exchange)): Arrow[] {
  const { steps, end } = trace;
  const { request } = exchange;
  return [...steps.flatMap((step) => arrowsOfStep(step, request, t)), ...arrowsOfEnd(end, request, t)];
}

/** @param first the author's request: what differs from it after redirects is said */
function arrowsOfStep(step: Step, first: CorsRequest, t: Words): Arrow[] {
  switch (step.kind) {
    case "preflighted":
      return [asking(step, first), passing(step.response)];
    case "cached":
      return cachedArrows(step, first, t);
    case "redirected": {
      const answer = passing(step.response);
      return [sending(step, first, t), { ...answer, notes: [...locationNote(step.response), ...answer.notes] }];
    }
  }
}

function arrowsOfEnd(end: End, first: CorsRequest, t: Words): Arrow[] {
  switch (end.kind) {
    case "refused":
      return [unsent(end, first, t)];
    case "stopped":
      return [unsent(end, first, t, t[`stopped.${end.code}`])];
    case "worker":
      return [toServer(end, first, [t["exchange.worker"]]), fromWorker(end.gave, t)];
    case "unanswered":
      return [end.at === "preflight" ? asking(end, first) : sending(end, first, t)];
    case "blocked": {
      const answer = failing(end.response, end.failures, t);
      if (end.at === "preflight") return [asking(end, first), answer, unsent(end, first, t)];
      return [sending(end, first, t), answer];
    }
    case "discarded": {
      const notes = [...locationNote(end.response), t[`stopped.${end.code}`]];
      const answer: Arrow = { ...passing(end.response), notes, state: "broken" };
      if (end.at === "preflight") return [asking(end, first), answer, unsent(end, first, t)];
      return [sending(end, first, t), answer];
    }
    case "opaque":
      return [sending(end, first, t), { ...passing(end.response), notes: [t["exchange.unreadable"]], state: "broken" }];
    case "readable":
      return [sending(end, first, t), passing(end.response)];
    case "hidden": {
      const answer = passing(end.response);
      const notes = [...answer.notes, fillIn(t["exchange.hidden"], { name: end.wanted })];
      return [sending(end, first, t), { ...answer, notes, state: "broken" }];
    }
  }
}

/** A preflight that an earlier answer makes unnecessary, and what the server would say to it now where it would refuse it. */
function cachedArrows(step: Extract<Step, { kind: "cached" }>, first: CorsRequest, t: Words): Arrow[] {
  const arrow: Arrow = { ...asking(step, first), notes: [t["exchange.cached"]], state: "cached" };
  const { request, now } = step;
  if (!now || checkPreflightResponse(request, now).ok) return [arrow];
  return [arrow, { to: "browser", label: statusLine(now), notes: [t["exchange.refusal"]], state: "unsent" }];
}

function asking({ request, asks }: Preflight, first: CorsRequest): Arrow {
  return { ...preflightArrow(asks), label: `OPTIONS ${targetOf(request.url, first.url)}` };
}

function sending(at: Actual, first: CorsRequest, t: Words): Arrow {
  if (at.from === "http-cache") return { ...toServer(at, first, [t["exchange.stored"]]), state: "cached" };
  return toServer(at, first, originNote(at.request, first));
}

function unsent(at: { request: CorsRequest }, first: CorsRequest, t: Words, ...why: string[]): Arrow {
  return { ...toServer(at, first, [t["exchange.unsent"], ...why]), state: "unsent" };
}

function toServer({ request }: { request: CorsRequest }, first: CorsRequest, notes: string[]): Arrow {
  const label = `${normalizeMethod(request.method)} ${targetOf(request.url, first.url)}`;
  return { to: "server", label, notes, state: "plain" };
}

function fromWorker(gave: "response" | "opaque-response", t: Words): Arrow {
  if (gave === "response") return { to: "browser", label: "200 OK", notes: [], state: "ok" };
  return { to: "browser", label: "type: opaque", notes: [t["stopped.service-worker-opaque"]], state: "broken" };
}

function passing(response: CorsResponse): Arrow {
  return { to: "browser", label: statusLine(response), notes: notedHeaders(response), state: "ok" };
}

function failing(response: CorsResponse, failures: readonly Failure[], t: FailureStrings): Arrow {
  const notes = worthNoting(failures).map(({ code, subject, value }) =>
    fillIn(t[`failure.${code}`], { subject, value }),
  );
  return {
    to: "browser",
    label: statusLine(response),
    notes: [...notes, ...linesOf(response, /^age$/i)],
    state: "broken",
  };
}

/** Of the lists of a preflight's answer, nothing where it fails as a whole: by its status, by its origin, or by both. */
function worthNoting(failures: readonly Failure[]): readonly Failure[] {
  const asWhole = failures.filter(({ code }) => !ofLists.has(code));
  return asWhole.length > 0 ? asWhole : failures.slice(0, 1);
}

const ofLists: ReadonlySet<Failure["code"]> = new Set<Failure["code"]>([
  "method-not-allowed",
  "header-not-allowed",
  "authorization-not-listed",
  "malformed-list",
]);

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
