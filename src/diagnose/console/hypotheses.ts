import {
  type CorsRequest,
  type CorsResponse,
  decidePreflight,
  type Exchange,
  type HeaderLine,
  isAuthenticationStatus,
  isOkStatus,
  isRedirectStatus,
  isSerializedOrigin,
  leastResponses,
  plainRequest,
} from "../../rules/index.ts";
import type { Known } from "../types.ts";
import { unsafeValueOf } from "../unsafeValues.ts";
import type { Message } from "./types.ts";

/** One way in which an exchange may have gone wrong, to be judged by the rules. */
export interface Hypothesis {
  exchange: Exchange;
  /** How often it is that, compared to others: of two with the same message, the one with more comes first. */
  weight: number;
  /** What a reader would answer to the questions, were it so; by the question's id. */
  answers: Readonly<Record<string, string>>;
}

const ORIGIN = "https://app.example.com";
const OTHER_ORIGIN = "https://www.example.com";
/** On no page's host and on no local network, over https: nothing but what is meant to fail does. */
const URL = "https://server.test/items";
const ELSEWHERE = "https://elsewhere.test/items";
/** On the same server: a second change of server would make a request's origin null. */
const MOVED = "https://server.test/moved";

/** Statuses that stand for all that mean the same, with how often a preflight, and a request, is answered so. */
const preflightStatuses: Readonly<Record<number, number>> = {
  404: 80,
  405: 60,
  403: 55,
  401: 54,
  500: 40,
  502: 39,
  400: 30,
};
const responseStatuses: Readonly<Record<number, number>> = { 500: 70, 502: 69, 404: 45, 401: 44, 403: 43, 400: 42 };

const made = new Map<string, readonly Hypothesis[]>();
const MOST_MADE = 100;

/** Everything that can have led to a message of the console, with what is known of the exchange filled in. */
export function hypothesesFor(message: Message, known: Known): readonly Hypothesis[] {
  const { origin, value, method, header, api, phase, status, redirectedFrom, redirectedTo, cached } = message;
  const isRedirected = Boolean(redirectedFrom ?? redirectedTo);
  const ofKnown = [known.origin, known.method, known.status, known.preflightStatus];
  const key = JSON.stringify([origin, value, method, header, api, phase, status, isRedirected, cached, ofKnown]);
  const kept = made.get(key);
  if (kept) return kept;
  if (made.size >= MOST_MADE) made.clear();
  const hypotheses = makeHypotheses(message, known);
  made.set(key, hypotheses);
  return hypotheses;
}

function makeHypotheses(message: Message, known: Known): Hypothesis[] {
  const facts = new Facts(message, known);
  const all = [...ofPreflight(facts), ...ofResponse(facts), ...ofRedirect(facts), ...ofNetwork(facts)];
  if (message.origin !== undefined || known.origin !== undefined) return all;
  // Firefox does not say what the origin is.
  const ofNull = new Facts({ ...message, origin: "null" }, known);
  return [
    ...all.map((each) => ({ ...each, answers: { "origin-kind": "page", ...each.answers } })),
    ...[...ofPreflight(ofNull), ...ofResponse(ofNull)].map((each) => ({
      ...each,
      weight: each.weight / 5,
      answers: { ...each.answers, "origin-kind": "null" },
    })),
  ];
}

/** What a message and the reader say, in the form in which hypotheses need it. */
class Facts {
  readonly origin: string;
  readonly value: string | undefined;
  readonly status: number | undefined;
  readonly preflightStatus: number | undefined;
  readonly message: Message;
  private readonly known: Known;

  constructor(message: Message, known: Known) {
    // An origin that nobody said is none that the answer names.
    const origin = message.origin ?? known.origin ?? (message.value === ORIGIN ? OTHER_ORIGIN : ORIGIN);
    this.message = message;
    this.known = known;
    this.origin = origin !== undefined && isSerializedOrigin(origin) ? origin : ORIGIN;
    this.value = message.value;
    const { phase, status } = message;
    // A reason that does not say whose status it gives may mean either.
    this.status = (phase === "preflight" ? undefined : status) ?? known.status;
    this.preflightStatus = (phase === "response" ? undefined : status) ?? known.preflightStatus;
  }

  get method(): string | undefined {
    return this.message.method ?? this.known.method;
  }

  get header(): string | undefined {
    return this.message.header;
  }

  private get api(): CorsRequest["api"] {
    const { api } = this.message;
    // What Chromium calls a resource is a beacon or an event source.
    if (api === undefined || api === "fetch" || api === "resource") return "fetch";
    return api === "XMLHttpRequest" ? "xhr" : "element";
  }

  /** A request that needs a preflight; `null` where the API sends none. */
  preflighted(changes: Partial<CorsRequest> = {}): CorsRequest | null {
    if (this.api === "element") return null;
    const header = this.header;
    const method = this.method ?? (header ? "GET" : "PUT");
    const request = this.request({
      method,
      headers: [header ? [header, unsafeValueOf(header)] : ["Content-Type", "application/json"]],
      body: ["GET", "HEAD"].includes(method) ? "none" : "text",
      ...changes,
    });
    return decidePreflight(request).outcome === "preflight" ? request : null;
  }

  /** A request that needs none. */
  simple(changes: Partial<CorsRequest> = {}): CorsRequest | null {
    const request = this.request({ method: this.method ?? "GET", ...changes });
    return decidePreflight(request).outcome === "no-preflight" ? request : null;
  }

  private request(changes: Partial<CorsRequest>): CorsRequest {
    return plainRequest({ origin: this.origin, url: URL, api: this.api, ...changes });
  }

  /** Statuses that are not ok, which a preflight may have been answered with. */
  failingPreflights(): [status: number, weight: number][] {
    return failing(this.preflightStatus, preflightStatuses, (status) => preflightWeight(status));
  }

  failingResponses(): [status: number, weight: number][] {
    // A redirect is a hypothesis of its own.
    if (this.status !== undefined && isRedirectStatus(this.status)) return [];
    return failing(this.status, responseStatuses, (status) => responseStatuses[status] ?? 50);
  }

  get okPreflightStatus(): number {
    return this.preflightStatus !== undefined && isOkStatus(this.preflightStatus) ? this.preflightStatus : 204;
  }

  get okStatus(): number {
    return this.status !== undefined && isOkStatus(this.status) ? this.status : 200;
  }
}

function failing(
  status: number | undefined,
  usual: Readonly<Record<number, number>>,
  weightOf: (status: number) => number,
): [number, number][] {
  if (status === undefined) return Object.entries(usual).map(([each, weight]) => [Number(each), weight]);
  return isOkStatus(status) ? [] : [[status, weightOf(status)]];
}

/** Of a status that is known: statuses that say "not asked so" or "not you" are answers to OPTIONS more often than to the request. */
function preflightWeight(status: number): number {
  if (preflightStatuses[status]) return preflightStatuses[status];
  return status === 501 || status === 406 || status === 415 ? 75 : 41;
}

const allowOrigin = (value: string): HeaderLine => ["Access-Control-Allow-Origin", value];
const allowMethods = (value: string): HeaderLine => ["Access-Control-Allow-Methods", value];
const allowHeaders = (value: string): HeaderLine => ["Access-Control-Allow-Headers", value];
const allowCredentials = (value: string): HeaderLine => ["Access-Control-Allow-Credentials", value];

/** The least that lets a request pass, but for one header. */
function least(request: CorsRequest, without = "", instead: readonly HeaderLine[] = []): HeaderLine[] {
  const lines = leastResponses(request).preflight?.headers ?? [];
  return [...lines.filter(([name]) => name !== without), ...instead];
}

const withCredentials = { credentials: "include" };

function statusAnswer(status: number): string {
  if (isOkStatus(status)) return "ok";
  if (isAuthenticationStatus(status)) return "auth";
  if (status >= 500 && status !== 501) return "server-error";
  return isRedirectStatus(status) ? "redirect" : "not-found";
}

/** Answers to OPTIONS that do not let the request pass. */
function* ofPreflight(facts: Facts): Generator<Hypothesis> {
  const make = (
    weight: number,
    request: CorsRequest | null,
    status: number,
    headers: readonly HeaderLine[],
    answers: Record<string, string> = {},
    more: Partial<Exchange> = {},
  ): Hypothesis[] =>
    request
      ? [
          {
            exchange: { request, preflight: { status, headers }, ...more },
            weight,
            answers: { which: "preflight", preflighted: "yes", "preflight-status": statusAnswer(status), ...answers },
          },
        ]
      : [];
  const request = facts.preflighted();
  if (!request) return;
  const include = facts.preflighted({ credentials: "include" });
  const ok = facts.okPreflightStatus;
  for (const [status, weight] of facts.failingPreflights()) {
    const redirect: HeaderLine[] = isRedirectStatus(status) ? [["Location", ELSEWHERE]] : [];
    yield* make(weight, request, status, redirect);
    yield* make(weight - 1, request, status, [...redirect, ...least(request)]);
  }
  if (facts.preflightStatus === undefined) {
    yield* make(35, request, 301, [["Location", ELSEWHERE]]);
    yield* make(35, request, 301, [["Location", ELSEWHERE], ...least(request)]);
  }
  if (facts.preflightStatus !== undefined && !isOkStatus(facts.preflightStatus)) return;
  const nothing = least(request, "Access-Control-Allow-Origin");
  yield* make(58, request, ok, nothing, { middleware: "no", "allow-origin": "missing" });
  const probe: Exchange["probe"] = {
    asks: "plain-get",
    response: { status: ok, headers: [allowOrigin(facts.origin)] },
  };
  yield* make(20, request, ok, nothing, { middleware: "yes", "allow-origin": "missing" }, { probe });
  for (const [weight, headers, lines] of originFaults(facts)) {
    yield* make(weight, request, ok, [...least(request, "Access-Control-Allow-Origin"), ...headers], lines);
  }
  if (include) {
    const rest = least(include, "Access-Control-Allow-Origin");
    yield* make(60, include, ok, [...rest, allowOrigin("*")], withCredentials);
    yield* make(
      60,
      include,
      ok,
      [...least(include, "Access-Control-Allow-Credentials"), ...(facts.value ? [allowCredentials(facts.value)] : [])],
      withCredentials,
    );
  }
  yield* listFaults(facts, request, include, ok, make);
}

/** Access-Control-Allow-Origin that is there and does not fit. */
function* originFaults({ value, origin }: Facts): Generator<[number, HeaderLine[], Record<string, string>?]> {
  if (value === undefined) {
    yield [origin === "null" ? 95 : 50, [allowOrigin("https://other.test")], { "allow-origin": "other" }];
    yield [30, [allowOrigin(origin), allowOrigin(origin)], { "allow-origin-lines": "two" }];
    yield [25, [allowOrigin(`${origin}, https://other.test`)], { "allow-origin-lines": "one" }];
    return;
  }
  const values = value.split(",").map((each) => each.trim());
  if (values.length < 2) {
    yield [50, [allowOrigin(value)]];
    return;
  }
  // What stands twice, or `*` with an origin, no one sets so: two layers do, each its own.
  const isOfTwo = values.includes("*") || new Set(values).size < values.length;
  yield [isOfTwo ? 20 : 60, [allowOrigin(value)], { "allow-origin-lines": "one" }];
  yield [isOfTwo ? 60 : 20, values.map(allowOrigin), { "allow-origin-lines": "two" }];
}

type Make = (
  weight: number,
  request: CorsRequest | null,
  status: number,
  headers: readonly HeaderLine[],
  answers?: Record<string, string>,
  more?: Partial<Exchange>,
) => Hypothesis[];

/** Access-Control-Allow-Methods and -Headers that leave something out. */
function* listFaults(
  facts: Facts,
  request: CorsRequest,
  include: CorsRequest | null,
  ok: number,
  make: Make,
): Generator<Hypothesis> {
  const methods = "Access-Control-Allow-Methods";
  const headers = "Access-Control-Allow-Headers";
  const names = request.headers.map(([name]) => name.toLowerCase()).join(", ");
  const value = facts.value ?? "GET PUT";
  yield* make(60, request, ok, least(request, methods, [allowMethods("GET, POST")]), { "allow-methods": "others" });
  yield* make(30, request, ok, least(request, methods, [allowMethods(request.method.toLowerCase())]), {
    "allow-methods": "lower-case",
  });
  yield* make(70, request, ok, least(request, methods, [allowMethods(request.method.toUpperCase())]), {
    "allow-methods": "upper-case",
  });
  const patch = facts.method === undefined ? facts.preflighted({ method: "patch" }) : null;
  yield* make(12, patch, ok, patch ? least(patch, methods, [allowMethods("GET, PUT, PATCH")]) : [], {
    "allow-methods": "upper-case",
  });
  yield* make(25, include, ok, include ? least(include, methods, [allowMethods("*")]) : [], {
    "allow-methods": "wildcard",
    ...withCredentials,
  });
  yield* make(60, request, ok, least(request, methods, [allowMethods(value)]));
  yield* make(60, request, ok, least(request, headers), { "allow-headers": "others" });
  yield* make(25, include, ok, include ? least(include, headers, [allowHeaders("*")]) : [], {
    "allow-headers": "wildcard",
    ...withCredentials,
  });
  yield* make(45, request, ok, least(request, headers, [allowHeaders("*")]), {
    "allow-headers": "wildcard",
    credentials: "omit",
  });
  yield* make(
    10,
    request,
    ok,
    least(request, headers),
    { "allow-headers": "as-written" },
    {
      probe: {
        asks: "names-as-written",
        response: { status: ok, headers: least(request, headers, [allowHeaders(names)]) },
      },
    },
  );
  yield* make(60, request, ok, least(request, headers, [allowHeaders(value)]));
}

/** Answers to the request itself that the script may not read. */
function* ofResponse(facts: Facts): Generator<Hypothesis> {
  const simple = facts.simple();
  const requests: [CorsRequest, CorsResponse | undefined, number, "yes" | "no"][] = [];
  if (simple) requests.push([simple, undefined, 0, "no"]);
  const asked = facts.preflighted();
  if (asked) requests.push([asked, { status: 204, headers: least(asked) }, -14, "yes"]);
  for (const [request, preflight, change, preflighted] of requests) {
    const make = (
      weight: number,
      status: number,
      headers: readonly HeaderLine[],
      answers: Record<string, string> = {},
      credentials: CorsRequest["credentials"] = "same-origin",
    ): Hypothesis => ({
      exchange: {
        request: { ...request, credentials },
        ...(preflight && {
          preflight:
            credentials === "include" ? { ...preflight, headers: least({ ...request, credentials }) } : preflight,
        }),
        response: { status, headers },
      },
      weight: weight + change,
      answers: { which: "response", preflighted, status: isOkStatus(status) ? "ok" : "error", ...answers },
    });
    for (const [status, weight] of facts.failingResponses())
      yield make(weight, status, [], { "allow-origin": "missing" });
    if (facts.status !== undefined && !isOkStatus(facts.status)) {
      for (const [weight, headers, answers] of originFaults(facts))
        yield make(weight - 30, facts.status, headers, answers);
      continue;
    }
    const ok = facts.okStatus;
    const cachedWeight = facts.message.cached ? 100 : 15;
    yield make(facts.message.cached ? 20 : 90, ok, [], { cached: "no", "allow-origin": "missing" });
    yield make(cachedWeight, ok, [["Age", "60"]], { cached: "yes", "allow-origin": "missing" });
    for (const [weight, headers, answers] of originFaults(facts)) {
      yield make(weight, ok, headers, { cached: "no", ...answers });
      yield make(cachedWeight, ok, [...headers, ["Age", "60"]], { cached: "yes", ...answers });
    }
    yield make(60, ok, [allowOrigin("*")], withCredentials, "include");
    yield make(
      60,
      ok,
      [allowOrigin(facts.origin), ...(facts.value ? [allowCredentials(facts.value)] : [])],
      withCredentials,
      "include",
    );
  }
}

/** Redirects of the request itself. */
function* ofRedirect(facts: Facts): Generator<Hypothesis> {
  const { redirectedFrom, redirectedTo } = facts.message;
  const isRedirect = facts.status !== undefined && isRedirectStatus(facts.status);
  const weight = redirectedFrom || redirectedTo ? 200 : isRedirect ? 50 : 12;
  const location: HeaderLine = ["Location", ELSEWHERE];
  const status = isRedirect ? (facts.status ?? 302) : 302;
  const answers = { redirected: "yes", which: "response" };
  for (const request of [facts.simple(), facts.preflighted()]) {
    if (!request) continue;
    const isAsked = decidePreflight(request).outcome === "preflight";
    const start = { request, ...(isAsked && { preflight: { status: 204, headers: least(request) } }) };
    yield { exchange: { ...start, response: { status, headers: [location] } }, weight, answers };
    const led = { ...start, response: { status: 307, headers: [location, allowOrigin(facts.origin)] } };
    for (const headers of [[], [allowOrigin(facts.value ?? "https://other.test")]]) {
      const there = { ...(isAsked && { preflight: { status: 204, headers: [allowOrigin("*"), ...least(request)] } }) };
      yield {
        exchange: { ...led, redirects: [{ ...there, response: { status: facts.okStatus, headers } }] },
        weight,
        answers,
      };
    }
  }
  const include = facts.simple({ credentials: "include" });
  if (include) {
    const headers = [location, allowOrigin(facts.origin), allowCredentials("true")];
    const response = { status: facts.okStatus, headers: [allowOrigin("*")] };
    yield {
      exchange: { request: include, response: { status: 302, headers }, redirects: [{ response }] },
      weight: weight / 2,
      answers,
    };
  }
  // The preflight of where it leads fails, for whatever preflights fail.
  for (const { exchange, answers: own } of ofPreflight(facts)) {
    const { request, preflight } = exchange;
    if (!preflight || isRedirectStatus(preflight.status) || exchange.probe) continue;
    const headers: HeaderLine[] = [["Location", MOVED], allowOrigin(facts.origin), allowCredentials("true")];
    const response = { status: 307, headers };
    yield {
      exchange: { request, preflight: { status: 204, headers: least(request) }, response, redirects: [{ preflight }] },
      weight: redirectedFrom ? weight : weight / 2,
      answers: {
        ...answers,
        which: "preflight",
        ...(own["preflight-status"] && { "preflight-status": own["preflight-status"] }),
      },
    };
  }
}

/** No server answers, or none is asked. */
function* ofNetwork(facts: Facts): Generator<Hypothesis> {
  const request = facts.simple() ?? facts.preflighted();
  if (!request) return;
  const { page, server } = { page: "public", server: "loopback" } as const;
  yield { exchange: { request: { ...request, url: "localhost:3000/items" } }, weight: 60, answers: {} };
  yield {
    exchange: { request, addressSpaces: { page, server, permission: "denied" } },
    weight: 8,
    answers: { opened: "answers" },
  };
  yield { exchange: { request, serviceWorker: "answers-opaque" }, weight: 60, answers: {} };
  yield { exchange: { request, unreachable: "no-connection" }, weight: 60, answers: { opened: "nothing" } };
  yield { exchange: { request, unreachable: "certificate" }, weight: 40, answers: { opened: "warning" } };
}
