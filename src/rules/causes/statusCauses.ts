import * as clause from "../clauses.ts";
import { allowHeaders, allowOrigin, goodAnswer, mendedPut, preflight, putJson, request } from "../examples/index.ts";
import { isOkStatus, isRedirectStatus } from "../response/responses.ts";
import { failedStatus } from "./signs.ts";
import type { Cause } from "./types.ts";

const NOT_AUTHENTICATED = new Set([401, 403, 407]);

/** Whether a status says that nothing behind the URL answers OPTIONS: most often 404, 405 or 400, and 501. */
function isUnanswered(status: number): boolean {
  if (isOkStatus(status) || NOT_AUTHENTICATED.has(status) || isRedirectStatus(status)) return false;
  return status < 500 || status === 501;
}

/** Faults in the answer to OPTIONS, whatever its CORS headers are. */
export const statusCauses: readonly Cause[] = [
  {
    id: "options-not-routed",
    hop: "preflight",
    sign: "OPTIONS 404 · 405 · 400",
    clause: clause.corsPreflightFetch,
    shows: (trace) => isUnanswered(failedStatus(trace)),
    example: { request: putJson, preflight: preflight([], 404) },
    mended: mendedPut,
  },
  {
    id: "auth-before-cors",
    hop: "preflight",
    sign: "OPTIONS 401 · 403",
    clause: clause.corsPreflightFetch,
    shows: (trace) => NOT_AUTHENTICATED.has(failedStatus(trace)),
    example: {
      request: request({ headers: [["Authorization", "Bearer token"]] }),
      preflight: preflight([["WWW-Authenticate", "Bearer"]], 401),
    },
    mended: {
      request: request({ headers: [["Authorization", "Bearer token"]] }),
      preflight: preflight([allowOrigin(), allowHeaders("authorization")]),
      response: goodAnswer,
    },
  },
  {
    id: "preflight-redirected",
    hop: "preflight",
    sign: "OPTIONS 301 · 302 · 307 · 308",
    clause: clause.corsPreflightFetch,
    shows: (trace) => isRedirectStatus(failedStatus(trace)),
    example: {
      request: putJson,
      preflight: preflight([["Location", "https://api.example.com/items/"], allowOrigin()], 307),
    },
    mended: { ...mendedPut, request: { ...putJson, url: "https://api.example.com/items/" } },
  },
  {
    id: "preflight-server-error",
    hop: "preflight",
    sign: "OPTIONS 5xx",
    clause: clause.corsPreflightFetch,
    shows: (trace) => failedStatus(trace) >= 500 && !isUnanswered(failedStatus(trace)),
    example: { request: putJson, preflight: preflight([], 500) },
    mended: mendedPut,
  },
];
