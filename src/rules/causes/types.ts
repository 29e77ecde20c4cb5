import type { Exchange, JudgedExchange } from "../exchange.ts";
import type { ChromiumMessage, FirefoxMessage, WebkitMessage } from "./messages.ts";

export type Engine = "chromium" | "firefox" | "webkit";

/** Where an exchange breaks: nothing sent as meant, the preflight, the actual answer, or reading it. */
export type Hop = "request" | "preflight" | "response" | "reading";

/** The messages of each engine; empty where an engine prints nothing. */
export interface Prints {
  chromium: ChromiumMessage[];
  firefox: FirefoxMessage[];
  webkit: WebkitMessage[];
}

/** A fault that explains failing exchanges. Its words stand in `content/causes/<id>/`. */
export interface Cause {
  id: string;
  hop: Hop;
  /** What it looks like on the wire, in a few characters that need no translation. */
  sign: string;
  /** The clause of the standard that makes it fail. */
  clause: string;
  /** What the engines print for the example. */
  prints: Prints;
  /** What they print instead where the failing answer to the preflight carries the right CORS headers all the same. */
  printsDespiteCorsHeaders?: Prints;
  /** Engines that let it pass today although the standard says it fails. */
  allowedBy: readonly Engine[];
  /** Whether a judged exchange shows this fault. */
  shows(exchange: JudgedExchange): boolean;
  /** An exchange that shows it, and the same exchange mended. */
  example: Exchange;
  mended: Exchange;
}
