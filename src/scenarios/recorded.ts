import type { Engine, HeaderLine } from "../rules/index.ts";

/** A request that reached a server of the lab. */
export interface RecordedRequest {
  /** The URL that was asked for, with the scenario's name for the server. */
  url: string;
  method: string;
  /** Those that have to do with CORS, in the order in which they came, names in lower case. */
  headers: readonly HeaderLine[];
}

/** What a script sees of a request that it made. */
export type RecordedResult =
  /** The API threw instead of sending; `error` is the exception's name. */
  | { result: "threw"; error: string }
  /** Sent as far as a script knows: `sendBeacon()` says no more. */
  | { result: "queued" }
  /** `error` is what the script can read of it: `TypeError: Failed to fetch`. */
  | { result: "failed"; error: string }
  /** `headers` are the names that the script can read, lower-case and sorted. */
  | { result: "answered"; type?: string; status?: number; headers: readonly string[] }
  /** Neither an answer nor a failure within the time that the lab waits. */
  | { result: "pending" };

/** What was seen of one step. */
export interface RecordedStep {
  /** All requests that arrived, preflights among them, in their order. */
  arrivals: readonly RecordedRequest[];
  played: RecordedResult;
  /** Every line of the console, verbatim but for the origins, which have the scenario's names. */
  console: readonly string[];
}

/** What an engine did in every scenario. Written by `npm run observe`, never by hand. */
export interface Evidence {
  engine: Engine;
  /** As the browser calls itself: `Chromium 156.0.8078.79`. */
  browser: string;
  /** The day of the recording, `2026-11-21`. */
  date: string;
  /** Hashes of what it was made from: the lab, and each scenario and neighbour by its id. Where one is another now, it is played anew. */
  inputs: { lab: string; scenarios: Readonly<Record<string, string>> };
  /** By the scenario's id: one entry for each of its steps. */
  scenarios: Readonly<Record<string, readonly RecordedStep[]>>;
  /** The same of what looks like CORS and is not. */
  neighbours: Readonly<Record<string, readonly RecordedStep[]>>;
}
