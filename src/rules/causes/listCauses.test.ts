import { describe, expect, test } from "vitest";
import { allowOrigin, preflight, request } from "../examples/index.ts";
import { findCauses } from "./index.ts";
import { tracingHeaders } from "./listCauses.ts";

/** What a request with a header is blamed for that its preflight's answer does not list. */
function causesOf(name: string): string[] {
  const exchange = { request: request({ headers: [[name, "1"]] }), preflight: preflight([allowOrigin()]) };
  return findCauses(exchange).map(({ id }) => id);
}

/** Headers as libraries write them, by what the list has them under. */
const written: Record<string, readonly string[]> = {
  "sentry-trace": ["sentry-trace"],
  baggage: ["baggage"],
  traceparent: ["traceparent"],
  tracestate: ["tracestate"],
  b3: ["b3"],
  "x-b3-": ["X-B3-TraceId", "X-B3-Sampled"],
  "x-datadog-": ["x-datadog-trace-id", "x-datadog-sampling-priority"],
  newrelic: ["newrelic"],
  "elastic-apm-traceparent": ["elastic-apm-traceparent"],
  "uber-trace-id": ["uber-trace-id"],
  "x-amzn-trace-id": ["X-Amzn-Trace-Id"],
  "x-cloud-trace-context": ["X-Cloud-Trace-Context"],
  "request-id": ["Request-Id"],
  "request-context": ["Request-Context"],
};

describe("a header of a tracing library that is not listed", () => {
  test("is known by its name, and each has its case here", () => {
    expect(Object.keys(written)).toEqual(tracingHeaders);
  });
  test.for(Object.values(written).flat())("%s is the library's fault, not the author's", (name) => {
    expect(causesOf(name)).toEqual(["tracing-headers"]);
  });
  test.for(["x-b3", "X-Datadog", "baggage-id", "my-traceparent"])("%s is the author's own", (name) => {
    expect(causesOf(name)).toEqual(["header-not-allowed"]);
  });
});
