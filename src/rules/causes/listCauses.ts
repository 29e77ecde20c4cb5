import * as clause from "../clauses.ts";
import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  goodAnswer,
  mendedPut,
  preflight,
  putJson,
  request,
} from "./examples.ts";
import { hasFailure, listFailures, listsWildcardUnderCredentials } from "./signs.ts";
import type { Cause } from "./types.ts";

const RESPONSE_HEADER_NAME = /^access-control-(allow|expose|max)-/;

/** Faults in the lists that only a preflight's answer carries. */
export const listCauses: readonly Cause[] = [
  {
    id: "method-not-allowed",
    hop: "preflight",
    sign: "Allow-Methods ✕",
    clause: clause.corsPreflightFetch,
    prints: { chromium: ["method"], firefox: ["method"], webkit: ["method"] },
    allowedBy: [],
    shows: (exchange) =>
      !differsOnlyInCase(exchange.request.method, exchange.preflight) &&
      listFailures(exchange).some(
        ({ code, value }) => code === "method-not-allowed" && !listsWildcardUnderCredentials(exchange, value),
      ),
    example: {
      request: putJson,
      preflight: preflight([allowOrigin, allowMethods("GET, POST"), allowHeaders("content-type")]),
    },
    mended: mendedPut,
  },
  {
    id: "lowercase-patch",
    hop: "preflight",
    sign: "patch ≠ PATCH",
    clause: "https://fetch.spec.whatwg.org/#concept-method-normalize",
    prints: { chromium: ["method"], firefox: ["method"], webkit: ["method"] },
    allowedBy: [],
    shows: (exchange) =>
      hasFailure(listFailures(exchange), "method-not-allowed") &&
      differsOnlyInCase(exchange.request.method, exchange.preflight),
    example: {
      request: { ...putJson, method: "patch" },
      preflight: preflight([allowOrigin, allowMethods("GET, PUT, PATCH"), allowHeaders("content-type")]),
    },
    mended: {
      request: { ...putJson, method: "PATCH" },
      preflight: preflight([allowOrigin, allowMethods("GET, PUT, PATCH"), allowHeaders("content-type")]),
      response: goodAnswer,
    },
  },
  {
    id: "header-not-allowed",
    hop: "preflight",
    sign: "Allow-Headers ✕",
    clause: clause.corsPreflightFetch,
    prints: { chromium: ["header"], firefox: ["header"], webkit: ["header"] },
    allowedBy: [],
    shows: (exchange) =>
      listFailures(exchange).some(
        ({ code, subject, value }) =>
          code === "header-not-allowed" &&
          !RESPONSE_HEADER_NAME.test(subject ?? "") &&
          !listsWildcardUnderCredentials(exchange, value),
      ),
    example: { request: putJson, preflight: preflight([allowOrigin, allowMethods("PUT")]) },
    mended: mendedPut,
  },
  {
    id: "response-headers-on-request",
    hop: "preflight",
    sign: "Request: Access-Control-Allow-*",
    clause: clause.corsUnsafeRequestHeaderNames,
    prints: { chromium: ["header"], firefox: ["header"], webkit: ["header"] },
    allowedBy: [],
    shows: (exchange) =>
      listFailures(exchange).some(
        ({ code, subject }) => code === "header-not-allowed" && RESPONSE_HEADER_NAME.test(subject ?? ""),
      ),
    example: {
      request: request({ headers: [["Access-Control-Allow-Origin", "*"]] }),
      preflight: preflight([allowOrigin, allowHeaders("content-type")]),
    },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "authorization-under-wildcard",
    hop: "preflight",
    sign: "Allow-Headers: * ≠ Authorization",
    clause: clause.nonWildcardRequestHeaderName,
    prints: { chromium: [], firefox: [], webkit: [] },
    allowedBy: ["chromium", "firefox", "webkit"],
    shows: (exchange) => hasFailure(listFailures(exchange), "authorization-not-listed"),
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
    prints: { chromium: ["header"], firefox: ["header"], webkit: ["header"] },
    allowedBy: [],
    shows: (exchange) =>
      listFailures(exchange).some(
        ({ code, value }) =>
          (code === "header-not-allowed" || code === "method-not-allowed") &&
          listsWildcardUnderCredentials(exchange, value),
      ),
    example: {
      request: { ...putJson, credentials: "include" },
      preflight: preflight([allowOrigin, allowCredentials, allowMethods("PUT"), allowHeaders("*")]),
    },
    mended: {
      request: { ...putJson, credentials: "include" },
      preflight: preflight([allowOrigin, allowCredentials, allowMethods("PUT"), allowHeaders("content-type")]),
      response: { status: 200, headers: [allowOrigin, allowCredentials] },
    },
  },
  {
    id: "malformed-allow-list",
    hop: "preflight",
    sign: "Allow-Methods: GET PUT",
    clause: clause.httpNewHeaderSyntax,
    prints: { chromium: ["malformed-methods"], firefox: ["malformed-methods"], webkit: ["malformed-methods"] },
    allowedBy: [],
    shows: (exchange) => hasFailure(listFailures(exchange), "malformed-list"),
    example: {
      request: putJson,
      preflight: preflight([allowOrigin, allowMethods("GET PUT"), allowHeaders("content-type")]),
    },
    mended: {
      request: putJson,
      preflight: preflight([allowOrigin, allowMethods("GET, PUT"), allowHeaders("content-type")]),
      response: goodAnswer,
    },
  },
];

/** Whether the list has a request's method in another case and not as it was sent. */
function differsOnlyInCase(method: string, answer: Cause["example"]["preflight"]): boolean {
  if (!answer) return false;
  const list = answer.headers
    .filter(([name]) => name.toLowerCase() === "access-control-allow-methods")
    .flatMap(([, value]) => value.split(",").map((item) => item.trim()));
  return !list.includes(method) && list.some((item) => item.toLowerCase() === method.toLowerCase());
}
