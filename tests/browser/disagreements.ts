import type { Arrival } from "../../scripts/lab/rawServer.ts";
import type { PageStep } from "../../scripts/lab/runner/playInPage.ts";
import {
  type Api,
  type CorsResponse,
  checkResponse,
  chromium,
  type Decision,
  getHeader,
  isPreflight,
  isRefusal,
  normalizeMethod,
  readRequest,
} from "../../src/rules/index.ts";
import { networkErrors } from "../../src/scenarios/predict.ts";
import type { RecordedResult } from "../../src/scenarios/recorded.ts";

/** What the rules say of a request and what a browser did with it. */
export interface Observed {
  case: PageStep;
  decision: Decision;
  /** The answer to the actual request as it went over the wire. */
  response: CorsResponse;
  arrivals: Arrival[];
  played: RecordedResult;
}

/** Says in which points a browser did something else than the rules say; nothing where it agrees. */
export function disagreements(observed: Observed): string[] {
  return observed.decision.outcome === "refused"
    ? inRefusal(observed)
    : [...onTheWire(observed), ...inScript(observed)];
}

function inRefusal({ case: { request }, decision, arrivals, played }: Observed): string[] {
  const found = arrivals.length === 0 ? [] : [`sent ${arrivals.map(({ method }) => method)} for a refused request`];
  const [reason] = decision.reasons;
  // An element and a beacon report errors each in its own way; these two throw or reject.
  const tells = request.api === "fetch" || request.api === "xhr";
  const expected = reason && networkErrors.has(reason.code) ? "failed" : "threw";
  if (tells ? played.result !== expected : played.result !== "failed" && played.result !== "threw") {
    found.push(`${expected} expected, seen: ${JSON.stringify(played)}`);
  }
  if (played.result === "threw" && !["TypeError", "SyntaxError", "SecurityError"].includes(played.error)) {
    found.push(`threw a ${played.error}`);
  }
  return found;
}

function onTheWire({ case: { request }, decision, arrivals }: Observed): string[] {
  const found: string[] = [];
  const [preflight, ...more] = arrivals.filter(isPreflight);
  const expected = decision.preflightRequest;
  if ((preflight !== undefined) !== (expected !== undefined) || more.length > 0) {
    found.push(`preflights seen: ${arrivals.filter(isPreflight).length}`);
  } else if (preflight && expected) {
    if (preflight.path !== expected.url.replace(/^[a-z]+:\/\/[^/]*/, ""))
      found.push(`preflight's path: ${preflight.path}`);
    for (const name of ["Accept", "Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"]) {
      const seen = getHeader(preflight.headers, name);
      if (seen !== getHeader(expected.headers, name)) found.push(`preflight's ${name}: ${seen}`);
    }
  }

  // Nothing goes over the wire for a data: URL.
  if (decision.reasons.some(({ code }) => code === "data-url")) return found;
  const [actual, ...repeated] = arrivals.filter((arrival) => !isPreflight(arrival));
  if (!actual || repeated.length > 0) return [...found, `actual requests seen: ${actual ? 1 + repeated.length : 0}`];
  if (actual.method !== normalizeMethod(request.method)) found.push(`method seen: ${actual.method}`);
  const read = readRequest(request, chromium);
  if (isRefusal(read)) return [...found, `sent, and was to be refused: ${read.code}`];
  const { headers, dropped } = read;
  for (const name of new Set(headers.map(([name]) => name.toLowerCase()))) {
    const seen = getHeader(actual.headers, name);
    const expected = getHeader(headers, name) ?? "";
    if (!isRewritten(name, expected, request.api) && seen !== expected.replace(/[ \t]+$/, ""))
      found.push(`${name} seen: ${seen}`);
  }
  for (const [name, value] of request.headers) {
    const droppedWholly = dropped.includes(name) && getHeader(headers, name) === null;
    // Where the author's value is what the browser sends of its own, nothing can be told.
    if (droppedWholly && value.trim().length > 3 && getHeader(actual.headers, name) === value.trim()) {
      found.push(`${name} was to be dropped`);
    }
  }
  return found;
}

/** Headers whose value is the engine's to write, without any bearing on CORS. */
function isRewritten(name: string, value: string, api: Api): boolean {
  // Chromium's HTTP cache writes ranges anew: `Bytes=0-` goes out as `bytes=0-`.
  if (name === "range") return true;
  if (name !== "content-type") return false;
  // A boundary is each engine's own. XHR's charset Chromium replaces in place, `utf-8` by `UTF-8` too
  // and for URLSearchParams too, where the standard serialises the type anew, for text alone.
  return value.startsWith("multipart/form-data; boundary=----") || (api === "xhr" && /charset/i.test(value));
}

function inScript({ case: { request }, decision, response, played }: Observed): string[] {
  const { api } = request;
  if (api === "beacon") return played.result === "queued" ? [] : [`beacon: ${JSON.stringify(played)}`];
  if (played.result !== "answered") return [`an answer expected, seen: ${JSON.stringify(played)}`];
  if (api !== "fetch" && api !== "xhr") return [];
  const found: string[] = [];
  const type = { "same-origin": "basic", opaque: "opaque" }[decision.outcome as string] ?? "cors";
  if (api === "fetch" && played.type !== type) found.push(`response type: ${played.type}`);
  if (decision.reasons.some(({ code }) => code === "data-url")) return found;
  const check = checkResponse(request, response, chromium);
  const readable = played.headers.map((name) => name.toLowerCase()).toSorted();
  if (!check.ok) found.push("the rules let no script read the answer");
  else if (readable.join() !== check.exposedHeaders.join()) found.push(`readable headers: ${readable}`);
  return found;
}
