import {
  type Cause,
  type CorsRequest,
  type Engine,
  type Exchange,
  engines,
  findCauses,
  isAnswered,
  judgeExchange,
  type PrintedMessage,
  printedMessages,
  profiles,
  type Trace,
} from "../../rules/index.ts";
import type { Light } from "../Lamp/shape.ts";
import { exchangeOf } from "./exchangeOf.ts";
import type { CheckerState } from "./state.ts";

/** How a request goes with the answers that are known, in a word for the lamp. */
export type OutcomeKind =
  | "passes"
  | "opaque"
  | "preflight-blocked"
  | "response-blocked"
  /** The engines do not agree. */
  | "differs"
  /** As far as it is known: an answer is missing that decides. */
  | "preflight-unknown"
  | "response-unknown"
  | "redirect-unknown"
  /** No answer that is known is looked at. */
  | "as-foreseen";

/** The lamp's colour and shape. */
export const LIGHT: Record<OutcomeKind, Light> = {
  passes: "clear",
  opaque: "caution",
  "preflight-blocked": "stop",
  "response-blocked": "stop",
  differs: "caution",
  "preflight-unknown": "caution",
  "response-unknown": "quiet",
  "redirect-unknown": "quiet",
  "as-foreseen": "quiet",
};

/** What a browser makes of it. */
export type Mark = "passes" | "blocked" | "unknown";

export interface InEngine {
  engine: Engine;
  trace: Trace;
  mark: Mark;
  /** What its console prints; nothing where CORS lets it pass. */
  printed: readonly PrintedMessage[];
}

export interface Outcome {
  kind: OutcomeKind;
  exchange: Exchange;
  inEngines: readonly InEngine[];
  /** The likeliest first. */
  causes: readonly Cause[];
}

/** Asks the rules how a request goes with these answers: by the standard, and in each engine. */
export function outcomeOf(request: CorsRequest, state: CheckerState): Outcome {
  const exchange = exchangeOf(request, state);
  const printed = printedMessages(exchange);
  const inEngines = engines.map((engine): InEngine => {
    const trace = judgeExchange(exchange, profiles[engine]);
    return { engine, trace, mark: markOf(trace), printed: printed.filter((line) => line.engine === engine) };
  });
  const [first] = inEngines;
  const isAgreed = inEngines.every(({ mark }) => mark === first?.mark);
  return {
    kind: first && isAgreed ? kindOf(first.trace) : "differs",
    exchange,
    inEngines,
    causes: findCauses(exchange),
  };
}

function markOf(trace: Trace): Mark {
  if (isAnswered(trace)) return "passes";
  return trace.end.kind === "unanswered" ? "unknown" : "blocked";
}

function kindOf({ steps, end }: Trace): OutcomeKind {
  switch (end.kind) {
    case "readable":
    case "hidden":
    case "worker":
      return "passes";
    case "opaque":
      return "opaque";
    case "blocked":
    case "discarded":
      return end.at === "preflight" ? "preflight-blocked" : "response-blocked";
    case "refused":
    case "stopped":
      return "as-foreseen";
    case "unanswered":
      if (steps.some(({ kind }) => kind === "redirected")) return "redirect-unknown";
      if (end.at === "preflight") return "preflight-unknown";
      return steps.length > 0 ? "response-unknown" : "as-foreseen";
  }
}
