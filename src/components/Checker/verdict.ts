import { foresee, type Outcome, type Outlook } from "../../rules/index.ts";
import type { Light } from "../Lamp/shape.ts";
import { type Reading, readForm } from "./reading.ts";
import type { CheckerState } from "./state.ts";

/** What the lamp says: how far the request gets before a server answers; or that there is none, or none yet. */
export type Verdict = Outcome | "blocked" | "http2-needed" | "websocket" | "incomplete";

/** The lamp's colour and shape. */
export const LIGHT: Record<Verdict, Light> = {
  "no-preflight": "clear",
  "same-origin": "clear",
  preflight: "caution",
  opaque: "caution",
  refused: "stop",
  blocked: "stop",
  "http2-needed": "stop",
  websocket: "quiet",
  incomplete: "quiet",
};

/** Whether nothing is sent at all, though the form holds a request. */
export function isUnsent(verdict: Verdict): boolean {
  return verdict === "blocked" || verdict === "http2-needed";
}

/** What the checker makes of its form. */
export interface Assessment {
  reading: Reading;
  /** What the rules say of the request, where the form holds one. */
  outlook?: Outlook;
  verdict: Verdict;
}

/** Reads the form, and asks the rules about the request that it holds. */
export function assess(state: CheckerState): Assessment {
  const reading = readForm(state);
  if (reading.kind !== "request") return { reading, verdict: reading.kind };
  const outlook = foresee(reading.request);
  return { reading, outlook, verdict: verdictOf(outlook) };
}

/** The verdict of the rules, in the lamp's words: where the trace of the unanswered request ends. */
export function verdictOf({ trace: { end } }: Outlook): Verdict {
  switch (end.kind) {
    case "refused":
      return "refused";
    case "stopped":
      return end.code === "http2-needed" ? "http2-needed" : "blocked";
    case "unanswered":
      if (end.at === "preflight") return "preflight";
      return end.tainting === "opaque" ? "opaque" : end.tainting === "basic" ? "same-origin" : "no-preflight";
    default:
      throw new Error(`A request that nobody has answered ended as "${end.kind}". Give foresee() a case for it.`);
  }
}
