import type { Outcome, Outlook } from "../../rules/index.ts";

/** What the lamp says: how far the request gets before a server answers; or that there is none, or none yet. */
export type Verdict = Outcome | "blocked" | "websocket" | "incomplete";

/** The verdict of the rules, in the lamp's words: where the trace of the unanswered request ends. */
export function verdictOf({ trace: { end } }: Outlook): Verdict {
  switch (end.kind) {
    case "refused":
      return "refused";
    case "stopped":
      return "blocked";
    case "unanswered":
      if (end.at === "preflight") return "preflight";
      return end.tainting === "opaque" ? "opaque" : end.tainting === "basic" ? "same-origin" : "no-preflight";
    default:
      throw new Error(`A request that nobody has answered ended as "${end.kind}". Give foresee() a case for it.`);
  }
}
