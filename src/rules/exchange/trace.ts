import type { CorsRequest, CorsResponse, Failure, PreflightRequest, Reason } from "../types.ts";
import type { RedirectStop } from "./redirect.ts";

/**
 * How an exchange went: what led on, in the order in which it happened, and what ended it. It says
 * nothing of what never happened, however much is known of it.
 *
 * A redirect that is followed begins a new hop, whose request is the redirected one. A hop is at most
 * one preflight, sent or found in the cache, and the actual request; all but the last hop end with a
 * `redirected`, and the last one with the end. The rules judge an exchange into a trace; one can as
 * well be written down from what was seen: a step for each pair of request and answer that led on.
 */
export interface Trace {
  steps: readonly Step[];
  end: End;
}

/** What led on to the next step, or to the end. */
export type Step =
  /** A preflight was sent, and its answer allows the actual request. */
  | ({ kind: "preflighted"; response: CorsResponse } & Preflight)
  /** The answer to an earlier preflight made this one unnecessary; with what the server would say to it now, where that is known. */
  | ({ kind: "cached"; now?: CorsResponse } & Preflight)
  /** The actual request was answered by a redirect, which is followed. */
  | ({ kind: "redirected"; response: CorsResponse } & Actual);

/** What ended an exchange. `request` is the one that was under way: the author's, or a redirected one. */
export type End =
  /** The browser refuses the request: its API throws, or fetch returns a network error. At least one reason. */
  | { kind: "refused"; request: CorsRequest; reasons: readonly Reason[] }
  /** No server saw anything of the request; but for its preflight, where a step says so. */
  | { kind: "stopped"; request: CorsRequest; code: StopCode }
  /** A service worker gave a response of its own: the script has it, unless it is opaque and the mode is not `no-cors`. */
  | { kind: "worker"; request: CorsRequest; gave: "response" | "opaque-response" }
  /** As far as is known: how the server answers is not. */
  | ({ kind: "unanswered" } & (({ at: "preflight" } & Preflight) | ({ at: "response" } & Actual)))
  /** The answer fails for its CORS headers, or a preflight's for its status. At least one failure; the first is the one that the browser comes upon first. */
  | ({ kind: "blocked"; response: CorsResponse; failures: readonly Failure[] } & (
      | ({ at: "preflight" } & Preflight)
      | ({ at: "response" } & Actual<"cors">)
    ))
  /** The answer becomes a network error for something else than CORS headers. */
  | ({ kind: "discarded"; response: CorsResponse } & (
      | ({ at: "preflight"; code: "status-refused" } & Preflight)
      | ({ at: "response"; code: DiscardCode } & Actual)
    ))
  /** The script gets an opaque response, in which it sees nothing. */
  | ({ kind: "opaque"; response: CorsResponse } & Actual<"opaque">)
  /** The script gets the response and may read these of its headers: lower-case, sorted. */
  | ({ kind: "readable"; response: CorsResponse; exposedHeaders: readonly string[] } & Actual<"basic" | "cors">)
  /** The same, but the header that the script wants is there and is not among them. */
  | ({ kind: "hidden"; response: CorsResponse; exposedHeaders: readonly string[]; wanted: string } & Actual<
      "basic" | "cors"
    >);

/** An end at which an answer failed its checks. */
export type Blocked = Extract<End, { kind: "blocked" }>;

/** A request's preflight. */
export interface Preflight {
  /** The request that it is for. */
  request: CorsRequest;
  asks: PreflightRequest;
}

/** An actual request. */
export interface Actual<T extends Tainting = Tainting> {
  request: CorsRequest;
  tainting: T;
  /** Whence the answer: over the network, from the browser's HTTP cache, or out of a `data:` URL. */
  from: "network" | "http-cache" | "data-url";
}

/** What a response shows to a script: all, what CORS lets through, or nothing. @see https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type Tainting = "basic" | "cors" | "opaque";

/** What keeps a request from every server; of `http2-needed`, that is a stream's, its preflight has arrived. */
export type StopCode =
  | "mixed-content"
  | "local-network"
  | "local-network-insecure-page"
  | "local-network-target-mismatch"
  | "no-connection"
  | "certificate"
  | "http2-needed";

/** What makes a network error of an answer that passes its CORS checks, or does not come to them. */
export type DiscardCode = "status-refused" | "opaque-response-blocked" | RedirectStop;

/** Whether the script gets an answer at all, be it opaque. */
export function isAnswered({ end }: Trace): boolean {
  switch (end.kind) {
    case "opaque":
    case "readable":
    case "hidden":
      return true;
    case "worker":
      return end.gave === "response";
    case "refused":
    case "stopped":
    case "unanswered":
    case "blocked":
    case "discarded":
      return false;
  }
}
