import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  goodAnswer,
  goodPreflight,
  mendedPut,
  preflight,
  putJson,
  redirect,
  request,
} from "../rules/examples/index.ts";
import type { HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const withAuthorization = request({ headers: [["Authorization", "Bearer token"]] });
const corsHeaders: HeaderLine[] = [allowOrigin(), allowMethods("PUT"), allowHeaders("content-type")];
const location: HeaderLine = ["Location", `${hosts.api}/items/`];

const okStatuses = [200, 204, 206, 299];
const failingStatuses: readonly [status: number, cause: string, headers: HeaderLine[]][] = [
  [300, "options-not-routed", []],
  [301, "preflight-redirected", [location]],
  [302, "preflight-redirected", [location]],
  [303, "preflight-redirected", [location]],
  [304, "options-not-routed", []],
  [307, "preflight-redirected", [location]],
  [308, "preflight-redirected", [location]],
  [400, "options-not-routed", []],
  [401, "auth-before-cors", [["WWW-Authenticate", "Bearer"]]],
  [403, "auth-before-cors", []],
  [404, "options-not-routed", []],
  [405, "options-not-routed", [["Allow", "GET, PUT"]]],
  [407, "auth-before-cors", []],
  [500, "preflight-server-error", []],
  [501, "options-not-routed", []],
  [502, "preflight-server-error", []],
  [503, "preflight-server-error", []],
];

/** Every status that is of interest, without a CORS header and with all of them. */
const byStatus: Scenario[] = [
  ...okStatuses.flatMap((status): Scenario[] => [
    {
      id: `put-options-${status}-with-cors-headers`,
      title: `The preflight of a PUT is answered with ${status} and every header that it needs.`,
      shows: [],
      near: "options-not-routed",
      steps: [{ ...mendedPut, preflight: preflight(corsHeaders, status) }],
    },
    {
      id: `put-options-${status}-without-cors-headers`,
      title: `The preflight of a PUT is answered with ${status} and without any CORS header.`,
      shows: ["allow-origin-missing", "method-not-allowed", "header-not-allowed"],
      steps: [{ request: putJson, preflight: preflight([], status), response: goodAnswer }],
    },
  ]),
  ...failingStatuses.flatMap(([status, cause, headers]): Scenario[] => [
    {
      id: `put-options-${status}-without-cors-headers`,
      title: `The preflight of a PUT is answered with ${status} and without any CORS header.`,
      shows: [cause],
      steps: [{ request: putJson, preflight: preflight(headers, status), response: goodAnswer }],
    },
    {
      id: `put-options-${status}-with-cors-headers`,
      title: `The preflight of a PUT is answered with ${status}, with every CORS header that it needs.`,
      shows: [cause],
      steps: [{ request: putJson, preflight: preflight([...headers, ...corsHeaders], status), response: goodAnswer }],
    },
  ]),
];

/** The status of the answer to OPTIONS. */
export const statuses: readonly Scenario[] = [
  ...byStatus,
  {
    id: "put-json-passes",
    title: "The server allows the PUT of JSON, and answers it with the header that it needs.",
    shows: [],
    near: "method-not-allowed",
    steps: [mendedPut],
  },
  {
    id: "authorization-options-401",
    title:
      "Authentication comes before CORS: the preflight of a GET with a token, which carries none, is answered with 401.",
    shows: ["auth-before-cors"],
    steps: [
      {
        request: withAuthorization,
        preflight: preflight([["WWW-Authenticate", "Bearer"]], 401),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "authorization-options-204",
    title: "The preflight of a GET with a token passes without the token.",
    shows: [],
    near: "auth-before-cors",
    steps: [
      {
        request: withAuthorization,
        preflight: preflight([allowOrigin(), allowHeaders("authorization")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "authorization-rejected-after-preflight",
    title: "The preflight passes, and the token is refused with a 401 that the script can read.",
    shows: [],
    near: "auth-before-cors",
    steps: [
      {
        request: withAuthorization,
        preflight: preflight([allowOrigin(), allowHeaders("authorization")]),
        response: answer([allowOrigin()], 401),
      },
    ],
  },
  {
    id: "put-options-redirected-to-slash",
    title: "The preflight is redirected to the same URL with a slash at its end.",
    shows: ["preflight-redirected"],
    steps: [
      { request: putJson, preflight: redirect(307, `${hosts.api}/items/`, [allowOrigin()]), response: goodAnswer },
    ],
  },
  {
    id: "put-url-with-slash",
    title: "The same PUT asks the URL with the slash: nothing is redirected.",
    shows: [],
    near: "preflight-redirected",
    steps: [{ ...mendedPut, request: { ...putJson, url: `${hosts.api}/items/` } }],
  },
  {
    id: "put-options-redirected-to-login",
    title: "The preflight is redirected to the login page of another origin.",
    shows: ["preflight-redirected"],
    steps: [{ request: putJson, preflight: redirect(302, `${hosts.other}/login`), response: goodAnswer }],
  },
  {
    id: "put-options-redirected-to-https",
    title: "The preflight asks over http and is redirected to https.",
    shows: ["preflight-redirected"],
    steps: [
      {
        request: { ...putJson, origin: hosts.plainPage, url: `${hosts.plainApi}/items` },
        preflight: redirect(301, `${hosts.api}/items`),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "put-answered-500-with-cors-headers",
    title: "The preflight passes, and the PUT is answered with a 500 that the script can read.",
    shows: [],
    near: "preflight-server-error",
    steps: [{ request: putJson, preflight: goodPreflight, response: answer([allowOrigin()], 500) }],
  },
];
