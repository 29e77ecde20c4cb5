import { describe, expect, test } from "vitest";
import { allowHeaders, allowMethods, allowOrigin, anyOrigin, preflight, putJson, request } from "../examples/index.ts";
import type { CorsResponse, HeaderLine } from "../types.ts";
import { findCauses } from "./index.ts";
import { tellingBody } from "./refusals.ts";

const refused = (status: number, body: string, headers: HeaderLine[] = []): CorsResponse => ({ status, headers, body });
const ofPreflight = (response: CorsResponse) =>
  findCauses({ request: putJson, preflight: response }).map(({ id }) => id);
const starlettesLists = [allowMethods("GET, PUT"), allowHeaders("Accept, Content-Type")];
const everything = ["allow-origin-missing", "method-not-allowed", "header-not-allowed"];

describe("a CORS layer that refuses a preflight with an error status is no missing route and no authentication", () => {
  test.for<[who: string, response: CorsResponse, causes: string[]]>([
    ["Starlette, origin", refused(400, "Disallowed CORS origin", starlettesLists), ["allow-origin-missing"]],
    [
      "Starlette, method",
      refused(400, "Disallowed CORS method", [allowOrigin(), allowMethods("GET"), allowHeaders("content-type")]),
      ["method-not-allowed"],
    ],
    [
      "Starlette, headers",
      refused(400, "Disallowed CORS headers", [allowOrigin(), allowMethods("PUT"), allowHeaders("accept")]),
      ["header-not-allowed"],
    ],
    [
      "Starlette, everything",
      refused(400, "Disallowed CORS origin, method, headers", [allowMethods("GET"), allowHeaders("accept")]),
      everything,
    ],
    ["Spring", refused(403, "Invalid CORS request", [["Vary", "Origin"]]), everything],
    [
      "cors for Express, as its examples have it",
      refused(500, "<!DOCTYPE html><body><pre>Error: Not allowed by CORS<br> &nbsp; &nbsp;at origin (server.js:7:20)"),
      ["allow-origin-missing"],
    ],
    ["an error handler that writes JSON", refused(403, '{"error":"Not allowed by CORS"}'), ["allow-origin-missing"]],
    ["@fastify/cors", refused(400, "Invalid Preflight Request"), ["allow-origin-missing"]],
    ["actix-cors, origin", refused(400, "Origin is not allowed to make this request"), ["allow-origin-missing"]],
    ["actix-cors, method", refused(400, "Requested method is not allowed"), ["method-not-allowed"]],
    ["actix-cors, headers", refused(400, "One or more request headers are not allowed"), ["header-not-allowed"]],
    ["Vert.x", refused(403, "CORS Rejected - Invalid origin"), ["allow-origin-missing"]],
    [
      "S3, no configuration",
      refused(403, "<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket."),
      ["allow-origin-missing"],
    ],
    [
      "S3, no rule",
      refused(403, "<Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed. This is"),
      everything,
    ],
    ["Azure Storage", refused(403, "<Error><Code>CorsPreflightFailure</Code><Message>CORS not enabled"), everything],
    [
      "aiohttp-cors, origin",
      refused(403, "CORS preflight request failed: origin 'http://localhost' is not allowed"),
      ["allow-origin-missing"],
    ],
    [
      "aiohttp-cors, none",
      refused(403, "CORS preflight request failed: no origins are allowed"),
      ["allow-origin-missing"],
    ],
    [
      "aiohttp-cors, method",
      refused(403, "CORS preflight request failed: request method 'PUT' is not allowed for 'https://a.example' origin"),
      ["method-not-allowed"],
    ],
    [
      "aiohttp-cors, headers",
      refused(403, "CORS preflight request failed: headers are not allowed: X-API-KEY"),
      ["header-not-allowed"],
    ],
    [
      "Sanity",
      refused(403, '{"error":"Forbidden","message":"CORS Origin not allowed","statusCode":403}'),
      ["allow-origin-missing"],
    ],
    [
      "Appwrite",
      refused(403, '{"message":"Invalid Origin. Register your new client (app.example.com) as a new Web platform'),
      ["allow-origin-missing"],
    ],
    [
      "Anthropic, without its header",
      refused(401, `{"error":{"message":"CORS requests must set 'anthropic-dangerous-direct-browser-access' header"}}`),
      ["allow-origin-missing"],
    ],
    [
      "Anthropic, by a setting",
      refused(401, '{"error":{"message":"CORS requests are not allowed for this Organization because of its settings'),
      ["allow-origin-missing"],
    ],
    [
      "Spring behind Cloudflare, which passes its answer on",
      refused(403, "Invalid CORS request", [["CF-Ray", "1-TPE"]]),
      everything,
    ],
  ])("%s", ([, response, causes]) => {
    expect(ofPreflight(response)).toEqual(causes);
    // What is shared of it says the same.
    expect(ofPreflight({ ...response, body: tellingBody(response) ?? "" })).toEqual(causes);
  });

  test("of a body only the words are shared that a rule knows", () => {
    const said = "<pre>Error: Not allowed by CORS at /home/jo/server.js</pre>";
    expect(tellingBody(refused(500, said))).toBe("Not allowed by CORS");
    expect(tellingBody(refused(403, "error code: 1020 for 203.0.113.7"))).toBe("error code: 1020");
    expect(tellingBody(refused(403, '{"token":"zK7secretQ"}'))).toBeUndefined();
  });

  test("a tracing header among those that Starlette refuses is named as one", () => {
    const traced = request({ headers: [["traceparent", "00-1"]] });
    const response = refused(400, "Disallowed CORS headers", [allowOrigin(), allowHeaders("accept")]);
    expect(findCauses({ request: traced, preflight: response }).map(({ id }) => id)).toEqual(["tracing-headers"]);
  });

  test("where the same layer would allow a plain GET, its origin is not to blame", () => {
    const exchange = {
      request: putJson,
      preflight: refused(403, "Invalid CORS request"),
      probe: { asks: "plain-get", response: preflight([allowOrigin()], 200) },
    } as const;
    expect(findCauses(exchange).map(({ id }) => id)).toEqual(["middleware-omits-headers"]);
  });

  test.for<[what: string, without: number, causes: string[]]>([
    ["without an Origin nothing refuses: gin-contrib/cors", 404, everything],
    ["without an Origin as well", 403, ["auth-before-cors"]],
    ["and a login is asked for without an Origin", 401, ["auth-before-cors"]],
  ])("a bare 403, %s", ([, without, causes]) => {
    const exchange = {
      request: putJson,
      preflight: preflight([], 403),
      probe: { asks: "without-origin", response: preflight([], without) },
    } as const;
    expect(findCauses(exchange).map(({ id }) => id)).toEqual(causes);
  });
});

test.for<[who: string, response: CorsResponse, causes: string[]]>([
  ["Spring", refused(403, "Invalid CORS request"), ["allow-origin-missing"]],
  ["cors for Express", refused(500, "Error: Not allowed by CORS"), ["allow-origin-missing"]],
  ["an error that says nothing of CORS", refused(500, "Error: no such table"), ["error-without-cors-headers"]],
])("an actual request, refused: %s", ([, response, causes]) => {
  expect(findCauses({ request: request(), response }).map(({ id }) => id)).toEqual(causes);
});

describe("what looks alike is left as it is", () => {
  test.for<[who: string, response: CorsResponse, causes: string[]]>([
    ["an Express route that is missing", refused(404, "<pre>Cannot OPTIONS /items</pre>"), ["options-not-routed"]],
    ["Werkzeug", refused(405, "The method is not allowed for the requested URL."), ["options-not-routed"]],
    ["authentication", refused(401, '{"detail":"Not authenticated"}'), ["auth-before-cors"]],
    ["a CSRF check", refused(403, "Forbidden: invalid CSRF token"), ["auth-before-cors"]],
    [
      "a refusal that its own headers contradict",
      refused(400, "Disallowed CORS origin", [anyOrigin]),
      ["options-not-routed"],
    ],
    ["a crash", refused(500, "Internal Server Error"), ["preflight-server-error"]],
  ])("%s", ([, response, causes]) => expect(ofPreflight(response)).toEqual(causes));
});

describe("a gateway's own 403 is not authentication's", () => {
  test.for<[who: string, response: CorsResponse, causes: string[]]>([
    [
      "Amazon API Gateway has no OPTIONS at this path",
      refused(403, '{"message":"Missing Authentication Token"}', [["x-amz-apigw-id", "Abc1dEFgHiJ="]]),
      ["gateway-answers-options", "options-not-routed"],
    ],
    [
      "Cloudflare asks for proof of a human",
      refused(403, "<!DOCTYPE html><html><head><title>Just a moment...</title>", [["CF-Ray", "1-TPE"]]),
      ["gateway-answers-options"],
    ],
    ["Cloudflare's firewall, its headers not seen", refused(403, "error code: 1020"), ["gateway-answers-options"]],
    [
      "an authorizer of a gateway",
      refused(403, '{"message":"Forbidden"}', [["x-amzn-RequestId", "1"]]),
      ["gateway-answers-options", "auth-before-cors"],
    ],
  ])("%s", ([, response, causes]) => expect(ofPreflight(response)).toEqual(causes));
});
