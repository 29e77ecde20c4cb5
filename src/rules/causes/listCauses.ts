import * as clause from "../clauses.ts";
import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  goodAnswer,
  goodPreflight,
  mendedPut,
  preflight,
  putJson,
  request,
} from "../examples/index.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Trace } from "../exchange/trace.ts";
import { normalizeMethod } from "../request/methods.ts";
import { asciiLowercase, asciiUppercase } from "../syntax/bytes.ts";
import type { Failure, FailureCode } from "../types.ts";
import { comparesNamesByCase, omitsAllHeaders } from "./layerCauses.ts";
import { blockedByCorsLayer, hasFailure, listsWildcardUnderCredentials } from "./signs.ts";
import type { Cause } from "./types.ts";

/** Headers that tracing libraries put on requests, in lower case; `-` at the end stands for all that begin so. */
export const tracingHeaders: readonly string[] = [
  "sentry-trace",
  "baggage",
  "traceparent",
  "tracestate",
  "b3",
  "x-b3-",
  "x-datadog-",
  "newrelic",
  "elastic-apm-traceparent",
  "uber-trace-id",
  "x-amzn-trace-id",
  "x-cloud-trace-context",
  // Application Insights.
  "request-id",
  "request-context",
];

/** Whether a header belongs on an answer: a request that has it was meant to allow itself something. */
export function isResponseHeader(name: string): boolean {
  return /^access-control-(allow|expose|max)-/i.test(name);
}

const traced = request({
  headers: [
    ["sentry-trace", "00000000000000000000000000000001-0000000000000001-1"],
    ["baggage", "sentry-environment=production"],
  ],
});

/** Faults in the lists that only a preflight's answer carries. */
export const listCauses: readonly Cause[] = [
  {
    id: "method-not-allowed",
    phase: "preflight",
    sign: "Allow-Methods ✕",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => {
      const failure = findFailure(trace, exchange, "method-not-allowed");
      return (
        failure !== undefined &&
        !differsOnlyInCase(trace, exchange) &&
        !omitsAllHeaders(trace, exchange) &&
        !listsWildcardUnderCredentials(exchange, failure.value)
      );
    },
    example: {
      request: putJson,
      preflight: preflight([allowOrigin(), allowMethods("GET, POST"), allowHeaders("content-type")]),
    },
    mended: mendedPut,
  },
  {
    id: "lowercase-patch",
    phase: "preflight",
    sign: "patch ≠ PATCH",
    clause: "https://fetch.spec.whatwg.org/#concept-method-normalize",
    shows: (trace, exchange) => differsOnlyInCase(trace, exchange) && !isUppercase(exchange.request.method),
    example: {
      request: { ...putJson, method: "patch" },
      preflight: preflight([allowOrigin(), allowMethods("GET, PUT, PATCH"), allowHeaders("content-type")]),
    },
    mended: {
      request: { ...putJson, method: "PATCH" },
      preflight: preflight([allowOrigin(), allowMethods("GET, PUT, PATCH"), allowHeaders("content-type")]),
      response: goodAnswer,
    },
  },
  {
    id: "allow-methods-lowercase",
    phase: "preflight",
    sign: "Allow-Methods: put ≠ PUT",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => differsOnlyInCase(trace, exchange) && isUppercase(exchange.request.method),
    example: {
      request: putJson,
      preflight: preflight([allowOrigin(), allowMethods("get, put"), allowHeaders("content-type")]),
    },
    mended: mendedPut,
  },
  {
    id: "header-not-allowed",
    phase: "preflight",
    sign: "Allow-Headers ✕",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) =>
      unlistedNames(trace, exchange).some((name) => !isResponseHeader(name) && !isTracingHeader(name)),
    example: { request: putJson, preflight: preflight([allowOrigin(), allowMethods("PUT")]) },
    mended: mendedPut,
  },
  {
    id: "tracing-headers",
    phase: "preflight",
    sign: "sentry-trace · baggage · traceparent",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => unlistedNames(trace, exchange).some(isTracingHeader),
    example: { request: traced, preflight: goodPreflight },
    mended: {
      request: traced,
      preflight: preflight([allowOrigin(), allowHeaders("baggage, sentry-trace")]),
      response: goodAnswer,
    },
  },
  {
    id: "response-headers-on-request",
    phase: "preflight",
    sign: "Request: Access-Control-Allow-*",
    clause: clause.corsUnsafeRequestHeaderNames,
    shows: (trace, exchange) =>
      listFailures(trace, exchange).some(
        ({ code, subject }) => code === "header-not-allowed" && isResponseHeader(subject ?? ""),
      ),
    example: {
      request: request({ headers: [["Access-Control-Allow-Origin", "*"]] }),
      preflight: preflight([allowOrigin(), allowHeaders("content-type")]),
    },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "authorization-under-wildcard",
    phase: "preflight",
    sign: "Allow-Headers: * ≠ Authorization",
    clause: clause.nonWildcardRequestHeaderName,
    shows: (trace, exchange) => hasFailure(blockedByCorsLayer(trace, exchange), "authorization-not-listed"),
    example: {
      request: request({ headers: [["Authorization", "Bearer token"]] }),
      preflight: preflight([["Access-Control-Allow-Origin", "*"], allowHeaders("*")]),
      response: goodAnswer,
    },
    mended: {
      request: request({ headers: [["Authorization", "Bearer token"]] }),
      preflight: preflight([["Access-Control-Allow-Origin", "*"], allowHeaders("Authorization, *")]),
      response: goodAnswer,
    },
  },
  {
    id: "wildcard-literal-with-credentials",
    phase: "preflight",
    sign: "Allow-Headers: * + credentials",
    clause: clause.corsAndCredentials,
    shows: (trace, exchange) =>
      [findFailure(trace, exchange, "method-not-allowed"), findFailure(trace, exchange, "header-not-allowed")].some(
        (failure) => failure !== undefined && listsWildcardUnderCredentials(exchange, failure.value),
      ),
    example: {
      request: { ...putJson, credentials: "include" },
      preflight: preflight([allowOrigin(), allowCredentials(), allowMethods("PUT"), allowHeaders("*")]),
    },
    mended: {
      request: { ...putJson, credentials: "include" },
      preflight: preflight([allowOrigin(), allowCredentials(), allowMethods("PUT"), allowHeaders("content-type")]),
      response: { status: 200, headers: [allowOrigin(), allowCredentials()] },
    },
  },
  {
    id: "malformed-allow-list",
    phase: "preflight",
    sign: "Allow-Methods: GET PUT",
    clause: clause.httpNewHeaderSyntax,
    shows: (trace, exchange) => hasFailure(blockedByCorsLayer(trace, exchange), "malformed-list"),
    example: {
      request: putJson,
      preflight: preflight([allowOrigin(), allowMethods("GET PUT"), allowHeaders("content-type")]),
    },
    mended: {
      request: putJson,
      preflight: preflight([allowOrigin(), allowMethods("GET, PUT"), allowHeaders("content-type")]),
      response: goodAnswer,
    },
  },
];

/** @param name in lower case */
function isTracingHeader(name: string): boolean {
  return tracingHeaders.some((header) => (header.endsWith("-") ? name.startsWith(header) : name === header));
}

/** The failures of a preflight's answer in its lists. */
function listFailures(trace: Trace, exchange: Exchange): readonly Failure[] {
  return blockedByCorsLayer(trace, exchange)?.failures ?? [];
}

/** The first failure of its kind in the lists; what all of a kind say of their list is the same, and it may be long. */
function findFailure(trace: Trace, exchange: Exchange, code: FailureCode): Failure | undefined {
  return listFailures(trace, exchange).find((failure) => failure.code === code);
}

/** Names that an answer to a preflight does not list, where no other cause explains that. */
function unlistedNames(trace: Trace, exchange: Exchange): string[] {
  if (omitsAllHeaders(trace, exchange) || comparesNamesByCase(trace, exchange)) return [];
  if (listsWildcardUnderCredentials(exchange, findFailure(trace, exchange, "header-not-allowed")?.value)) return [];
  return listFailures(trace, exchange).flatMap(({ code, subject = "" }) =>
    code === "header-not-allowed" ? [subject] : [],
  );
}

/** Whether a preflight fails because the list has the request's method in another case than it was sent in. */
function differsOnlyInCase(trace: Trace, exchange: Exchange): boolean {
  const { subject: sent = "", value = "" } = findFailure(trace, exchange, "method-not-allowed") ?? {};
  const list = value.split(",").map((item) => item.trim());
  const lower = asciiLowercase(sent);
  return !list.includes(sent) && list.some((item) => asciiLowercase(item) === lower);
}

/** Whether a method goes out in upper case: then it is the list that is to blame. */
function isUppercase(method: string): boolean {
  const sent = normalizeMethod(method);
  return sent === asciiUppercase(sent);
}
