import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  anyOrigin,
  goodAnswer,
  granted,
  mendedPut,
  postJson,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, Exchange, HeaderLine } from "../rules/index.ts";
import type { Scenario } from "./types.ts";

const withKey = request({ headers: [["X-Api-Key", "1"]] });
const withAuthorization = request({ headers: [["Authorization", "Bearer token"]] });

/** A request whose preflight has these lines besides Allow-Origin. */
function answered(request: CorsRequest, ...lines: HeaderLine[]): Exchange {
  return { request, preflight: preflight([allowOrigin(), ...lines]), response: goodAnswer };
}

/** What is no list of tokens. */
const malformedMethods: readonly [id: string, what: string, value: string][] = [
  ["space-separated", "has spaces where the commas should be", "GET PUT"],
  ["semicolons", "has semicolons where the commas should be", "GET; PUT"],
  ["quoted", "is in quotes", '"GET, PUT"'],
  ["brackets", "is printed as an array", "[GET, PUT]"],
  ["slashes", "has slashes where the commas should be", "GET/PUT"],
];

/** Allow-Headers and Allow-Methods as lists: names, wildcards, and what does not parse. */
export const lists: readonly Scenario[] = [
  {
    id: "headers-listed-in-another-case",
    title: "Allow-Headers lists CONTENT-TYPE, and header names are compared without regard to case.",
    shows: [],
    near: "case-sensitive-server",
    steps: [answered(putJson, allowMethods("PUT"), allowHeaders("CONTENT-TYPE"))],
  },
  {
    id: "headers-listed-with-spaces",
    title: "Allow-Headers has spaces, tabs and empty elements, and the header among them.",
    shows: [],
    near: "malformed-allow-list",
    steps: [answered(withKey, allowHeaders(" , accept ,\tx-api-key  ,,"))],
  },
  {
    id: "headers-wildcard",
    title: "Without credentials, * in Allow-Headers stands for a header of any name.",
    shows: [],
    near: "header-not-allowed",
    steps: [answered(withKey, allowHeaders("*"))],
  },
  {
    id: "put-no-allow-headers",
    title: "The preflight lists the method, but has no Allow-Headers.",
    shows: ["header-not-allowed"],
    steps: [{ request: putJson, preflight: preflight([allowOrigin(), allowMethods("PUT")]), response: goodAnswer }],
  },
  {
    id: "post-json-no-allow-headers",
    title: "A POST of JSON, and the preflight has only Allow-Origin.",
    shows: ["header-not-allowed"],
    steps: [answered(postJson)],
  },
  {
    id: "headers-empty-list",
    title: "Allow-Headers is empty.",
    shows: ["header-not-allowed"],
    steps: [answered(withKey, allowHeaders(""))],
  },
  {
    id: "headers-other-names-listed",
    title: "Allow-Headers lists other headers than the one that is asked for.",
    shows: ["header-not-allowed"],
    steps: [answered(withKey, allowHeaders("Content-Type, Authorization"))],
  },
  {
    id: "headers-prefix-wildcard",
    title: "Allow-Headers lists X-*, which is a name like any other.",
    shows: ["header-not-allowed"],
    steps: [answered(withKey, allowHeaders("X-*"))],
  },
  {
    id: "headers-underscore-for-hyphen",
    title: "Allow-Headers lists X_Api_Key for X-Api-Key.",
    shows: ["header-not-allowed"],
    steps: [answered(withKey, allowHeaders("X_Api_Key"))],
  },
  {
    id: "headers-authorization-listed",
    title: "Allow-Headers lists Authorization.",
    shows: [],
    near: "authorization-under-wildcard",
    steps: [answered(withAuthorization, allowHeaders("Authorization"))],
  },
  {
    id: "headers-authorization-not-listed",
    title: "Allow-Headers lists Content-Type, and the request has Authorization.",
    shows: ["header-not-allowed"],
    steps: [answered(withAuthorization, allowHeaders("Content-Type"))],
  },
  {
    id: "authorization-under-wildcard",
    title: "Allow-Headers is *, which by the standard does not cover Authorization.",
    shows: ["authorization-under-wildcard"],
    steps: [{ request: withAuthorization, preflight: preflight([anyOrigin, allowHeaders("*")]), response: goodAnswer }],
  },
  {
    id: "authorization-beside-wildcard",
    title: "Allow-Headers lists Authorization and *.",
    shows: [],
    near: "authorization-under-wildcard",
    steps: [
      {
        request: withAuthorization,
        preflight: preflight([anyOrigin, allowHeaders("Authorization, *")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "authorization-and-json-under-wildcard",
    title: "Allow-Headers is *, and a PUT of JSON has Authorization too.",
    shows: ["authorization-under-wildcard"],
    steps: [
      answered(
        { ...putJson, headers: [...putJson.headers, ["Authorization", "Bearer token"]] },
        allowMethods("PUT"),
        allowHeaders("*"),
      ),
    ],
  },
  {
    id: "authorization-under-wildcard-xhr",
    title: "An XMLHttpRequest sends Authorization, and Allow-Headers is *.",
    shows: ["authorization-under-wildcard"],
    steps: [answered({ ...withAuthorization, api: "xhr" }, allowHeaders("*"))],
  },
  {
    id: "allow-origin-on-request",
    title: "A script puts Access-Control-Allow-Origin on the request, where it only causes a preflight.",
    shows: ["response-headers-on-request"],
    steps: [answered(request({ headers: [["Access-Control-Allow-Origin", "*"]] }), allowHeaders("content-type"))],
  },
  {
    id: "allow-headers-on-request",
    title: "A script puts Access-Control-Allow-Headers and -Methods on a POST.",
    shows: ["response-headers-on-request"],
    steps: [
      answered(
        request({
          method: "POST",
          headers: [
            ["Access-Control-Allow-Headers", "*"],
            ["Access-Control-Allow-Methods", "POST"],
          ],
        }),
        allowHeaders("content-type"),
      ),
    ],
  },
  {
    id: "allow-origin-and-json-on-request",
    title: "A script puts Access-Control-Allow-Origin on a PUT of JSON, and the preflight lists Content-Type.",
    shows: ["response-headers-on-request"],
    steps: [
      {
        ...mendedPut,
        request: { ...putJson, headers: [...putJson.headers, ["Access-Control-Allow-Origin", "*"]] },
      },
    ],
  },
  {
    id: "allow-origin-on-request-granted",
    title: "A script puts Access-Control-Allow-Origin on the request, and the preflight even lists it.",
    shows: [],
    near: "response-headers-on-request",
    steps: [granted(request({ headers: [["Access-Control-Allow-Origin", "*"]] }))],
  },
  ...malformedMethods.map(
    ([id, what, value]): Scenario => ({
      id: `malformed-methods-${id}`,
      title: `The preflight's list of methods ${what}.`,
      shows: ["malformed-allow-list"],
      steps: [answered(putJson, allowMethods(value), allowHeaders("content-type"))],
    }),
  ),
  {
    id: "malformed-headers-space-separated",
    title: "The preflight's list of headers has spaces where the commas should be.",
    shows: ["malformed-allow-list"],
    steps: [answered(putJson, allowMethods("PUT"), allowHeaders("Accept Content-Type"))],
  },
  {
    id: "malformed-headers-semicolons",
    title: "The preflight's list of headers has semicolons where the commas should be.",
    shows: ["malformed-allow-list"],
    steps: [answered(withKey, allowHeaders("Accept; X-Api-Key"))],
  },
  {
    id: "malformed-headers-colon",
    title: "The preflight's list of headers has a name with a colon after it, beside the one that is needed.",
    shows: ["malformed-allow-list"],
    steps: [answered(withKey, allowHeaders("X-Api-Key, Content-Type:"))],
  },
  {
    id: "malformed-methods-for-get",
    title: "The list of methods does not parse, though a GET would not need it.",
    shows: ["malformed-allow-list"],
    steps: [answered(withKey, allowMethods("GET PUT"), allowHeaders("x-api-key"))],
  },
  {
    id: "malformed-lists-on-simple-answer",
    title: "A list that does not parse stands on the answer to a plain GET, where nobody reads it.",
    shows: [],
    near: "malformed-allow-list",
    steps: [
      { request: request(), response: { ...goodAnswer, headers: [...goodAnswer.headers, allowMethods("GET PUT")] } },
    ],
  },
  {
    id: "put-methods-with-commas",
    title: "The preflight lists GET and PUT with a comma between them.",
    shows: [],
    near: "malformed-allow-list",
    steps: [answered(putJson, allowMethods("GET, PUT"), allowHeaders("content-type"))],
  },
];
