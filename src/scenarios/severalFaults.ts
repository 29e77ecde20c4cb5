import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  goodAnswer,
  preflight,
  putJson,
  redirect,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, CorsResponse } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const putWithCredentials: CorsRequest = { ...putJson, credentials: "include" };
const otherOrigin = allowOrigin(hosts.other);

const step = (request: CorsRequest, preflight: CorsResponse): Scenario["steps"] => [
  { request, preflight, response: goodAnswer },
];

/** Several faults in one answer: which of them the console names first differs from engine to engine. */
export const severalFaults: readonly Scenario[] = [
  {
    id: "faults-404-and-other-origin",
    title: "The preflight is answered with 404 and another site's origin.",
    shows: ["options-not-routed", "allow-origin-mismatch"],
    steps: step(putJson, preflight([otherOrigin], 404)),
  },
  {
    id: "faults-500-and-other-origin",
    title: "The preflight is answered with 500 and another site's origin.",
    shows: ["preflight-server-error", "allow-origin-mismatch"],
    steps: step(putJson, preflight([otherOrigin], 500)),
  },
  {
    id: "faults-401-and-wildcard-with-credentials",
    title: "The preflight of a request with credentials is answered with 401 and *.",
    shows: ["auth-before-cors", "wildcard-with-credentials"],
    steps: step(putWithCredentials, preflight([anyOrigin], 401)),
  },
  {
    id: "faults-405-and-no-allow-credentials",
    title: "The preflight of a request with credentials is answered with 405 and without Allow-Credentials.",
    shows: ["options-not-routed", "allow-credentials-missing"],
    steps: step(putWithCredentials, preflight([allowOrigin()], 405)),
  },
  {
    id: "faults-404-and-malformed-list",
    title: "The preflight is answered with 404 and a list that does not parse.",
    shows: ["options-not-routed"],
    steps: step(putJson, preflight([allowOrigin(), allowMethods("GET PUT")], 404)),
  },
  {
    id: "faults-redirect-and-other-origin",
    title: "The preflight is answered with a redirect and another site's origin.",
    shows: ["preflight-redirected", "allow-origin-mismatch"],
    steps: step(putJson, redirect(308, `${hosts.api}/items/`, [otherOrigin])),
  },
  {
    id: "faults-other-origin-and-method",
    title: "The preflight allows another site and does not list the method.",
    shows: ["allow-origin-mismatch", "method-not-allowed"],
    steps: step(putJson, preflight([otherOrigin, allowMethods("GET"), allowHeaders("content-type")])),
  },
  {
    id: "faults-credentials-and-header",
    title: "The preflight of a request with credentials lacks Allow-Credentials and the header's name.",
    shows: ["allow-credentials-missing", "header-not-allowed"],
    steps: step(putWithCredentials, preflight([allowOrigin(), allowMethods("PUT")])),
  },
  {
    id: "faults-wildcard-and-wildcard-lists",
    title: "The preflight of a request with credentials has * everywhere.",
    shows: ["wildcard-with-credentials", "wildcard-literal-with-credentials"],
    steps: step(putWithCredentials, preflight([anyOrigin, allowCredentials(), allowMethods("*"), allowHeaders("*")])),
  },
  {
    id: "faults-method-and-header",
    title: "The preflight lists neither the method nor the header.",
    shows: ["method-not-allowed", "header-not-allowed"],
    steps: step(putJson, preflight([allowOrigin()])),
  },
  {
    id: "faults-method-and-malformed-headers",
    title: "The preflight does not list the method, and its list of headers does not parse.",
    shows: ["method-not-allowed", "malformed-allow-list"],
    steps: step(putJson, preflight([allowOrigin(), allowMethods("GET"), allowHeaders("content-type; accept")])),
  },
  {
    id: "faults-malformed-methods-and-header",
    title: "The preflight's list of methods does not parse, and the header is not listed.",
    shows: ["header-not-allowed", "malformed-allow-list"],
    steps: step(putJson, preflight([allowOrigin(), allowMethods("GET PUT"), allowHeaders("accept")])),
  },
  {
    id: "faults-both-lists-malformed",
    title: "Neither of the preflight's lists parses.",
    shows: ["malformed-allow-list"],
    steps: step(putJson, preflight([allowOrigin(), allowMethods("GET PUT"), allowHeaders("content-type accept")])),
  },
  {
    id: "faults-two-headers-not-listed",
    title: "The preflight lists neither of two headers.",
    shows: ["header-not-allowed"],
    steps: step(
      request({
        headers: [
          ["X-Second", "1"],
          ["X-First", "1"],
        ],
      }),
      preflight([allowOrigin(), allowHeaders("x-third")]),
    ),
  },
  {
    id: "faults-response-header-and-own-header",
    title: "A script puts Access-Control-Allow-Origin and a header of its own on the request, and neither is listed.",
    shows: ["header-not-allowed", "response-headers-on-request"],
    steps: step(
      request({
        headers: [
          ["Access-Control-Allow-Origin", "*"],
          ["X-Api-Key", "1"],
        ],
      }),
      preflight([allowOrigin(), allowHeaders("content-type")]),
    ),
  },
  {
    id: "faults-lowercase-patch-and-header",
    title: "A patch in lower case where PATCH is listed, and the header is not listed.",
    shows: ["lowercase-patch", "header-not-allowed"],
    steps: step({ ...putJson, method: "patch" }, preflight([allowOrigin(), allowMethods("PATCH")])),
  },
  {
    id: "faults-authorization-under-wildcard-and-method",
    title: "Allow-Headers is * for a request with Authorization, and the method is not listed.",
    shows: ["method-not-allowed", "authorization-under-wildcard"],
    steps: step(
      request({ method: "DELETE", headers: [["Authorization", "Bearer token"]] }),
      preflight([anyOrigin, allowHeaders("*")]),
    ),
  },
  {
    id: "faults-preflight-and-answer",
    title: "Preflight and answer both allow another site: the browser comes only as far as the first.",
    shows: ["allow-origin-mismatch"],
    steps: [
      {
        request: putJson,
        preflight: preflight([otherOrigin, allowMethods("PUT"), allowHeaders("content-type")]),
        response: answer([otherOrigin]),
      },
    ],
  },
];
