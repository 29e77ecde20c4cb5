import * as clause from "../clauses.ts";
import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  goodAnswer,
  goodPreflight,
  preflight,
  putJson,
  request,
} from "../examples/index.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Trace } from "../exchange/trace.ts";
import { decidePreflight } from "../request/preflight.ts";
import { checkPreflightResponse, corsCheck, isOkStatus } from "../response/responses.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { getHeader, headerLines } from "../syntax/headerLines.ts";
import type { CorsResponse, HeaderLine } from "../types.ts";
import { gatewayMarks, gatewayServers, marksOfAnswers } from "./gateways.ts";
import { gatewayPage, refusedByCorsLayer } from "./refusals.ts";
import { blockedAtOnce, blockedByCorsLayer, blockedPreflight, hasFailure } from "./signs.ts";
import type { Cause } from "./types.ts";

const gatewayServer = new RegExp(`^(?:${gatewayServers.join("|")})\\b`, "i");
const refusesOptions = new Set([403, 404, 405]);

/** Whether a gateway has surely given this answer, and not only passed it on. */
export function isGatewaysOwn({ headers }: Pick<CorsResponse, "headers">): boolean {
  return headers.some(([name]) => marksOfAnswers.includes(asciiLowercase(name)));
}

function isFromGateway(response: CorsResponse): boolean {
  const { headers } = response;
  const hasMark = headers.some(([name]) => gatewayMarks.includes(asciiLowercase(name)));
  return hasMark || gatewayServer.test(getHeader(headers, "Server") ?? "") || gatewayPage(response) !== null;
}

const upload = request({ api: "xhr", method: "POST", body: "text", uploadListener: true });
const withKey = request({ headers: [["X-Api-Key", "1"]] });

const ofPlainPage: HeaderLine = ["Access-Control-Allow-Origin", "http://app.example.com"];
const underServiceWorker = {
  request: { ...putJson, origin: "http://app.example.com", url: "http://api.example.com/items" },
  preflight: preflight([ofPlainPage, allowMethods("PUT"), allowHeaders("content-type")]),
  response: answer([ofPlainPage]),
};

/** Why a preflight was sent at all, or who answered it: beside the fault of the answer itself, or in its stead. */
export const layerCauses: readonly Cause[] = [
  {
    id: "upload-listener-preflight",
    phase: "preflight",
    sign: "xhr.upload.onprogress → OPTIONS",
    clause: clause.uploadListener,
    shows: (trace) => {
      const blocked = blockedPreflight(trace);
      return (
        blocked !== null && decidePreflight(blocked.request).reasons.every(({ code }) => code === "upload-listener")
      );
    },
    example: { request: upload, preflight: preflight([], 404) },
    mended: { request: upload, preflight: preflight([allowOrigin()]), response: goodAnswer },
  },
  {
    id: "gateway-answers-options",
    phase: "preflight",
    sign: "OPTIONS → Via · CF-Ray · X-Amzn-RequestId",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => {
      const response = blockedPreflight(trace)?.response;
      // A gateway only passes on what a CORS layer behind it has refused.
      if (!response || refusedByCorsLayer(response, exchange)) return false;
      return (isOkStatus(response.status) || refusesOptions.has(response.status)) && isFromGateway(response);
    },
    example: {
      request: putJson,
      preflight: preflight([
        ["Via", "1.1 gateway.example.com"],
        ["X-Kong-Response-Latency", "1"],
        allowOrigin(),
        allowMethods("GET"),
        allowHeaders("content-type"),
      ]),
    },
    mended: {
      request: putJson,
      preflight: { status: 204, headers: [["Via", "1.1 gateway.example.com"], ...goodPreflight.headers] },
      response: answer([["Via", "1.1 gateway.example.com"], allowOrigin()]),
    },
  },
  {
    id: "middleware-omits-headers",
    phase: "preflight",
    sign: "OPTIONS (DELETE) ✕ · OPTIONS (GET) ✓",
    clause: clause.corsCheck,
    shows: omitsAllHeaders,
    example: {
      request: request({ method: "DELETE" }),
      preflight: preflight(),
      probe: { asks: "plain-get", response: preflight([allowOrigin()]) },
    },
    mended: {
      request: request({ method: "DELETE" }),
      preflight: preflight([allowOrigin(), allowMethods("DELETE")]),
      response: goodAnswer,
    },
  },
  {
    id: "case-sensitive-server",
    phase: "preflight",
    sign: "x-api-key ✕ · X-Api-Key ✓",
    clause: clause.corsPreflightFetch,
    shows: comparesNamesByCase,
    example: {
      request: withKey,
      preflight: preflight([allowOrigin()]),
      probe: { asks: "names-as-written", response: preflight([allowOrigin(), allowHeaders("X-Api-Key")]) },
    },
    mended: {
      request: withKey,
      preflight: preflight([allowOrigin(), allowHeaders("X-Api-Key")]),
      response: goodAnswer,
    },
  },
  {
    id: "headers-added-twice",
    phase: "response",
    sign: "Allow-Origin × 2",
    clause: clause.corsCheck,
    shows: isAddedTwice,
    example: { request: request(), response: answer([allowOrigin(), allowOrigin()]) },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "service-worker-answers",
    phase: "response",
    sign: "FetchEvent → type: opaque",
    clause: clause.httpFetch,
    shows: ({ end }) => end.kind === "worker" && end.gave === "opaque-response",
    example: { ...underServiceWorker, serviceWorker: "answers-opaque" },
    mended: { ...underServiceWorker, serviceWorker: "passes" },
  },
];

/** Whether a middleware leaves out every CORS header because of one thing that it does not allow. */
export function omitsAllHeaders(trace: Trace, exchange: Exchange): boolean {
  const { probe } = exchange;
  return (
    probe?.asks === "plain-get" &&
    hasFailure(blockedByCorsLayer(trace, exchange), "allow-origin-missing") &&
    isOkStatus(probe.response.status) &&
    corsCheck(exchange.request, probe.response) === null
  );
}

/** Whether a server would have allowed the request's headers, had it been asked for them in the author's case. */
export function comparesNamesByCase(trace: Trace, exchange: Exchange): boolean {
  const { probe } = exchange;
  return (
    probe?.asks === "names-as-written" &&
    hasFailure(blockedByCorsLayer(trace, exchange), "header-not-allowed") &&
    checkPreflightResponse(exchange.request, probe.response).ok
  );
}

/** Whether the answer that fails has two lines Access-Control-Allow-Origin. */
export function isAddedTwice(trace: Trace): boolean {
  const blocked = blockedAtOnce(trace);
  return (
    blocked !== null &&
    hasFailure(blocked, "allow-origin-multiple") &&
    headerLines(blocked.response.headers, "Access-Control-Allow-Origin").length > 1
  );
}
