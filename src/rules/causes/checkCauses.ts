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
import type { Exchange } from "../exchange/exchange.ts";
import type { Blocked, Trace } from "../exchange/trace.ts";
import { isRedirect } from "../response/responses.ts";
import type { CorsResponse } from "../types.ts";
import { isAddedTwice, omitsAllHeaders } from "./layerCauses.ts";
import { refusedByCorsLayer } from "./refusals.ts";
import { blockedAtOnce, blockedByCorsLayer, blockedResponse, hasFailure, isStoredForAnother } from "./signs.ts";
import type { Cause } from "./types.ts";

const credentialedGet = request({ credentials: "include" });

/** Faults in the CORS check, which a preflight's answer and the actual one must both pass. */
export const checkCauses: readonly Cause[] = [
  {
    id: "allow-origin-missing",
    phase: "preflight",
    sign: "Allow-Origin ✕",
    clause: clause.corsCheck,
    shows: (trace, exchange) => {
      if (hasFailure(blockedByCorsLayer(trace, exchange), "allow-origin-missing"))
        return !omitsAllHeaders(trace, exchange);
      return trace.steps.length === 0 && lacksAllowOrigin(trace, exchange);
    },
    example: { request: putJson, preflight: preflight([allowMethods("PUT"), allowHeaders("content-type")]) },
    mended: mendedPut,
  },
  {
    id: "allow-origin-mismatch",
    phase: "preflight",
    sign: "Allow-Origin: …/ ≠ Origin",
    clause: clause.corsCheck,
    shows: (trace, exchange) =>
      exchange.request.origin !== "null" && hasFailure(blockedByItself(trace), "allow-origin-mismatch"),
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
    phase: "preflight",
    sign: "Origin: null",
    clause: clause.origin,
    shows: (trace, exchange) =>
      exchange.request.origin === "null" && hasFailure(blockedByItself(trace), "allow-origin-mismatch"),
    example: { request: { ...putJson, origin: "null" }, preflight: goodPreflight },
    mended: mendedPut,
  },
  {
    id: "allow-origin-multiple",
    phase: "response",
    sign: "Allow-Origin: a, b",
    clause: clause.corsCheck,
    shows: (trace) => hasFailure(blockedByItself(trace), "allow-origin-multiple") && !isAddedTwice(trace),
    example: {
      request: request(),
      response: answer([["Access-Control-Allow-Origin", `${ORIGIN}, https://other.example.com`]]),
    },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "wildcard-with-credentials",
    phase: "response",
    sign: "Allow-Origin: * + credentials",
    clause: clause.corsCheck,
    shows: (trace) => hasFailure(blockedByItself(trace), "allow-origin-wildcard-with-credentials"),
    example: { request: credentialedGet, response: answer([["Access-Control-Allow-Origin", "*"]]) },
    mended: { request: credentialedGet, response: answer([allowOrigin(), allowCredentials(), ["Vary", "Origin"]]) },
  },
  {
    id: "allow-credentials-missing",
    phase: "response",
    sign: "Allow-Credentials ✕",
    clause: clause.corsCheck,
    shows: (trace) => hasFailure(blockedByItself(trace), "allow-credentials-not-true"),
    example: { request: credentialedGet, response: answer([allowOrigin()]) },
    mended: { request: credentialedGet, response: answer([allowOrigin(), allowCredentials()]) },
  },
  {
    id: "response-lacks-headers",
    phase: "response",
    sign: "OPTIONS 204 → PUT ✕",
    clause: clause.httpFetch,
    shows: (trace, exchange) => trace.steps.length > 0 && lacksAllowOrigin(trace, exchange),
    example: { request: putJson, preflight: goodPreflight, response: answer() },
    mended: mendedPut,
  },
  {
    id: "error-without-cors-headers",
    phase: "response",
    sign: "4xx · 5xx, Allow-Origin ✕",
    clause: clause.httpFetch,
    shows: (trace, exchange) => {
      const blocked = blockedResponse(trace);
      return (
        blocked !== null && hasFailure(blocked, "allow-origin-missing") && isErrorOfItsOwn(blocked.response, exchange)
      );
    },
    example: { request: putJson, preflight: goodPreflight, response: answer([], 500) },
    mended: { request: putJson, preflight: goodPreflight, response: answer([allowOrigin()], 500) },
  },
  {
    id: "redirected-elsewhere",
    phase: "response",
    sign: "PUT 302 → …/login",
    clause: clause.redirectFetch,
    shows: (trace) => {
      const blocked = blockedAtOnce(trace);
      return blocked ? failsToLeadOn(blocked) : trace.end.kind === "blocked";
    },
    example: {
      request: request(),
      response: { status: 302, headers: [["Location", "https://other.example.com/login"], allowOrigin()] },
      redirects: [{ response: { status: 200, headers: [["Content-Type", "text/html"]] } }],
    },
    mended: { request: request(), response: answer([allowOrigin()], 401) },
  },
];

/** Whether an answer that fails is a redirect: one of the actual request, to which it would have led on. */
function failsToLeadOn({ at, response }: Blocked): boolean {
  return at === "response" && isRedirect(response);
}

/** The answer that fails, where neither a redirect nor a cache is to blame: those are causes of their own. */
function blockedByItself(trace: Trace): Blocked | null {
  const blocked = blockedAtOnce(trace);
  return blocked && !failsToLeadOn(blocked) && !isStoredForAnother(trace) ? blocked : null;
}

/** Whether the actual answer, no error and no redirect, has no Access-Control-Allow-Origin, and no cache is to blame. */
function lacksAllowOrigin(trace: Trace, exchange: Exchange): boolean {
  const blocked = blockedByItself(trace);
  if (blocked?.at !== "response" || !hasFailure(blocked, "allow-origin-missing")) return false;
  return !isErrorOfItsOwn(blocked.response, exchange);
}

/** Whether an answer is an error, and none by which a CORS layer refuses. */
function isErrorOfItsOwn(response: CorsResponse, exchange: Exchange): boolean {
  return response.status >= 400 && refusedByCorsLayer(response, exchange) === null;
}
