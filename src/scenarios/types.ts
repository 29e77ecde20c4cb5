import type { Engine, Exchange } from "../rules/index.ts";

/** An exchange that a page plays. What its servers answer is in it: `preflight`, `response`, `redirects`. */
export interface Step extends Exchange {
  /** Seconds to let pass before it; by default none. */
  secondsAfter?: number;
  /** What the page says of itself in its headers; by default nothing. */
  pagePolicy?: PagePolicy;
  /** In place of the request's API: opens a WebSocket, reads an image out of a canvas, or cancels its own fetch. */
  asksBy?: "websocket" | "canvas" | "cancelled-fetch";
}

/** `connect-src 'self'` of a Content Security Policy, or `require-corp` of a Cross-Origin-Embedder-Policy. */
export type PagePolicy = "connect-src-self" | "require-corp";

/** A named exchange that can be played in any browser. */
export interface Playable {
  /** In kebab-case. */
  id: string;
  /** What happens in it, in one English sentence for developers. */
  title: string;
  /** Played in this order by one page. The last is what it is about, the others lead up to it. */
  steps: readonly [Step, ...Step[]];
}

/** One that the rules judge, with what it shows. */
export interface Scenario extends Playable {
  /** Ids of the causes that its last step shows; empty where nothing is wrong, or nothing that the table knows. */
  shows: readonly string[];
  /** Where it shows none: the cause that it looks like and that must not be blamed. */
  near?: string;
}

/** One that looks like CORS and is not, of which the rules know nothing. */
export interface Neighbour extends Playable {
  /** What it is: an id of `NotCorsId` in src/diagnose/types.ts. */
  shows: string;
  /** Where an engine's console has other words for it: whose words they are; `null` where it says nothing. */
  saidAs?: Partial<Record<Engine, string | null>>;
}
