import * as clause from "../clauses.ts";
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
} from "../examples/index.ts";
import type { JudgedExchange } from "../exchange/exchange.ts";
import { lastHop } from "../exchange/exchange.ts";
import { isOkStatus } from "../response/responses.ts";
import type { Failure } from "../types.ts";
import { isAddedTwice, omitsAllHeaders } from "./layerCauses.ts";
import { failuresOf, hasFailure, isStoredForAnother, leadsOn, preflightFailures, responseFailures } from "./signs.ts";
import type { Cause } from "./types.ts";

const credentialedGet = request({ credentials: "include" });

/** Faults in the CORS check, which a preflight's answer and the actual one must both pass. */
export const checkCauses: readonly Cause[] = [
  {
    id: "allow-origin-missing",
    hop: "preflight",
    sign: "Allow-Origin ✕",
    clause: clause.corsCheck,
    shows: (exchange) => {
      const { decision, preflight: toOptions, response, cached } = exchange;
      if (decision.outcome === "preflight" && !cached) {
        const isMissing = hasFailure(preflightFailures(exchange), "allow-origin-missing");
        return toOptions !== undefined && isOkStatus(toOptions.status) && isMissing && !omitsAllHeaders(exchange);
      }
      return decision.outcome !== "preflight" && response !== undefined && lacksAllowOrigin(exchange);
    },
    example: { request: putJson, preflight: preflight([allowMethods("PUT"), allowHeaders("content-type")]) },
    mended: mendedPut,
  },
  {
    id: "allow-origin-mismatch",
    hop: "preflight",
    sign: "Allow-Origin: …/ ≠ Origin",
    clause: clause.corsCheck,
    shows: (exchange) =>
      exchange.request.origin !== "null" && hasFailure(ownFailures(exchange), "allow-origin-mismatch"),
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
    id: "null-origin",
    hop: "preflight",
    sign: "Origin: null",
    clause: clause.origin,
    shows: (exchange) =>
      exchange.request.origin === "null" && hasFailure(ownFailures(exchange), "allow-origin-mismatch"),
    example: { request: { ...putJson, origin: "null" }, preflight: goodPreflight },
    mended: mendedPut,
  },
  {
    id: "allow-origin-multiple",
    hop: "response",
    sign: "Allow-Origin: a, b",
    clause: clause.corsCheck,
    shows: (exchange) => hasFailure(ownFailures(exchange), "allow-origin-multiple") && !isAddedTwice(exchange),
    example: {
      request: request(),
      response: answer([["Access-Control-Allow-Origin", `${ORIGIN}, https://other.example.com`]]),
    },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "wildcard-with-credentials",
    hop: "response",
    sign: "Allow-Origin: * + credentials",
    clause: clause.corsCheck,
    shows: (exchange) => hasFailure(ownFailures(exchange), "allow-origin-wildcard-with-credentials"),
    example: { request: credentialedGet, response: answer([["Access-Control-Allow-Origin", "*"]]) },
    mended: { request: credentialedGet, response: answer([allowOrigin(), allowCredentials(), ["Vary", "Origin"]]) },
  },
  {
    id: "allow-credentials-missing",
    hop: "response",
    sign: "Allow-Credentials ✕",
    clause: clause.corsCheck,
    shows: (exchange) => hasFailure(ownFailures(exchange), "allow-credentials-not-true"),
    example: { request: credentialedGet, response: answer([allowOrigin()]) },
    mended: { request: credentialedGet, response: answer([allowOrigin(), allowCredentials()]) },
  },
  {
    id: "response-lacks-headers",
    hop: "response",
    sign: "OPTIONS 204 → PUT ✕",
    clause: clause.httpFetch,
    shows: (exchange) =>
      exchange.decision.outcome === "preflight" && exchange.response !== undefined && lacksAllowOrigin(exchange),
    example: { request: putJson, preflight: goodPreflight, response: answer() },
    mended: mendedPut,
  },
  {
    id: "error-without-cors-headers",
    hop: "response",
    sign: "4xx · 5xx, Allow-Origin ✕",
    clause: clause.httpFetch,
    shows: (exchange) =>
      exchange.response !== undefined &&
      exchange.response.status >= 400 &&
      hasFailure(responseFailures(exchange), "allow-origin-missing"),
    example: { request: putJson, preflight: goodPreflight, response: answer([], 500) },
    mended: { request: putJson, preflight: goodPreflight, response: answer([allowOrigin()], 500) },
  },
  {
    id: "redirected-elsewhere",
    hop: "response",
    sign: "PUT 302 → …/login",
    clause: clause.redirectFetch,
    shows: (exchange) => {
      const { next } = exchange;
      if (leadsOn(exchange) && responseFailures(exchange).length > 0) return true;
      return next !== undefined && failuresOf(lastHop(next)).length > 0;
    },
    example: {
      request: request(),
      response: { status: 302, headers: [["Location", "https://other.example.com/login"], allowOrigin()] },
      redirects: [{ response: { status: 200, headers: [["Content-Type", "text/html"]] } }],
    },
    mended: { request: request(), response: answer([allowOrigin()], 401) },
  },
];

/** The failures of the answers, where it is not a redirect that fails: that is a cause of its own. */
function ownFailures(exchange: JudgedExchange): Failure[] {
  const ofResponse = leadsOn(exchange) || isStoredForAnother(exchange) ? [] : responseFailures(exchange);
  return [...preflightFailures(exchange), ...ofResponse];
}

/** Whether the actual answer, no error and no redirect, has no Access-Control-Allow-Origin, and no cache is to blame. */
function lacksAllowOrigin(exchange: JudgedExchange): boolean {
  const { response } = exchange;
  return (
    response !== undefined &&
    response.status < 400 &&
    !leadsOn(exchange) &&
    !isStoredForAnother(exchange) &&
    hasFailure(responseFailures(exchange), "allow-origin-missing")
  );
}
