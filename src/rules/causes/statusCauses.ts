import * as clause from "../clauses.ts";
import { isOkStatus } from "../responses.ts";
import { allowHeaders, allowOrigin, goodAnswer, mendedPut, preflight, putJson, request } from "./examples.ts";
import { hasFailure, preflightFailures } from "./signs.ts";
import type { Cause, Prints } from "./types.ts";

const NOT_AUTHENTICATED = new Set([401, 403, 407]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Whether a status says that nothing behind the URL answers OPTIONS: most often 404, 405 or 400, and 501. */
function isUnanswered(status: number): boolean {
  if (isOkStatus(status) || NOT_AUTHENTICATED.has(status) || REDIRECTS.has(status)) return false;
  return status < 500 || status === 501;
}

/** Chromium and Firefox look at the CORS headers before they look at the status; WebKit the other way round. */
const missing: Prints = { chromium: ["preflight-missing"], firefox: ["missing"], webkit: ["status"] };
const badStatus: Prints = { chromium: ["preflight-status"], firefox: ["status"], webkit: ["status"] };

/** Faults in the answer to OPTIONS, whatever its CORS headers are. */
export const statusCauses: readonly Cause[] = [
  {
    id: "options-not-routed",
    hop: "preflight",
    sign: "OPTIONS 404 · 405 · 400",
    clause: clause.corsPreflightFetch,
    prints: missing,
    printsDespiteCorsHeaders: badStatus,
    allowedBy: [],
    shows: ({ decision, preflight }) =>
      decision.outcome === "preflight" && preflight !== undefined && isUnanswered(preflight.status),
    example: { request: putJson, preflight: preflight([], 404) },
    mended: mendedPut,
  },
  {
    id: "auth-before-cors",
    hop: "preflight",
    sign: "OPTIONS 401 · 403",
    clause: clause.corsPreflightFetch,
    prints: missing,
    printsDespiteCorsHeaders: badStatus,
    allowedBy: [],
    shows: ({ decision, preflight }) =>
      decision.outcome === "preflight" && preflight !== undefined && NOT_AUTHENTICATED.has(preflight.status),
    example: {
      request: request({ headers: [["Authorization", "Bearer token"]] }),
      preflight: preflight([["WWW-Authenticate", "Bearer"]], 401),
    },
    mended: {
      request: request({ headers: [["Authorization", "Bearer token"]] }),
      preflight: preflight([allowOrigin, allowHeaders("authorization")]),
      response: goodAnswer,
    },
  },
  {
    id: "preflight-redirected",
    hop: "preflight",
    sign: "OPTIONS 301 · 302 · 307 · 308",
    clause: clause.corsPreflightFetch,
    prints: { chromium: ["preflight-redirect"], firefox: ["redirect"], webkit: ["status"] },
    allowedBy: [],
    shows: (exchange) => hasFailure(preflightFailures(exchange), "redirected"),
    example: {
      request: putJson,
      preflight: preflight([["Location", "https://api.example.com/items/"], allowOrigin], 307),
    },
    mended: { ...mendedPut, request: { ...putJson, url: "https://api.example.com/items/" } },
  },
  {
    id: "preflight-server-error",
    hop: "preflight",
    sign: "OPTIONS 5xx",
    clause: clause.corsPreflightFetch,
    prints: missing,
    printsDespiteCorsHeaders: badStatus,
    allowedBy: [],
    shows: ({ decision, preflight }) =>
      decision.outcome === "preflight" &&
      preflight !== undefined &&
      preflight.status >= 500 &&
      !isUnanswered(preflight.status),
    example: { request: putJson, preflight: preflight([], 500) },
    mended: mendedPut,
  },
];
