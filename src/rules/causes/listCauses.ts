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
import { blockedOkPreflight, hasFailure, listsWildcardUnderCredentials } from "./signs.ts";
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
];
const RESPONSE_HEADER_NAME = /^access-control-(allow|expose|max)-/;

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
    hop: "preflight",
    sign: "Allow-Methods ✕",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => {
      const failure = findFailure(trace, "method-not-allowed");
      return (
        failure !== undefined &&
        !differsOnlyInCase(trace) &&
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
    hop: "preflight",
    sign: "patch ≠ PATCH",
    clause: "https://fetch.spec.whatwg.org/#concept-method-normalize",
    shows: (trace, exchange) => differsOnlyInCase(trace) && !isUppercase(exchange.request.method),
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
    hop: "preflight",
    sign: "Allow-Methods: put ≠ PUT",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) => differsOnlyInCase(trace) && isUppercase(exchange.request.method),
    example: {
      request: putJson,
      preflight: preflight([allowOrigin(), allowMethods("get, put"), allowHeaders("content-type")]),
    },
    mended: mendedPut,
  },
  {
    id: "header-not-allowed",
    hop: "preflight",
    sign: "Allow-Headers ✕",
    clause: clause.corsPreflightFetch,
    shows: (trace, exchange) =>
      unlistedNames(trace, exchange).some((name) => !RESPONSE_HEADER_NAME.test(name) && !isTracingHeader(name)),
    example: { request: putJson, preflight: preflight([allowOrigin(), allowMethods("PUT")]) },
    mended: mendedPut,
  },
  {
    id: "tracing-headers",
    hop: "preflight",
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
    hop: "preflight",
    sign: "Request: Access-Control-Allow-*",
    clause: clause.corsUnsafeRequestHeaderNames,
    shows: (trace) =>
      listFailures(trace).some(
        ({ code, subject }) => code === "header-not-allowed" && RESPONSE_HEADER_NAME.test(subject ?? ""),
      ),
    example: {
      request: request({ headers: [["Access-Control-Allow-Origin", "*"]] }),
      preflight: preflight([allowOrigin(), allowHeaders("content-type")]),
    },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "authorization-under-wildcard",
    hop: "preflight",
    sign: "Allow-Headers: * ≠ Authorization",
    clause: clause.nonWildcardRequestHeaderName,
    shows: (trace) => hasFailure(blockedOkPreflight(trace), "authorization-not-listed"),
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
    hop: "preflight",
    sign: "Allow-Headers: * + credentials",
    clause: clause.corsAndCredentials,
    shows: (trace, exchange) =>
      [findFailure(trace, "method-not-allowed"), findFailure(trace, "header-not-allowed")].some(
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
    hop: "preflight",
    sign: "Allow-Methods: GET PUT",
    clause: clause.httpNewHeaderSyntax,
    shows: (trace) => hasFailure(blockedOkPreflight(trace), "malformed-list"),
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
function listFailures(trace: Trace): readonly Failure[] {
  return blockedOkPreflight(trace)?.failures ?? [];
}

/** The first failure of its kind in the lists; what all of a kind say of their list is the same, and it may be long. */
function findFailure(trace: Trace, code: FailureCode): Failure | undefined {
  return listFailures(trace).find((failure) => failure.code === code);
}

/** Names that an answer to a preflight does not list, where no other cause explains that. */
function unlistedNames(trace: Trace, exchange: Exchange): string[] {
  if (omitsAllHeaders(trace, exchange) || comparesNamesByCase(trace, exchange)) return [];
  if (listsWildcardUnderCredentials(exchange, findFailure(trace, "header-not-allowed")?.value)) return [];
  return listFailures(trace).flatMap(({ code, subject = "" }) => (code === "header-not-allowed" ? [subject] : []));
}

/** Whether a preflight fails because the list has the request's method in another case than it was sent in. */
function differsOnlyInCase(trace: Trace): boolean {
  const { subject: sent = "", value = "" } = findFailure(trace, "method-not-allowed") ?? {};
  const list = value.split(",").map((item) => item.trim());
  const lower = asciiLowercase(sent);
  return !list.includes(sent) && list.some((item) => asciiLowercase(item) === lower);
}

/** Whether a method goes out in upper case: then it is the list that is to blame. */
function isUppercase(method: string): boolean {
  const sent = normalizeMethod(method);
  return sent === asciiUppercase(sent);
}
