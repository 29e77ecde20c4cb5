import { describe, expect, test } from "vitest";
import { preflight, putJson } from "../examples/index.ts";
import type { HeaderLine } from "../types.ts";
import { gatewayMarks, gatewayServers } from "./gateways.ts";
import { findCauses } from "./index.ts";

/** Whether a gateway is blamed for an answer to a preflight that allows nothing and has this line. */
function blamesGateway(line: HeaderLine): boolean {
  return findCauses({ request: putJson, preflight: preflight([line]) }).some(
    ({ id }) => id === "gateway-answers-options",
  );
}

/** Each mark as it was seen in an answer. */
const marked: Record<string, HeaderLine> = {
  "x-amzn-requestid": ["x-amzn-RequestId", "2b9c4a7e-5f3d-4f7e-9a57-0c6b7d6c1c11"],
  "x-amz-apigw-id": ["x-amz-apigw-id", "Abc1dEFgHiJ="],
  "x-amzn-errortype": ["x-amzn-ErrorType", "ForbiddenException"],
  "x-kong-response-latency": ["X-Kong-Response-Latency", "0"],
  via: ["Via", "1.1 google"],
  "cf-ray": ["CF-RAY", "8a1b2c3d4e5f6789-TPE"],
  "x-envoy-upstream-service-time": ["x-envoy-upstream-service-time", "12"],
  "x-azure-ref": ["x-azure-ref", "20261128T153000Z-1a2b3c"],
  "x-served-by": ["X-Served-By", "cache-nrt-rjtf7700001-NRT"],
};
const servers: Record<string, string> = {
  cloudflare: "cloudflare",
  awselb: "awselb/2.0",
  cloudfront: "CloudFront",
  envoy: "envoy",
  kong: "kong/3.9.0",
  akamaighost: "AkamaiGHost",
  "istio-envoy": "istio-envoy",
};

describe("a gateway that answers OPTIONS is known", () => {
  test("by each of its marks, and each has its case here", () => {
    expect(Object.keys(marked)).toEqual(gatewayMarks);
  });
  test.for(Object.entries(marked))("by %s", ([, line]) => expect(blamesGateway(line)).toBe(true));

  test("by each name of a server, and each has its case here", () => {
    expect(Object.keys(servers)).toEqual(gatewayServers);
  });
  test.for(Object.entries(servers))("by Server: %s", ([, value]) =>
    expect(blamesGateway(["Server", value])).toBe(true),
  );

  test.for<HeaderLine>([
    ["Server", "nginx"],
    ["Server", "cloudflared-like"],
    ["Server", "my-envoy"],
    ["X-Via", "1.1 google"],
    ["X-Powered-By", "kong"],
  ])("and not by %s: %s", (line) => expect(blamesGateway(line)).toBe(false));
});
