import {
  type CredentialsMode,
  type Exchange,
  findCauses,
  foresee,
  getHeader,
  isAnswered,
  isOkStatus,
  isResponseHeader,
  judgeExchange,
  normalizeMethod,
  profiles,
  type Trace,
} from "../../rules/index.ts";
import { meaningOf } from "../networkErrors.ts";
import {
  askConsole,
  askCredentials,
  askHeaders,
  askMethod,
  askOrigin,
  askPreflight,
  askResponse,
  askWantedHeader,
  askWithOrigin,
} from "../questions.ts";
import { maskedExchange } from "../secrets.ts";
import type { Certainty, Evidence, Finding, Known, PartialExchange, Question } from "../types.ts";
import { unsafeValueOf } from "../unsafeValues.ts";
import { type Completed, complete } from "./complete.ts";
import { notCorsOf, refusalOf } from "./notCors.ts";
import { ranked } from "./rank.ts";
import { originOf } from "./urls.ts";

/** A finding, without where in the input it stands. */
export type WireFinding = Omit<Finding, "pieces" | "entries">;

/** Causes that an answer lacks a header for, which it may lack only because nobody asked for it. */
const FOR_WANT_OF_HEADERS = new Set([
  "allow-origin-missing",
  "response-lacks-headers",
  "error-without-cors-headers",
  "vary-origin-missing",
  "redirected-elsewhere",
]);

/**
 * What an exchange shows, as far as it is known: each value that is not known is put in, in every way
 * that counts, and the rules are asked about each. Where they agree it is certain; where not, what is
 * likelier stands first, with the question that tells.
 * @param known what the reader has answered
 */
export function findingOf(partial: PartialExchange, known: Known = {}): WireFinding {
  const exchange = withKnown(partial, known);
  const notCors = notCorsOf(exchange);
  if (notCors) return { causes: [], notCors, asks: [], exchange: shown(exchange) };
  const isAnsweredAtAll = exchange.preflight || exchange.response || exchange.unreachable || exchange.seen?.outcome;
  const isToldStatus = known.preflightStatus !== undefined || known.status !== undefined;
  const finding = isAnsweredAtAll || isToldStatus ? ofAnswers(exchange, known) : ofRequest(exchange);
  return { ...finding, exchange: shown(withMeantCredentials(exchange)) };
}

function withKnown(partial: PartialExchange, known: Known): PartialExchange {
  const request = { ...partial.request };
  if (known.credentials) request.credentials = known.credentials;
  if (known.origin) request.origin = known.origin;
  if (known.method) request.method = known.method;
  const names = known.answers?.["request-headers"];
  if (names !== undefined) {
    request.headers = names
      .split(",")
      .flatMap((name) => (name.trim() === "" ? [] : [[name.trim(), unsafeValueOf(name.trim())] as const]));
  }
  const wantedHeader = known.answers?.["wanted-header"];
  return { ...partial, request, ...(wantedHeader && { wantedHeader }) };
}

/** An exchange is shown with the credentials mode that its server means. */
function withMeantCredentials(exchange: PartialExchange): PartialExchange {
  const [credentials] = credentialsOf(exchange);
  return credentials === "include" ? { ...exchange, request: { ...exchange.request, credentials } } : exchange;
}

/** Without what it was read from. */
function shown({ seen: _, ...exchange }: PartialExchange): PartialExchange {
  return maskedExchange(exchange);
}

/** A way in which an exchange may have been, and what the rules say of it. */
interface Reading extends Completed {
  credentials: CredentialsMode;
  trace: Trace;
  causes: string[];
}

function ofAnswers(partial: PartialExchange, known: Known): WireFinding {
  const readings = credentialsOf(partial).map((credentials): Reading => {
    const completed = complete(partial, credentials, known);
    const causes = ranked(idsOf(completed.exchange), completed, partial.seen?.isSent === true);
    return { ...completed, credentials, trace: judgeExchange(completed.exchange), causes };
  });
  const fitting = readings.filter(({ trace }) => fits(trace, partial));
  const [first] = fitting;
  if (!first) return ofUnexplained(partial, readings);

  const { trace, causes: best, exchange } = first;
  const isAgreed = fitting.every(({ causes: [cause] }) => cause === best[0]);
  const asks = questionsOf(partial, first, isAgreed);
  if (partial.seen?.origin === false && best.some((cause) => FOR_WANT_OF_HEADERS.has(cause))) {
    return { causes: [], asks: [askWithOrigin, ...asks] };
  }
  if (doesPass(trace)) {
    const notCors = refusalOf(partial);
    // No script can read what an element got, be it let pass or not.
    if (trace.end.kind === "opaque" && best.length > 0) {
      return { causes: possibly(best, notCors ? "certain" : "likely"), ...(notCors && { notCors }), asks };
    }
    const hidden = hiddenHeaders(first);
    return {
      causes: suspicions(partial, readings, first),
      passes: true,
      ...(notCors && { notCors }),
      asks: hidden.length > 0 ? [...asks, askWantedHeader(hidden)] : asks,
    };
  }
  if (leadsElsewhere(first))
    return { causes: possibly(["redirected-elsewhere"], "likely"), asks: [askResponse, ...asks] };
  const certainty: Certainty = isAgreed && asks.length === 0 ? "certain" : "likely";
  const [cause, ...others] = [...best, ...behindMixedContent(exchange, trace)];
  if (cause === undefined) return { causes: [], asks };
  return { causes: [{ id: cause, certainty }, ...possibly(others)], asks };
}

const idsOf = (exchange: Exchange) => findCauses(exchange).map(({ id }) => id);

function possibly(ids: readonly string[], certainty: Certainty = "possible"): Finding["causes"] {
  return ids.map((id) => ({ id, certainty }));
}

/** Whether a redirect, whose target's answer nobody saw, leads to another server: it has to allow an origin that it does not know. */
function leadsElsewhere({ trace: { steps, end } }: Reading): boolean {
  const last = steps.at(-1);
  if (end.kind !== "unanswered" || last?.kind !== "redirected") return false;
  return originOf(end.request.url) !== originOf(last.request.url);
}

/** What else is wrong with an answer that somebody got, and a browser would not even have asked for. */
function behindMixedContent(exchange: Exchange, { steps, end }: Trace): string[] {
  const isMixed = end.kind === "stopped" && end.code === "mixed-content" && steps.length === 0;
  if (!isMixed || exchange.unreachable || (!exchange.preflight && !exchange.response)) return [];
  const origin = exchange.request.origin.replace(/^https:/, "http:");
  const causes = idsOf({ ...exchange, request: { ...exchange.request, origin } });
  return causes.filter((cause) => cause !== "allow-origin-mismatch");
}

/** Headers of an answer that carry data, as far as no script may read them. */
function hiddenHeaders({ trace: { end } }: Reading): string[] {
  if (end.kind !== "readable" || end.tainting !== "cors") return [];
  return end.response.headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => DATA_HEADER.test(name) && !end.exposedHeaders.includes(name));
}

const DATA_HEADER =
  /^(?:content-disposition|etag|link|location|retry-after|x-(?:total|page|pagination|count|ratelimit|rate-limit|request-id|correlation-id).*)$/;

/** Whether an exchange that went so ends as it was seen to end. */
function fits({ end }: Trace, { seen, response }: PartialExchange): boolean {
  const isAnswer = end.kind === "readable" || end.kind === "opaque" || end.kind === "hidden";
  if (seen?.outcome === "delivered") return isAnswer;
  // Where no server answered the request itself, the browser did not get so far.
  if (seen?.outcome === "failed") return !isAnswer && end.kind !== "unanswered";
  return !seen?.isSent || !response || end.kind !== "unanswered";
}

/** Of a request of which nothing that was seen explains how it ended. */
function ofUnexplained(partial: PartialExchange, readings: readonly Reading[]): WireFinding {
  const { seen, preflight, response } = partial;
  const [first] = readings;
  if (seen?.outcome === "delivered") {
    return { causes: first && isLetPassBy(seen.recorder, first) ? possibly(first.causes) : [], passes: true, asks: [] };
  }
  // Where nothing that was seen explains it, the browser's own code does.
  const said = seen?.error === undefined ? undefined : meaningOf(seen.error, response !== undefined)?.cause;
  if (said) return { causes: possibly([said], "certain"), asks: [] };
  const asks = [askConsole];
  if (!first || seen?.outcome !== "failed" || response || preflight) return { causes: [], asks };
  const ofRequestAlone = ofRequest(partial);
  if (ofRequestAlone.causes.length > 0) return { ...ofRequestAlone, asks };
  if (seen.recorder === "playwright") {
    const isPreflighted = first.assumed.has("preflight");
    const causes = isPreflighted
      ? ["options-not-routed", "auth-before-cors", "allow-origin-missing"]
      : ["allow-origin-missing", "error-without-cors-headers"];
    return { causes: possibly(causes), asks: [isPreflighted ? askPreflight : askResponse, ...asks] };
  }
  return { causes: seen.recorder === "firefox" ? possibly(["server-not-reached"]) : [], asks };
}

/** Whether it passes only in the browser that it was seen in, which does something else than the standard says. */
function isLetPassBy(recorder: Evidence["recorder"], { exchange }: Reading): boolean {
  if (recorder !== "chromium" && recorder !== "firefox") return false;
  return isAnswered(judgeExchange(exchange, profiles[recorder]));
}

/** Nothing fails in what was seen. */
function doesPass({ steps, end }: Trace): boolean {
  if (end.kind === "opaque") return end.request.api !== "fetch";
  return (
    end.kind === "readable" ||
    (end.kind === "unanswered" && end.at === "response" && !steps.some(({ kind }) => kind === "redirected"))
  );
}

/** What is not wrong yet, can be seen all the same, and is worth a look. */
function suspicions(partial: PartialExchange, readings: readonly Reading[], first: Reading): Finding["causes"] {
  if (first.causes.length > 0) return possibly(first.causes);
  // The user's name goes along with credentials only: a page that logs in so asks with them.
  if (!partial.seen?.basic) return [];
  const withCredentials = readings.find(({ credentials }) => credentials === "include");
  return possibly((withCredentials?.causes ?? []).slice(0, 1));
}

/** The credentials modes that are possible, the likelier one first. */
function credentialsOf({ request, preflight, response }: PartialExchange): CredentialsMode[] {
  if (request.credentials) return [request.credentials];
  // A server says so because it is meant.
  const isMeant = [preflight, response].some(
    (answer) => getHeader(answer?.headers ?? [], "access-control-allow-credentials")?.toLowerCase() === "true",
  );
  return isMeant ? ["include", "same-origin"] : ["same-origin", "include"];
}

function questionsOf(partial: PartialExchange, { assumed, trace, exchange }: Reading, isAgreed: boolean): Question[] {
  const asks: Question[] = [];
  if (!isAgreed) asks.push(askCredentials);
  const isSettled = trace.end.kind === "blocked" && trace.end.at === "preflight";
  if (assumed.has("preflight") && !partial.seen?.isSent) asks.push(askPreflight);
  if (!isSettled && trace.end.kind === "unanswered") asks.push(askResponse);
  const allowOrigin = [exchange.preflight, exchange.response].map((answer) =>
    getHeader(answer?.headers ?? [], "access-control-allow-origin"),
  );
  const needsOrigin = allowOrigin.some((value) => value !== null && value !== "*");
  const isRedirectOrError = isSettled && trace.end.kind === "blocked" && !isOkStatus(trace.end.response.status);
  if (assumed.has("origin") && needsOrigin && !isRedirectOrError) asks.push(askOrigin);
  if (assumed.has("method") && !isRedirectOrError) asks.push(askMethod);
  if (assumed.has("headers") && partial.preflight && !isRedirectOrError) asks.push(askHeaders);
  return asks;
}

/** Of a request without an answer: what can be said before any server is asked. */
function ofRequest(partial: PartialExchange): WireFinding {
  const [credentials = "same-origin"] = credentialsOf(partial);
  const { exchange, assumed } = complete(partial, credentials);
  const { request } = exchange;
  const { trace, needsPermissionFor, decision } = foresee(request);
  const causes = new Map<string, Certainty>();
  const { end } = trace;
  if (end.kind === "refused" || (end.kind === "stopped" && !assumed.has("origin"))) {
    for (const id of idsOf({ request })) causes.set(id, needsPermissionFor ? "likely" : "certain");
    // Chromium asks for the permission where others block such a URL as mixed content.
    if (needsPermissionFor) causes.set("local-network-blocked", "possible");
  }
  if (request.headers.some(([name]) => isResponseHeader(name))) {
    causes.set("response-headers-on-request", "certain");
  }
  if (isMisspelt(request.method)) causes.set("lowercase-patch", "likely");
  if (request.mode === "no-cors" && decision.outcome !== "same-origin") causes.set("no-cors-opaque", "certain");
  if (decision.outcome === "preflight" && decision.reasons.every(({ code }) => code === "upload-listener")) {
    causes.set("upload-listener-preflight", "possible");
  }
  const asks: Question[] = [];
  if (causes.size === 0 && (!assumed.has("origin") || partial.seen?.isUnsent)) {
    const isMixed = end.kind === "stopped" && end.code === "mixed-content";
    const suspected = needsPermissionFor
      ? ["local-network-blocked", "server-not-reached"]
      : isMixed
        ? ["mixed-content"]
        : [];
    for (const id of suspected) causes.set(id, "possible");
    if (suspected.length > 0) asks.push(askConsole);
  }
  if (assumed.has("origin") && request.url.startsWith("http:")) asks.push(askOrigin);
  if (end.kind === "unanswered" && !causes.has("no-cors-opaque")) {
    if (end.at === "preflight") asks.push(askPreflight);
    asks.push(askResponse);
  }
  return { causes: [...causes].map(([id, certainty]) => ({ id, certainty })), asks };
}

/** Whether browsers send a method in lower case as it stands, which no server lists: `patch`. */
function isMisspelt(method: string): boolean {
  return normalizeMethod(method) === method && method.toUpperCase() !== method && method.toUpperCase() === "PATCH";
}
