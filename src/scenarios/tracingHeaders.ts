import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  anyOrigin,
  goodAnswer,
  granted,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, Exchange, HeaderLine } from "../rules/index.ts";
import type { Scenario } from "./types.ts";

const sentry: HeaderLine[] = [
  ["sentry-trace", "00000000000000000000000000000001-0000000000000001-1"],
  ["baggage", "sentry-environment=production"],
];
const w3c: HeaderLine[] = [
  ["traceparent", "00-00000000000000000000000000000001-0000000000000001-01"],
  ["tracestate", "vendor=1"],
];
const zipkin: HeaderLine[] = [
  ["X-B3-TraceId", "0000000000000001"],
  ["X-B3-SpanId", "0000000000000001"],
];

/** A request whose preflight lists these headers. */
function listing(names: string, request: CorsRequest): Exchange {
  return {
    request,
    preflight: preflight([allowOrigin(), allowMethods("PUT"), allowHeaders(names)]),
    response: goodAnswer,
  };
}

/** Headers that a tracing library puts on requests behind its user's back. */
export const tracingHeaders: readonly Scenario[] = [
  {
    id: "tracing-sentry-not-listed",
    title: "A library adds sentry-trace and baggage to a plain GET, and the preflight does not list them.",
    shows: ["tracing-headers"],
    steps: [listing("content-type", request({ headers: sentry }))],
  },
  {
    id: "tracing-traceparent-on-json",
    title: "A library adds traceparent to a PUT of JSON, and the preflight lists Content-Type only.",
    shows: ["tracing-headers"],
    steps: [listing("content-type", { ...putJson, headers: [...putJson.headers, ...w3c] })],
  },
  {
    id: "tracing-zipkin-xhr",
    title: "A library adds X-B3 headers to an XMLHttpRequest, and the preflight has no Allow-Headers.",
    shows: ["tracing-headers"],
    steps: [
      {
        request: request({ api: "xhr", headers: zipkin }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "tracing-and-own-header-not-listed",
    title: "Neither the library's traceparent nor a header of the author's own is listed.",
    shows: ["header-not-allowed", "tracing-headers"],
    steps: [listing("content-type", request({ headers: [...w3c, ["X-Api-Key", "1"]] }))],
  },
  {
    id: "tracing-listed",
    title: "A library adds sentry-trace and baggage, and the preflight lists them.",
    shows: [],
    near: "tracing-headers",
    steps: [granted(request({ headers: sentry }))],
  },
  {
    id: "tracing-wildcard",
    title: "A library adds traceparent, and the preflight lists * for headers.",
    shows: [],
    near: "tracing-headers",
    steps: [
      {
        request: request({ headers: w3c }),
        preflight: preflight([anyOrigin, allowHeaders("*")]),
        response: goodAnswer,
      },
    ],
  },
];
