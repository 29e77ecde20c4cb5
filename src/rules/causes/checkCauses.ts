import * as clause from "../clauses.ts";
import { isOkStatus } from "../responses.ts";
import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  goodAnswer,
  goodPreflight,
  mendedPut,
  ORIGIN,
  preflight,
  putJson,
  request,
} from "./examples.ts";
import { failuresOf, hasFailure, preflightFailures, responseFailures } from "./signs.ts";
import type { Cause } from "./types.ts";

const credentialedGet = request({ credentials: "include" });

/** Faults in the CORS check, which a preflight's answer and the actual one must both pass. */
export const checkCauses: readonly Cause[] = [
  {
    id: "allow-origin-missing",
    hop: "preflight",
    sign: "Allow-Origin ✕",
    clause: clause.corsCheck,
    prints: { chromium: ["preflight-missing"], firefox: ["missing"], webkit: ["origin"] },
    allowedBy: [],
    shows: (exchange) => {
      const { decision, preflight: toOptions, response } = exchange;
      if (decision.outcome === "preflight") {
        return (
          toOptions !== undefined &&
          isOkStatus(toOptions.status) &&
          hasFailure(preflightFailures(exchange), "allow-origin-missing")
        );
      }
      return (
        response !== undefined &&
        response.status < 400 &&
        hasFailure(responseFailures(exchange), "allow-origin-missing")
      );
    },
    example: { request: putJson, preflight: preflight([allowMethods("PUT"), allowHeaders("content-type")]) },
    mended: mendedPut,
  },
  {
    id: "allow-origin-mismatch",
    hop: "preflight",
    sign: "Allow-Origin: …/ ≠ Origin",
    clause: clause.corsCheck,
    prints: { chromium: ["preflight-mismatch"], firefox: ["mismatch"], webkit: ["origin"] },
    allowedBy: [],
    shows: (exchange) => hasFailure(failuresOf(exchange), "allow-origin-mismatch"),
    example: {
      request: putJson,
      preflight: preflight([
        ["Access-Control-Allow-Origin", `${ORIGIN}/`],
        allowMethods("PUT"),
        allowHeaders("content-type"),
      ]),
    },
    mended: mendedPut,
  },
  {
    id: "allow-origin-multiple",
    hop: "response",
    sign: "Allow-Origin: a, a",
    clause: clause.corsCheck,
    prints: { chromium: ["multiple"], firefox: ["multiple"], webkit: ["multiple"] },
    allowedBy: [],
    shows: (exchange) => hasFailure(failuresOf(exchange), "allow-origin-multiple"),
    example: { request: request(), response: answer([allowOrigin, allowOrigin]) },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "wildcard-with-credentials",
    hop: "response",
    sign: "Allow-Origin: * + credentials",
    clause: clause.corsCheck,
    prints: { chromium: ["wildcard"], firefox: ["wildcard"], webkit: ["wildcard"] },
    allowedBy: [],
    shows: (exchange) => hasFailure(failuresOf(exchange), "allow-origin-wildcard-with-credentials"),
    example: { request: credentialedGet, response: answer([["Access-Control-Allow-Origin", "*"]]) },
    mended: { request: credentialedGet, response: answer([allowOrigin, allowCredentials, ["Vary", "Origin"]]) },
  },
  {
    id: "allow-credentials-missing",
    hop: "response",
    sign: "Allow-Credentials ✕",
    clause: clause.corsCheck,
    prints: { chromium: ["credentials"], firefox: ["credentials"], webkit: ["credentials"] },
    allowedBy: [],
    shows: (exchange) => hasFailure(failuresOf(exchange), "allow-credentials-not-true"),
    example: { request: credentialedGet, response: answer([allowOrigin]) },
    mended: { request: credentialedGet, response: answer([allowOrigin, allowCredentials]) },
  },
  {
    id: "response-lacks-headers",
    hop: "response",
    sign: "OPTIONS 204 → PUT ✕",
    clause: clause.httpFetch,
    prints: { chromium: ["missing"], firefox: ["missing"], webkit: ["origin"] },
    allowedBy: [],
    shows: ({ decision, response, ...exchange }) =>
      decision.outcome === "preflight" &&
      response !== undefined &&
      response.status < 400 &&
      hasFailure(responseFailures({ decision, response, ...exchange }), "allow-origin-missing"),
    example: { request: putJson, preflight: goodPreflight, response: answer() },
    mended: mendedPut,
  },
  {
    id: "error-without-cors-headers",
    hop: "response",
    sign: "4xx · 5xx, Allow-Origin ✕",
    clause: clause.httpFetch,
    prints: { chromium: ["missing"], firefox: ["missing"], webkit: ["origin"] },
    allowedBy: [],
    shows: (exchange) =>
      exchange.response !== undefined &&
      exchange.response.status >= 400 &&
      hasFailure(responseFailures(exchange), "allow-origin-missing"),
    example: { request: putJson, preflight: goodPreflight, response: answer([], 500) },
    mended: { request: putJson, preflight: goodPreflight, response: answer([allowOrigin], 500) },
  },
];
