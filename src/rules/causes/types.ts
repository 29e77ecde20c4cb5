import type { Exchange } from "../exchange/exchange.ts";
import type { Trace } from "../exchange/trace.ts";
import type { PrintedMessage } from "../messages/index.ts";

/** Where an exchange breaks: nothing sent as meant, the preflight, the actual answer, or reading it. */
export type Phase = "request" | "preflight" | "response" | "reading";

/** A fault that explains failing exchanges. Its words stand in `content/causes/<id>/`. */
export interface Cause {
  id: string;
  phase: Phase;
  /** What it looks like on the wire, in a few characters that need no translation. */
  sign: string;
  /** The clause of the standard that makes it fail. */
  clause: string;
  /**
   * Whether an exchange shows this fault.
   * @param trace how it went, by the standard
   */
  shows(trace: Trace, exchange: Exchange): boolean;
  /** An exchange that shows it, and the same exchange mended. */
  example: Exchange;
  mended: Exchange;
  /** What engines print for it in other circumstances than the example's, or printed in earlier versions. */
  alsoPrinted?: readonly PrintedMessage[];
}
