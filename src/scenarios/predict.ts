import {
  type Actual,
  type CorsRequest,
  type CorsResponse,
  type Departures,
  type End,
  type Engine,
  type Exchange,
  getHeader,
  isJson,
  judgeExchange,
  normalizeMethod,
  type Preflight,
  possibleLines,
  profiles,
  type Reason,
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
  /** Of a preflight: what it asks for. */
  asks?: { method: string | null; headers: string | null };
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
  /** The answer may come from the browser's HTTP cache. */
  stored?: true;
}

/** Main fetch gives these a network error; for all others the API itself throws. */
export const networkErrors: ReadonlySet<string> = new Set(["same-origin-mode", "scheme-not-http"]);

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

function predictStep(planned: Exchange, engine: Engine, departures: Departures): PredictedStep {
  const exchange = withDefaults(planned);
  const trace = judgeExchange(exchange, departures);
  return {
    arrivals: [...trace.steps, trace.end].flatMap(arrivalsOf),
    ...resultOf(trace, exchange),
    lines: possibleLines(exchange, engine, trace),
    ...(exchange.stored && { stored: true }),
  };
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

/** What arrives of a step, or of what ends an exchange. A host that is unreachable sees nothing. */
function arrivalsOf(each: Step | End): PredictedRequest[] {
  switch (each.kind) {
    case "preflighted":
      return [preflightArrival(each)];
    case "redirected":
    case "opaque":
    case "readable":
    case "hidden":
      return actualArrivals(each);
    case "unanswered":
    case "blocked":
    case "discarded":
      return each.at === "preflight" ? [preflightArrival(each)] : actualArrivals(each);
    case "worker":
      // The lab's worker fetches its opaque response itself.
      return each.gave === "response" ? [] : [{ url: urlOnTheWire(each.request), method: "GET", origin: null }];
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
  };
}

function actualArrivals({ request, tainting, from }: Actual): PredictedRequest[] {
  if (from !== "network") return [];
  const method = normalizeMethod(request.method);
  const changes = method !== "GET" && method !== "HEAD";
  const isCross = request.mode === "cors" && tainting !== "basic";
  return [{ url: urlOnTheWire(request), method, origin: changes || isCross ? request.origin : null }];
}

function resultOf({ steps, end }: Trace, { request, element }: Exchange): Result {
  if (end.kind === "refused" && steps.length === 0)
    return { result: isNetworkError(end.reasons, request) ? "failed" : "threw" };
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
      // An image is to be made of what is none.
      if (element === "img" && isJson(getHeader(end.response.headers, "Content-Type"))) return { result: "failed" };
      return { result: "answered", ...typeOf(end), ...readableOf(end) };
  }
}

/** Whether it is fetch that refuses a request, and not the API. */
function isNetworkError([reason]: readonly Reason[], { api }: CorsRequest): boolean {
  if (!reason) return false;
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
    return disagreementsOfStep(expected, seen).map((problem) => step + problem);
  });
}

function disagreementsOfStep(expected: PredictedStep, seen: RecordedStep): string[] {
  const found: string[] = [];
  const arrivals = seen.arrivals.map(describe);
  const predicted = expected.arrivals.map(describePredicted);
  // Whether a stored answer is used is each browser's own business; where it is not, the server gives the same.
  const asked = expected.stored && arrivals.length === 1 && arrivals[0]?.startsWith("GET ");
  if (arrivals.join("\n") !== predicted.join("\n") && !asked) {
    found.push(`arrived: ${arrivals.join(" | ") || "nothing"}; expected: ${predicted.join(" | ") || "nothing"}`);
  }
  const { played } = seen;
  if (played.result !== expected.result) found.push(`${played.result}, expected: ${expected.result}`);
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
  return found;
}

/** Whether a line of the console blames an answer's CORS headers. A warning blames nothing yet. */
function isAboutCors(line: string): boolean {
  if (line.startsWith("Cross-Origin Request Warning:")) return false;
  if (line.startsWith("Cross-Origin Request Blocked:")) return !line.includes("(Reason: CORS request did not succeed)");
  return /blocked by CORS policy|Access-Control-|Preflight response/.test(line);
}

function describe({ url, method, headers }: RecordedRequest): string {
  const asksMethod = getHeader(headers, "access-control-request-method");
  return describePredicted({
    url,
    method,
    origin: getHeader(headers, "origin"),
    ...(asksMethod !== null && {
      asks: { method: asksMethod, headers: getHeader(headers, "access-control-request-headers") },
    }),
  });
}

function describePredicted({ url, method, origin, asks }: PredictedRequest): string {
  const asked = asks ? ` [${asks.method}: ${asks.headers ?? ""}]` : "";
  return `${method} ${url} from ${origin ?? "nobody"}${asked}`;
}
