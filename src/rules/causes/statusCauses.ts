import * as clause from "../clauses.ts";
import { allowHeaders, allowOrigin, goodAnswer, mendedPut, preflight, putJson, request } from "../examples/index.ts";
import type { Trace } from "../exchange/trace.ts";
import { isOkStatus, isRedirectStatus } from "../response/responses.ts";
import { type GatewayPage, gatewayPage, isAuthenticationStatus } from "./refusals.ts";
import { blockedPreflight, failedStatus } from "./signs.ts";
import type { Cause } from "./types.ts";

/** Whether a status says that nothing behind the URL answers OPTIONS: most often 404, 405 or 400, and 501. */
function isUnanswered(status: number): boolean {
  if (isOkStatus(status) || isAuthenticationStatus(status) || isRedirectStatus(status)) return false;
  return status < 500 || status === 501;
}

function pageOf(trace: Trace): GatewayPage | null {
  const response = blockedPreflight(trace)?.response;
  return response ? gatewayPage(response) : null;
}

/** Faults in the answer to OPTIONS, whatever its CORS headers are. */
export const statusCauses: readonly Cause[] = [
  {
    id: "options-not-routed",
    phase: "preflight",
    sign: "OPTIONS 404 · 405 · 400",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => isUnanswered(failedStatus(trace, exchange)) || pageOf(trace) === "no-route",
    example: { request: putJson, preflight: preflight([], 404) },
    mended: mendedPut,
  },
  {
    id: "auth-before-cors",
    phase: "preflight",
    sign: "OPTIONS 401 · 403",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => isAuthenticationStatus(failedStatus(trace, exchange)) && pageOf(trace) === null,
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
    phase: "preflight",
    sign: "OPTIONS 301 · 302 · 307 · 308",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => isRedirectStatus(failedStatus(trace, exchange)),
    example: {
      request: putJson,
      preflight: preflight([["Location", "https://api.example.com/items/"], allowOrigin()], 307),
    },
    mended: { ...mendedPut, request: { ...putJson, url: "https://api.example.com/items/" } },
  },
  {
    id: "preflight-server-error",
    phase: "preflight",
    sign: "OPTIONS 5xx",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => failedStatus(trace, exchange) >= 500 && !isUnanswered(failedStatus(trace, exchange)),
    example: { request: putJson, preflight: preflight([], 500) },
    mended: mendedPut,
  },
];
