import {
  type Actual,
  type CorsRequest,
  type CorsResponse,
  type Departures,
  departuresFor,
  type End,
  type Engine,
  type Exchange,
  furtherMessages,
  getHeader,
  type HeaderLine,
  headerLines,
  isJson,
  isRefusal,
  judgeExchange,
  namesOrigin,
  normalizeMethod,
  type Preflight,
  type PrintedMessage,
  possibleLines,
  profiles,
  type ReadRequest,
  type Reason,
  readRequest,
  type Step,
  type Trace,
} from "../rules/index.ts";
import { exchangesOf } from "./exchange.ts";
import type { RecordedRequest, RecordedStep } from "./recorded.ts";
import type { Scenario } from "./types.ts";

/** A request that the rules say will arrive at a server. */
export interface PredictedRequest {
  url: string;
  method: string;
  origin: string | null;
  /** No check reads its Origin, and engines differ in it. */
  isOriginUnread?: true;
  /** Of a preflight: what it asks for. */
  asks?: { method: string | null; headers: string | null };
  /** Headers that must be in it as they are here, each name once. */
  headers: readonly HeaderLine[];
  /** Headers that its author set and that must not be in it with this value. */
  dropped: readonly HeaderLine[];
}

/** What the rules say that will be seen of a step. */
export interface PredictedStep {
  arrivals: readonly PredictedRequest[];
  result: "threw" | "queued" | "failed" | "answered";
  /** Response headers that the script can read; where it can know. */
  readable?: readonly string[];
  /** `basic`, `cors` or `opaque`, where the API says so. */
  type?: string;
  /** The line of the console that says why, where it is about CORS: one of these. */
  lines: readonly string[];
  /** Lines of Firefox's that come besides, each of them. */
  further: readonly string[];
  /** The answer may come from the browser's HTTP cache. */
  stored?: true;
}

/** What an API throws for a request that cannot be. */
const thrown = new Set(["TypeError", "SyntaxError", "SecurityError"]);

/** Main fetch gives these a network error; for all others the API itself throws. */
const networkErrors: ReadonlySet<string> = new Set(["same-origin-mode", "scheme-not-http"]);

/**
 * What the rules of a profile say of a scenario, step by step.
 * @param departures by default those of the engine
 */
export function predict(
  scenario: Scenario,
  engine: Engine,
  departures: Departures = profiles[engine],
): PredictedStep[] {
  return exchangesOf(scenario).map((exchange) => predictStep(exchange, engine, departures));
}

function predictStep(planned: Exchange, engine: Engine, profile: Departures): PredictedStep {
  const departures = departuresFor(planned.element, profile);
  const exchange = withDefaults(planned);
  const trace = judgeExchange(exchange, departures);
  return {
    arrivals: [...trace.steps, trace.end].flatMap((each) => arrivalsOf(each, exchange.request, departures)),
    ...resultOf(trace, exchange, engine),
    lines: possibleLines(exchange, engine, trace),
    further: engine === "firefox" ? englishOf(furtherMessages(exchange)) : [],
    ...(exchange.stored && { stored: true }),
  };
}

function englishOf(messages: readonly PrintedMessage[]): string[] {
  return messages.flatMap(({ language, text }) => (language === "en" ? [text] : []));
}

type Result = Pick<PredictedStep, "result" | "readable" | "type">;

const notFound: CorsResponse = { status: 404, headers: [] };

/** What a scenario does not say, the lab's servers answer so. */
function withDefaults(exchange: Exchange): Exchange {
  const { redirects, earlier } = exchange;
  return {
    preflight: notFound,
    response: notFound,
    ...exchange,
    ...(redirects && { redirects: redirects.map((hop) => ({ preflight: notFound, response: notFound, ...hop })) }),
    ...(earlier && { earlier: earlier.map((each) => ({ preflight: notFound, response: notFound, ...each })) }),
  };
}

/** A URL as a server sees it: without what the browser keeps to itself, the fragment and the user's name. */
export function urlOnTheWire({ url }: Pick<CorsRequest, "url">): string {
  return url.replace(/#.*$/s, "").replace(/\/\/[^/@]*@/, "//");
}

/**
 * What arrives of a step, or of what ends an exchange. A host that is unreachable sees nothing.
 * @param written the request as its author wrote it
 */
function arrivalsOf(each: Step | End, written: CorsRequest, departures: Departures): PredictedRequest[] {
  switch (each.kind) {
    case "preflighted":
      return [preflightArrival(each)];
    case "redirected":
    case "opaque":
    case "readable":
    case "hidden":
      return actualArrivals(each, written, departures);
    case "unanswered":
    case "blocked":
    case "discarded":
      return each.at === "preflight" ? [preflightArrival(each)] : actualArrivals(each, written, departures);
    case "worker": {
      const url = urlOnTheWire(each.request);
      // The lab's worker fetches its opaque response itself.
      return each.gave === "response" ? [] : [{ url, method: "GET", origin: null, headers: [], dropped: [] }];
    }
    case "cached":
    case "refused":
    case "stopped":
      return [];
  }
}

function preflightArrival({ request, asks }: Preflight): PredictedRequest {
  return {
    url: urlOnTheWire(request),
    method: "OPTIONS",
    origin: getHeader(asks.headers, "Origin"),
    asks: {
      method: getHeader(asks.headers, "Access-Control-Request-Method"),
      headers: getHeader(asks.headers, "Access-Control-Request-Headers"),
    },
    headers: asks.headers,
    dropped: [],
  };
}

function actualArrivals(
  { request, tainting, from }: Actual,
  written: CorsRequest,
  departures: Departures,
): PredictedRequest[] {
  if (from !== "network") return [];
  // Chromium sends `null` with a GET, too, WebKit a beacon in the name of the page around; both an element's, with crossorigin.
  const isOwn = request.origin === "null" || (request.api === "element" && request.mode === "cors");
  const isOriginUnread = tainting !== "cors" && isOwn;
  return [
    {
      url: urlOnTheWire(request),
      method: normalizeMethod(request.method),
      origin: namesOrigin({ request, tainting }) ? request.origin : null,
      ...(isOriginUnread && { isOriginUnread }),
      ...authorsHeaders(request, written, departures),
    },
  ];
}

/** What a request has of the headers that its author wrote, and what it has not, be it dropped or lost by a redirect. */
function authorsHeaders(
  request: CorsRequest,
  written: CorsRequest,
  departures: Departures,
): Pick<PredictedRequest, "headers" | "dropped"> {
  const read = readRequest(request, departures);
  if (isRefusal(read)) throw new Error(`unreachable: what is refused is not sent: ${read.code}`);
  // Chromium's HTTP cache writes ranges anew: `Bytes=0-` as `bytes=0-`.
  const names = [...new Set(read.headers.map(([name]) => name.toLowerCase()))];
  const sent = names.filter((name) => name !== "range" && isAsWritten(name, request, read));
  return {
    headers: sent.map((name): HeaderLine => [name, onTheWire(getHeader(read.headers, name) ?? "")]),
    dropped: written.headers.filter(([name]) => !names.includes(name.toLowerCase())),
  };
}

/**
 * Whether a header is sent as it was written. Of several lines of these two Firefox sends one; and the charset beside
 * URLSearchParams WebKit replaces, as it does beside text.
 */
function isAsWritten(name: string, { api, body }: CorsRequest, { headers }: ReadRequest): boolean {
  if (name !== "content-type" && name !== "authorization") return true;
  const lines = headerLines(headers, name);
  const isCharsetReplaced = api === "xhr" && body === "urlencoded" && /charset/i.test(lines.join());
  return lines.length === 1 && !(name === "content-type" && isCharsetReplaced);
}

/** A value as it is recorded: each browser writes a boundary of its own, and none sends the space at the end. */
function onTheWire(value: string): string {
  return value.replace(/[ \t]+$/, "").replace(/(boundary=)[\w-]+/, "$1X");
}

function resultOf({ steps, end }: Trace, { request, element }: Exchange, engine: Engine): Result {
  if (end.kind === "refused" && steps.length === 0)
    return { result: isNetworkError(end.reasons, request, engine) ? "failed" : "threw" };
  // A script learns nothing of a beacon, but where it is too much for the browser.
  if (request.api === "beacon") return { result: "queued" };
  switch (end.kind) {
    case "refused":
    case "stopped":
    case "unanswered":
    case "blocked":
    case "discarded":
      return { result: "failed" };
    case "worker":
      return { result: end.gave === "response" ? "answered" : "failed" };
    case "opaque":
    case "readable":
    case "hidden":
      // An image is to be made of what is none; a script counts as loaded, and then cannot run.
      if (element && element !== "script" && isJson(getHeader(end.response.headers, "Content-Type")))
        return { result: "failed" };
      return { result: "answered", ...typeOf(end), ...readableOf(end) };
  }
}

/** Whether it is fetch that refuses a request, and not the API. `sendBeacon()` throws for what it looks at itself, and else gives `false`. */
function isNetworkError([reason]: readonly Reason[], { api }: CorsRequest, engine: Engine): boolean {
  if (!reason) return false;
  // Whose script a worker is to run, Chromium and WebKit look at before they fetch it.
  if (api === "worker" && reason.code === "same-origin-mode") return engine === "firefox";
  if (api === "beacon") return reason.code === "url-has-credentials";
  if (api === "eventsource" && reason.code === "url-invalid") return false;
  return reason.subject === "body" || networkErrors.has(reason.code) || api === "eventsource" || api === "element";
}

/** Only `fetch()` says of which type a response is. */
function typeOf({ request, tainting, from }: Actual): Pick<Result, "type"> {
  return request.api === "fetch" && from !== "data-url" ? { type: tainting } : {};
}

/** What a script can know of the headers of an answer that came over the network. */
function readableOf(end: Extract<End, { kind: "opaque" | "readable" | "hidden" }>): Pick<Result, "readable"> {
  const { api } = end.request;
  if ((api !== "fetch" && api !== "xhr") || end.from !== "network") return {};
  return { readable: end.kind === "opaque" ? [] : end.exposedHeaders };
}

/**
 * In which points an engine did something else than the rules say for its profile; nothing where it
 * agrees.
 */
export function disagreements(
  scenario: Scenario,
  recorded: readonly RecordedStep[],
  engine: Engine,
  departures?: Departures,
): string[] {
  const predicted = predict(scenario, engine, departures);
  if (recorded.length !== predicted.length) return [`${recorded.length} steps were recorded, not ${predicted.length}`];
  return predicted.flatMap((expected, index) => {
    const seen = recorded[index] as RecordedStep;
    const step = predicted.length > 1 ? `step ${index + 1}: ` : "";
    return disagreementsInStep(expected, seen).map((problem) => step + problem);
  });
}

/** In which points an engine did something else in a step than was predicted. */
export function disagreementsInStep(expected: PredictedStep, seen: RecordedStep): string[] {
  const found: string[] = [];
  const arrivals = seen.arrivals.map((arrival, index) => describe(arrival, expected.arrivals[index]));
  const predicted = expected.arrivals.map(describePredicted);
  // Whether a stored answer is used is each browser's own business; where it is not, the server gives the same.
  const isFresh = expected.stored && arrivals.length === 1 && arrivals[0]?.startsWith("GET ");
  if (arrivals.join("\n") !== predicted.join("\n") && !isFresh) {
    found.push(`arrived: ${arrivals.join(" | ") || "nothing"}; expected: ${predicted.join(" | ") || "nothing"}`);
  } else found.push(...expected.arrivals.flatMap((arrival, index) => unlikeHeaders(arrival, seen.arrivals[index])));
  const { played } = seen;
  if (played.result !== expected.result) found.push(`${played.result}, expected: ${expected.result}`);
  else if (played.result === "threw" && !thrown.has(played.error)) found.push(`threw a ${played.error}`);
  else if (played.result === "answered") {
    if (expected.type !== undefined && played.type !== expected.type) {
      found.push(`type ${played.type}, expected: ${expected.type}`);
    }
    // The lab's servers say how long their bodies are, and nothing else of their own.
    const readable = played.headers.filter((name) => name !== "content-length" && name !== "connection");
    const should = expected.readable?.filter((name) => name !== "content-length");
    if (should && readable.join() !== should.join()) {
      found.push(`readable: ${readable.join(", ")}; expected: ${should.join(", ")}`);
    }
  }
  if (expected.lines.length > 0 && !expected.lines.some((line) => seen.console.includes(line))) {
    found.push(`printed: ${seen.console.join(" | ") || "nothing"}; expected: ${expected.lines.join(" or ")}`);
  }
  if (expected.lines.length === 0 && seen.console.some(isAboutCors)) {
    found.push(`printed: ${seen.console.filter(isAboutCors).join(" | ")}; expected: nothing about CORS`);
  }
  // It may say the same of the preflight and of the request.
  const further = [...new Set(seen.console.filter(isFurther))];
  if (further.join() !== expected.further.join()) {
    found.push(
      `printed besides: ${further.join(" | ") || "nothing"}; expected: ${expected.further.join(" | ") || "nothing"}`,
    );
  }
  return found;
}

/** Tells of each step of a scenario, by its index, whether an engine has done what was predicted. */
export function isAsPredicted(scenario: Scenario, engine: Engine): (seen: RecordedStep, index: number) => boolean {
  const predicted = predict(scenario, engine);
  return (seen, index) => {
    const expected = predicted[index];
    return expected !== undefined && disagreementsInStep(expected, seen).length === 0;
  };
}

/** The headers in which a request is another than predicted. */
function unlikeHeaders({ headers, dropped }: PredictedRequest, seen: RecordedRequest | undefined): string[] {
  if (!seen) return [];
  const others = headers.flatMap(([name, value]) => {
    const sent = getHeader(seen.headers, name);
    return sent !== null && isAlike(sent, value) ? [] : [`${name}: ${sent}; expected: ${value}`];
  });
  // Where the author's value may be what the browser sends of its own, nothing can be told.
  const kept = dropped.filter(
    ([name, value]) => value.trim().length > 3 && getHeader(seen.headers, name) === value.trim(),
  );
  return [...others, ...kept.map(([name]) => `${name} was to be dropped`)];
}

/** Whether a value is sent. WebKitGTK sends bytes beyond ASCII in two each; Firefox joins no empty line to another. */
function isAlike(sent: string, value: string): boolean {
  const filled = (list: string) => list.split(/, ?/).filter(Boolean).join();
  const inUtf8 = String.fromCharCode(...new TextEncoder().encode(value));
  return sent === value || sent === inUtf8 || filled(sent) === filled(value);
}

/** Whether a line is one of those that Firefox prints besides the reason. */
function isFurther(line: string): boolean {
  return line.startsWith("Cross-Origin Request Warning:") || line.includes("(Reason: CORS request did not succeed)");
}

/** Whether a line of the console blames an answer's CORS headers. A name that scripts may not set is the script's fault. */
function isAboutCors(line: string): boolean {
  if (isFurther(line) || /^(Refused to set unsafe header|Attempt to set a forbidden header was denied)/.test(line))
    return false;
  return /^Cross-Origin Request Blocked:|blocked by CORS policy|Access-Control-|Preflight response/.test(line);
}

function describe({ url, method, headers }: RecordedRequest, expected: PredictedRequest | undefined): string {
  const asksMethod = getHeader(headers, "access-control-request-method");
  return describePredicted({
    url,
    method,
    origin: expected?.isOriginUnread ? expected.origin : getHeader(headers, "origin"),
    ...(asksMethod !== null && {
      asks: { method: asksMethod, headers: getHeader(headers, "access-control-request-headers") },
    }),
  });
}

function describePredicted({
  url,
  method,
  origin,
  asks,
}: Pick<PredictedRequest, "url" | "method" | "origin" | "asks">): string {
  const list = asks ? ` [${asks.method}: ${asks.headers ?? ""}]` : "";
  return `${method} ${url} from ${origin ?? "nobody"}${list}`;
}
