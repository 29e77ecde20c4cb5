import type { Exchange } from "../rules/index.ts";
import type { RecordedStep } from "../scenarios/recorded.ts";

/**
 * What came of a request, as its author meets it: the script has its answer; or has one that it
 * cannot read, or not the header that it wants; or it failed, with something sent or nothing at all.
 */
export type Upshot = "passed" | "unreadable" | "blocked" | "unsent";

/** As much of a step as says what came of it: recorded, or as the rules have it. */
export interface SeenStep {
  arrivals: readonly { method: string }[];
  result: RecordedStep["played"]["result"];
  /** The response's type, where the API says it. */
  type?: string | undefined;
  /** Names of the headers that the script can read, lower-case, where it is known. */
  readable?: readonly string[] | undefined;
}

/** What was seen of a recorded step. */
export function seenOf({ arrivals, played }: RecordedStep): SeenStep {
  const { result } = played;
  return played.result === "answered"
    ? { arrivals, result, type: played.type, readable: played.headers }
    : { arrivals, result };
}

/** What came of an exchange that was seen so. */
export function upshotOf({ arrivals, result, type, readable }: SeenStep, { wantedHeader, stored }: Exchange): Upshot {
  if (result === "answered") {
    const isHidden =
      wantedHeader !== undefined && readable !== undefined && !readable.includes(wantedHeader.toLowerCase());
    return type === "opaque" || isHidden ? "unreadable" : "passed";
  }
  // What the HTTP cache has stored fails although nothing is sent.
  if (arrivals.length === 0 && !stored) return "unsent";
  // A beacon's script never learns more than that it was queued: what arrived says it.
  const isSent = result === "queued" && arrivals.some(({ method }) => method !== "OPTIONS");
  return isSent ? "passed" : "blocked";
}
