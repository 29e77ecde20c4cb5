import * as clause from "../clauses.ts";
import {
  allowOrigin,
  answer,
  goodAnswer,
  goodPreflight,
  mendedPut,
  preflight,
  putJson,
  request,
} from "../examples/index.ts";
import { preflightMaxAge } from "../exchange/cache.ts";
import { checkPreflightResponse } from "../response/responses.ts";
import type { HeaderLine } from "../types.ts";
import { isStoredForAnother } from "./signs.ts";
import type { Cause } from "./types.ts";

/** Chromium keeps an answer no longer, WebKit not even so long; only Firefox goes up to a day. */
const TWO_HOURS = 7200;
const maxAge = (seconds: string): HeaderLine => ["Access-Control-Max-Age", seconds];
const keeps = (seconds: string) => ({
  ...mendedPut,
  preflight: preflight([...goodPreflight.headers, maxAge(seconds)]),
});

/** Answers that a cache gives: to the preflight, or to the actual request. */
export const cacheCauses: readonly Cause[] = [
  {
    id: "preflight-cached",
    phase: "preflight",
    sign: "OPTIONS 204 (cache) ≠ OPTIONS 404",
    clause: clause.corsPreflightCache,
    shows: ({ steps: [first] }) =>
      first?.kind === "cached" && first.now !== undefined && !checkPreflightResponse(first.request, first.now).ok,
    example: {
      request: putJson,
      preflight: preflight([], 404),
      response: goodAnswer,
      earlier: [{ ...keeps("600"), secondsAgo: 0 }],
    },
    mended: { ...keeps("600"), earlier: [{ ...keeps("600"), secondsAgo: 0 }] },
  },
  {
    id: "max-age-capped",
    phase: "preflight",
    sign: "Max-Age: 86400 → 7200 · 600",
    clause: clause.corsPreflightCache,
    shows: ({ steps: [first] }) => first?.kind === "preflighted" && preflightMaxAge(first.response) > TWO_HOURS,
    example: keeps("86400"),
    mended: keeps("600"),
  },
  {
    id: "vary-origin-missing",
    phase: "response",
    sign: "Age: 120, Vary: Origin ✕",
    clause: "https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches",
    shows: isStoredForAnother,
    example: {
      request: request(),
      response: answer([
        ["Access-Control-Allow-Origin", "https://other.example.com"],
        ["Age", "120"],
      ]),
    },
    mended: {
      request: request(),
      response: answer([allowOrigin(), ["Age", "120"], ["Vary", "Origin"]]),
    },
  },
];
