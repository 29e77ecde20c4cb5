import {
  type CorsRequest,
  type CorsResponse,
  type CredentialsMode,
  decidePreflight,
  type Exchange,
  getHeader,
  type HeaderLine,
  isOkStatus,
  isSerializedOrigin,
  leastResponses,
} from "../../rules/index.ts";
import type { Known, PartialExchange, PartialResponse } from "../types.ts";

/** Where the page is and what it asks, where a paste does not say. */
const SOME_PAGE = "https://app.example.com";
const SOME_URL = "https://api.example.com/";

/** A partial exchange made whole, so that the rules can judge it. */
export interface Completed {
  exchange: Exchange;
  /** What was put in for it. */
  assumed: ReadonlySet<Assumption>;
}

export type Assumption = "origin" | "url" | "method" | "headers" | "preflight" | "response";

/**
 * Makes an exchange whole: what was not seen is put in so that it passes, because nothing may be
 * blamed that nobody saw.
 */
export function complete(partial: PartialExchange, credentials: CredentialsMode, known: Known = {}): Completed {
  const assumed = new Set<Assumption>();
  const { seen: _, request: __, preflight: seenPreflight, response: seenResponse, ...around } = partial;
  const request = completeRequest(partial, credentials, assumed);
  const response = seenResponse ? whole(seenResponse, 200) : undefined;
  if (!response) assumed.add("response");
  const exchange: Exchange = { ...around, request };
  if (response) exchange.response = response;
  else if (known.status !== undefined) exchange.response = answered(known.status, leastResponses(request).response);

  const isPreflighted = decidePreflight(request).outcome === "preflight";
  if (seenPreflight) {
    exchange.preflight = whole(seenPreflight, 204);
    if (!isPreflighted) askForOneMore(exchange);
  } else if (isPreflighted) {
    const least = leastResponses(request).preflight?.headers ?? [];
    if (known.preflightStatus === undefined) assumed.add("preflight");
    exchange.preflight = answered(known.preflightStatus ?? 204, least);
    // The browser sent the request itself, and asked nobody now: it had asked before.
    if (partial.seen?.isSent && known.preflightStatus !== undefined) {
      exchange.earlier = [{ request, preflight: answered(204, least), response: answered(200, least), secondsAgo: 0 }];
    }
  }
  return { exchange, assumed };
}

function answered(status: number, headers: readonly HeaderLine[]): CorsResponse {
  return { status, headers: isOkStatus(status) ? headers : [] };
}

function whole({ status, headers = [], ...more }: PartialResponse, otherwise: number): CorsResponse {
  return { ...more, status: status ?? otherwise, headers };
}

function completeRequest(
  { request, preflight, response }: PartialExchange,
  credentials: CredentialsMode,
  assumed: Set<Assumption>,
): CorsRequest {
  const answers = [preflight, response].flatMap((answer) => (answer?.headers ? [answer.headers] : []));
  if (request.origin === undefined) assumed.add("origin");
  if (request.url === undefined) assumed.add("url");
  if (request.method === undefined) assumed.add("method");
  if (request.headers === undefined) assumed.add("headers");
  const method = request.method ?? allowedMethod(preflight) ?? "GET";
  const isBodiless = /^(?:GET|HEAD)$/i.test(method);
  const headers = request.headers ?? [];
  return {
    url: SOME_URL,
    mode: "cors",
    api: "fetch",
    uploadListener: false,
    ...request,
    origin: request.origin ?? allowedOrigin(answers) ?? SOME_PAGE,
    method,
    headers,
    credentials,
    body: isBodiless ? "none" : (request.body ?? "none"),
  };
}

/** The page that an answer is meant for, where it names one. */
function allowedOrigin(answers: readonly (readonly HeaderLine[])[]): string | undefined {
  return answers
    .map((headers) => getHeader(headers, "access-control-allow-origin") ?? "")
    .find((origin) => origin !== "null" && isSerializedOrigin(origin));
}

/** The first method that an answer to OPTIONS lists and that is preflighted for itself. */
function allowedMethod(preflight: PartialResponse | undefined): string | undefined {
  const list = getHeader(preflight?.headers ?? [], "access-control-allow-methods") ?? "";
  return list
    .split(",")
    .map((method) => method.trim())
    .find((method) => /^(?:PUT|DELETE|PATCH)$/.test(method));
}

const MARK = "x-preflighted";

/**
 * Somebody sent an OPTIONS for a request that no browser asks for first. So that the rules look at its
 * answer, the request gets one header more, which the answer allows.
 */
function askForOneMore(exchange: Exchange): void {
  const { request, preflight } = exchange;
  if (!preflight || request.mode !== "cors") return;
  exchange.request = { ...request, headers: [...request.headers, [MARK, "1"]] };
  exchange.preflight = { ...preflight, headers: [...preflight.headers, ["Access-Control-Allow-Headers", MARK]] };
}
