import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  goodAnswer,
  goodPreflight,
  notFound,
  postJson,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, CorsResponse, Exchange, HeaderLine } from "../rules/index.ts";
import type { Scenario } from "./types.ts";

const via: HeaderLine = ["Via", "1.1 gateway.example.com"];
const withKey = request({ headers: [["X-Api-Key", "1"]] });

/** A request whose preflight is answered so. */
const answered = (request: CorsRequest, preflight: CorsResponse): Exchange => ({
  request,
  preflight,
  response: goodAnswer,
});

/** The server, asked with the names as the author wrote them. */
const asWritten = (response: CorsResponse) => ({ asks: "names-as-written", response }) as const;
/** The server, asked for a plain GET. */
const plainGet = (response: CorsResponse) => ({ asks: "plain-get", response }) as const;
/** The server, asked as no browser asks from another origin. */
const withoutOrigin = (response: CorsResponse) => ({ asks: "without-origin", response }) as const;

/** What Starlette answers to OPTIONS, whatever it refuses. */
const starlette = (refuses: string, ...headers: HeaderLine[]): CorsResponse => ({
  status: 400,
  headers: [["Vary", "Origin"], ...headers, ["Content-Type", "text/plain; charset=utf-8"]],
  body: `Disallowed CORS ${refuses}`,
});
const spring: CorsResponse = { status: 403, headers: [["Vary", "Origin"]], body: "Invalid CORS request" };
/** How Express prints the error that a function for the origin gives it. */
const notAllowedByCors: CorsResponse = {
  status: 500,
  headers: [["Content-Type", "text/html; charset=utf-8"]],
  body: "<!DOCTYPE html><pre>Error: Not allowed by CORS</pre>",
};
const bareForbidden: CorsResponse = { status: 403, headers: [], body: "" };

/** What stands before the application, or around it, and answers in its stead. */
export const layers: readonly Scenario[] = [
  {
    id: "gateway-header-not-listed",
    title: "A gateway answers the preflight with a list of headers of its own.",
    shows: ["gateway-answers-options", "header-not-allowed"],
    steps: [
      answered(
        withKey,
        preflight([["X-Amzn-RequestId", "1"], ["X-Amz-Apigw-Id", "1"], anyOrigin, allowHeaders("Content-Type")]),
      ),
    ],
  },
  {
    id: "gateway-method-not-listed",
    title: "A gateway answers the preflight with a list of methods of its own.",
    shows: ["gateway-answers-options", "method-not-allowed"],
    steps: [
      answered(
        putJson,
        preflight([
          via,
          ["X-Kong-Response-Latency", "1"],
          allowOrigin(),
          allowMethods("GET"),
          allowHeaders("content-type"),
        ]),
      ),
    ],
  },
  {
    id: "gateway-without-cors-headers",
    title: "A load balancer answers OPTIONS itself, with 200 and nothing else.",
    shows: ["gateway-answers-options", "allow-origin-missing", "method-not-allowed", "header-not-allowed"],
    steps: [answered(putJson, preflight([["Server", "awselb/2.0"]], 200))],
  },
  {
    id: "gateway-options-405",
    title: "A content delivery network answers OPTIONS with 405.",
    shows: ["gateway-answers-options", "options-not-routed"],
    steps: [
      answered(
        putJson,
        preflight(
          [
            ["CF-Ray", "1-TPE"],
            ["Server", "cloudflare"],
          ],
          405,
        ),
      ),
    ],
  },
  {
    id: "gateway-options-403",
    title: "A gateway that knows no OPTIONS for the URL answers it with 403.",
    shows: ["gateway-answers-options", "auth-before-cors"],
    steps: [answered(putJson, preflight([["X-Amzn-RequestId", "1"]], 403))],
  },
  {
    id: "gateway-passes-preflight-on",
    title: "A gateway passes OPTIONS on to the application, which allows the PUT.",
    shows: [],
    near: "gateway-answers-options",
    steps: [
      {
        request: putJson,
        preflight: { status: 204, headers: [via, ...goodPreflight.headers] },
        response: answer([via, allowOrigin()]),
      },
    ],
  },
  {
    id: "gateway-options-401",
    title: "A server behind a gateway answers OPTIONS with 401.",
    shows: ["auth-before-cors"],
    steps: [answered(putJson, preflight([via], 401))],
  },
  {
    id: "gateway-options-502",
    title: "A gateway does not reach the application and answers OPTIONS with 502.",
    shows: ["preflight-server-error"],
    steps: [answered(putJson, preflight([via], 502))],
  },
  {
    id: "server-names-itself-options-405",
    title: "A server that is no gateway names itself and answers OPTIONS with 405.",
    shows: ["options-not-routed"],
    steps: [answered(putJson, preflight([["Server", "nginx"]], 405))],
  },
  {
    id: "gateway-answer-without-cors-headers",
    title: "The preflight passes, and the answer that a gateway passes on has no Allow-Origin.",
    shows: ["response-lacks-headers"],
    steps: [{ request: putJson, preflight: goodPreflight, response: answer([via]) }],
  },
  {
    id: "middleware-omits-headers-for-method",
    title: "A middleware that does not allow the method leaves out every CORS header; a plain GET it would allow.",
    shows: ["middleware-omits-headers"],
    steps: [{ ...answered(request({ method: "DELETE" }), preflight()), probe: plainGet(preflight([allowOrigin()])) }],
  },
  {
    id: "middleware-omits-headers-for-header",
    title: "A middleware that does not allow a header leaves out every CORS header; a plain GET it would allow.",
    shows: ["middleware-omits-headers"],
    steps: [{ ...answered(withKey, preflight([], 200)), probe: plainGet(preflight([allowOrigin()], 200)) }],
  },
  {
    id: "middleware-omits-headers-for-put-of-json",
    title: "A middleware leaves out every CORS header for a PUT of JSON; a plain GET it would allow.",
    shows: ["middleware-omits-headers"],
    steps: [{ ...answered(putJson, preflight([["Vary", "Origin"]])), probe: plainGet(preflight([anyOrigin])) }],
  },
  {
    id: "middleware-knows-no-origin",
    title: "A middleware leaves out every CORS header for a plain GET, too: it does not know the origin.",
    shows: ["allow-origin-missing", "method-not-allowed"],
    steps: [{ ...answered(request({ method: "DELETE" }), preflight()), probe: plainGet(preflight()) }],
  },
  {
    id: "middleware-names-origin",
    title: "A middleware that does not allow the method names the origin all the same.",
    shows: ["method-not-allowed"],
    steps: [
      {
        ...answered(request({ method: "DELETE" }), preflight([allowOrigin()])),
        probe: plainGet(preflight([allowOrigin()])),
      },
    ],
  },
  {
    id: "middleware-allows-method",
    title: "A middleware allows the method as well as a plain GET.",
    shows: [],
    near: "middleware-omits-headers",
    steps: [{ ...answered(putJson, goodPreflight), probe: plainGet(preflight([allowOrigin()])) }],
  },
  {
    id: "refused-origin-400",
    title: "Starlette refuses the origin of a PUT with a 400 that says so.",
    shows: ["allow-origin-missing"],
    steps: [answered(putJson, starlette("origin", allowMethods("GET, PUT"), allowHeaders("Accept, Content-Type")))],
  },
  {
    id: "refused-method-400",
    title: "Starlette refuses the method with a 400 that says so.",
    shows: ["method-not-allowed"],
    steps: [
      answered(putJson, starlette("method", allowOrigin(), allowMethods("GET, POST"), allowHeaders("Content-Type"))),
    ],
  },
  {
    id: "refused-headers-400",
    title: "Starlette refuses a header with a 400 that says so.",
    shows: ["header-not-allowed"],
    steps: [answered(withKey, starlette("headers", allowOrigin(), allowMethods("GET"), allowHeaders("Content-Type")))],
  },
  {
    id: "refused-by-spring-403",
    title: "Spring refuses the preflight of a PUT with a 403, and does not say what of it.",
    shows: ["allow-origin-missing", "method-not-allowed", "header-not-allowed"],
    steps: [answered(putJson, spring)],
  },
  {
    id: "refused-by-spring-403-but-not-plain-get",
    title: "Spring refuses the preflight of a PUT with a 403; a plain GET it would allow.",
    shows: ["middleware-omits-headers"],
    steps: [{ ...answered(putJson, spring), probe: plainGet(preflight([allowOrigin()], 200)) }],
  },
  {
    id: "refused-get-403",
    title: "Spring refuses a plain GET from an origin that it does not know with a 403.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request(), response: spring }],
  },
  {
    id: "refused-put-500",
    title: "The function that looks at the origin throws, and Express answers the preflight with 500.",
    shows: ["allow-origin-missing"],
    steps: [answered(putJson, notAllowedByCors)],
  },
  {
    id: "refused-get-500",
    title: "The function that looks at the origin throws, and Express answers a plain GET with 500.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request(), response: notAllowedByCors }],
  },
  {
    id: "refused-with-bare-403",
    title:
      "A middleware (gin-contrib/cors) answers an origin that it does not know with a bare 403; without an Origin, OPTIONS gets a 404.",
    shows: ["allow-origin-missing", "header-not-allowed"],
    steps: [{ ...answered(postJson, bareForbidden), probe: withoutOrigin(notFound) }],
  },
  {
    id: "bare-403-without-origin-too",
    title: "Authentication answers OPTIONS with a bare 403, with an Origin and without one.",
    shows: ["auth-before-cors"],
    steps: [{ ...answered(putJson, bareForbidden), probe: withoutOrigin(bareForbidden) }],
  },
  {
    id: "gateway-has-no-options-403",
    title: "Amazon API Gateway has no OPTIONS at the path, and says so with a 403 that speaks of a token.",
    shows: ["gateway-answers-options", "options-not-routed"],
    steps: [
      answered(putJson, {
        status: 403,
        headers: [
          ["x-amz-apigw-id", "Abc1dEFgHiJ="],
          ["x-amzn-ErrorType", "MissingAuthenticationTokenException"],
          ["Content-Type", "application/json"],
        ],
        body: '{"message":"Missing Authentication Token"}',
      }),
    ],
  },
  {
    id: "firewall-challenges-options",
    title: "Cloudflare's firewall answers OPTIONS with a page that asks for proof of a human.",
    shows: ["gateway-answers-options"],
    steps: [
      answered(putJson, {
        status: 403,
        headers: [
          ["CF-Ray", "1-TPE"],
          ["CF-Mitigated", "challenge"],
          ["Content-Type", "text/html; charset=UTF-8"],
        ],
        body: "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
      }),
    ],
  },
  {
    id: "case-sensitive-server-lists-nothing",
    title: "A server compares x-api-key with X-Api-Key by case and lists nothing; asked for X-Api-Key it would.",
    shows: ["case-sensitive-server"],
    steps: [
      {
        ...answered(withKey, preflight([allowOrigin()])),
        probe: asWritten(preflight([allowOrigin(), allowHeaders("X-Api-Key")])),
      },
    ],
  },
  {
    id: "case-sensitive-server-lists-others",
    title: "A server leaves content-type out of its list; asked for Content-Type it would list it.",
    shows: ["case-sensitive-server"],
    steps: [
      {
        ...answered(putJson, preflight([allowOrigin(), allowMethods("PUT"), allowHeaders("Accept")])),
        probe: asWritten(preflight([allowOrigin(), allowMethods("PUT"), allowHeaders("Accept, Content-Type")])),
      },
    ],
  },
  {
    id: "case-sensitive-server-two-headers",
    title: "A server lists neither of two headers; asked for them as the author wrote them it would list both.",
    shows: ["case-sensitive-server"],
    steps: [
      {
        ...answered(
          {
            ...withKey,
            headers: [
              ["X-Api-Key", "1"],
              ["Authorization", "Bearer token"],
            ],
          },
          preflight([allowOrigin(), allowHeaders("Accept")]),
        ),
        probe: asWritten(preflight([allowOrigin(), allowHeaders("Accept, X-Api-Key, Authorization")])),
      },
    ],
  },
  {
    id: "server-lists-header-in-no-case",
    title: "A server does not list the header, in whatever case it is asked for.",
    shows: ["header-not-allowed"],
    steps: [{ ...answered(withKey, preflight([allowOrigin()])), probe: asWritten(preflight([allowOrigin()])) }],
  },
  {
    id: "case-insensitive-server",
    title: "A server lists X-Api-Key, in whatever case it is asked for.",
    shows: [],
    near: "case-sensitive-server",
    steps: [
      {
        ...answered(withKey, preflight([allowOrigin(), allowHeaders("X-Api-Key")])),
        probe: asWritten(preflight([allowOrigin(), allowHeaders("X-Api-Key")])),
      },
    ],
  },
  {
    id: "server-without-options-for-anyone",
    title: "A server answers OPTIONS with 404, in whatever case the names are.",
    shows: ["options-not-routed"],
    steps: [{ ...answered(withKey, notFound), probe: asWritten(notFound) }],
  },
];
