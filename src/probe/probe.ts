import {
  type CorsRequest,
  type CorsResponse,
  type Engine,
  type Exchange,
  engines,
  findCauses,
  isAnswered,
  judgeExchange,
  profiles,
  type Trace,
} from "../rules/index.ts";
import { actualLines, type Carried, preflightLines } from "./browserLines.ts";
import {
  type BodyState,
  sendOverWire,
  type WireFailure,
  type WireOptions,
  type WireRequest,
  type WireResult,
} from "./wire.ts";

export interface ProbeOptions extends WireOptions, Carried {
  /** Nothing but preflights is sent. */
  preflightOnly?: boolean;
}

/** What a browser makes of it: `unknown` where the server's silence says nothing of a browser, or nobody asked on. */
export type Verdict = "passes" | "blocked" | "unknown";

/** A server as one engine finds it. */
export interface ProbedEngine {
  engine: Engine;
  /** What was asked and answered, as far as this engine asks. */
  exchange: Exchange;
  trace: Trace;
  verdict: Verdict;
}

/** Why one of the requests has no answer. */
export interface ProbeFailure {
  code: WireFailure;
  /** As the system names it. */
  detail: string;
  url: string;
}

export interface Probed {
  request: CorsRequest;
  inEngines: readonly ProbedEngine[];
  /** Ids of the causes that the answers show, the likeliest first; none where all engines let it pass. */
  causes: readonly string[];
  /** Each once. */
  failures: readonly ProbeFailure[];
  /** How many requests were sent. */
  sent: number;
}

/** A chain of redirects ends after 20; each hop is at most a preflight and a request. */
const MOST_ASKED = 2 * 21;

/**
 * Asks a server what each engine would ask it, in the order in which it would, and as far: each answer is judged by
 * the engine's rules, and these say what is sent next. What several engines would send alike is sent once.
 * Never throws for anything that a server does.
 */
export async function probe(request: CorsRequest, options: ProbeOptions): Promise<Probed> {
  const asked = new Map<string, Promise<WireResult>>();
  const failures: ProbeFailure[] = [];
  const ask = (wire: WireRequest, nth: number): Promise<WireResult> => {
    const key = JSON.stringify([nth, wire]);
    const known = asked.get(key);
    if (known) return known;
    const result = sendOverWire(wire, options).then((result) => {
      if (result.kind === "failed") failures.push({ code: result.code, detail: result.detail, url: wire.url });
      return result;
    });
    asked.set(key, result);
    return result;
  };
  const inEngines: ProbedEngine[] = [];
  // One after the other: a server is not asked by all at once.
  for (const engine of engines) inEngines.push(await asEngine(engine, request, options, ask));
  const causes = inEngines.flatMap(({ exchange, trace, verdict }) =>
    verdict === "passes" ? [] : causesOf(exchange, trace),
  );
  return { request, inEngines, causes: [...new Set(causes)], failures, sent: asked.size };
}

async function asEngine(
  engine: Engine,
  request: CorsRequest,
  options: ProbeOptions,
  ask: (wire: WireRequest, nth: number) => Promise<WireResult>,
): Promise<ProbedEngine> {
  const rules = profiles[engine];
  const seen = new Map<string, number>();
  let exchange: Exchange = { request };
  for (let count = 0; ; count++) {
    const trace = judgeExchange(exchange, rules);
    const { end, steps } = trace;
    if (end.kind !== "unanswered")
      return { engine, exchange, trace, verdict: isAnswered(trace) ? "passes" : "blocked" };
    const isWithheld = options.preflightOnly === true && end.at === "response";
    if (isWithheld || count >= MOST_ASKED) return { engine, exchange, trace, verdict: "unknown" };
    const wire = end.at === "preflight" ? preflightLines(end, options) : actualLines(end, request, rules, options);
    const key = JSON.stringify(wire);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const result = await ask(wire, nth);
    if (result.kind === "failed" || refusesBody(engine, end.at, result.body)) {
      if (result.kind === "failed" && result.code === "timeout") return { engine, exchange, trace, verdict: "unknown" };
      const code = result.kind === "failed" && result.code === "certificate" ? "certificate" : "no-connection";
      return {
        engine,
        exchange,
        trace: { steps, end: { kind: "stopped", request: end.request, code } },
        verdict: "blocked",
      };
    }
    const hop = steps.filter(({ kind }) => kind === "redirected").length;
    exchange = withAnswer({ ...exchange, protocol: result.protocol }, hop, end.at, result.response);
  }
}

/**
 * Firefox looks at an answer to a preflight when all of it has come, and fails where it never does; it fails for any
 * answer whose first chunk is none. The others go by the head alone: tests/browser/probe.test.ts sees both.
 */
function refusesBody(engine: Engine, at: "preflight" | "response", body: BodyState): boolean {
  return engine === "firefox" && (body === "malformed" || (at === "preflight" && body === "cut-off"));
}

/** @param hop how many redirects led to the request that was answered */
function withAnswer(exchange: Exchange, hop: number, at: "preflight" | "response", answer: CorsResponse): Exchange {
  if (hop === 0) return { ...exchange, [at]: answer };
  const redirects = [...(exchange.redirects ?? [])];
  redirects[hop - 1] = { ...redirects[hop - 1], [at]: answer };
  return { ...exchange, redirects };
}

function causesOf(exchange: Exchange, { end }: Trace): string[] {
  const isUnreached = end.kind === "stopped" && (end.code === "no-connection" || end.code === "certificate");
  const explained: Exchange = isUnreached
    ? { request: end.request, unreachable: end.code as "no-connection" | "certificate" }
    : exchange;
  return findCauses(explained).map(({ id }) => id);
}
