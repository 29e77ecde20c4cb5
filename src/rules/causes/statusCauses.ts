import * as clause from "../clauses.ts";
import { allowHeaders, allowOrigin, goodAnswer, mendedPut, preflight, putJson, request } from "./examples.ts";
import { hasFailure, preflightFailures } from "./signs.ts";
import type { Cause } from "./types.ts";

const NOT_ROUTED = new Set([400, 404, 405, 501]);
const NOT_AUTHENTICATED = new Set([401, 403, 407]);

/** Faults in the answer to OPTIONS, whatever its CORS headers are. */
export const statusCauses: readonly Cause[] = [
  {
    id: "options-not-routed",
    hop: "preflight",
    sign: "OPTIONS 404 · 405 · 400",
    clause: clause.corsPreflightFetch,
    prints: { chromium: ["preflight-missing"], firefox: ["missing"], webkit: ["status"] },
    allowedBy: [],
    shows: ({ decision, preflight }) =>
      decision.outcome === "preflight" && preflight !== undefined && NOT_ROUTED.has(preflight.status),
    example: { request: putJson, preflight: preflight([], 404) },
    mended: mendedPut,
  },
  {
    id: "auth-before-cors",
    hop: "preflight",
    sign: "OPTIONS 401 · 403",
    clause: clause.corsPreflightFetch,
    prints: { chromium: ["preflight-missing"], firefox: ["missing"], webkit: ["status"] },
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
    prints: { chromium: ["preflight-missing"], firefox: ["missing"], webkit: ["status"] },
    allowedBy: [],
    shows: ({ decision, preflight }) =>
      decision.outcome === "preflight" &&
      preflight !== undefined &&
      preflight.status >= 500 &&
      !NOT_ROUTED.has(preflight.status),
    example: { request: putJson, preflight: preflight([], 500) },
    mended: mendedPut,
  },
];
