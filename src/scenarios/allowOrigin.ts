import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  goodAnswer,
  goodPreflight,
  granted,
  ORIGIN,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

/** What an answer names instead of the page's origin, which is compared byte for byte. */
const otherValues: readonly [id: string, what: string, value: string][] = [
  ["trailing-slash", "the page's origin with a slash at its end", `${ORIGIN}/`],
  ["path", "the page's URL instead of its origin", `${ORIGIN}/index.html`],
  ["upper-case", "the page's origin in upper case", "HTTPS://APP.EXAMPLE.COM"],
  ["http", "the page's origin with http instead of https", hosts.plainPage],
  ["without-scheme", "the page's host without a scheme", "app.example.com"],
  ["default-port", "the page's origin with the port that https has anyway", `${ORIGIN}:443`],
  ["other-port", "the page's origin with another port", `${ORIGIN}:8443`],
  ["look-alike", "a host that only begins like the page's", `${ORIGIN}.evil.example`],
  ["subdomain-wildcard", "a wildcard for subdomains", "https://*.example.com"],
  ["other-origin", "another site's origin", hosts.other],
  ["quoted", "the page's origin in quotes", `"${ORIGIN}"`],
  ["empty", "nothing", ""],
  ["null", "null", "null"],
  ["space-separated", "two origins with a space between them", `${ORIGIN} ${hosts.other}`],
];

const puts = (line: ReturnType<typeof allowOrigin>) =>
  preflight([line, allowMethods("PUT"), allowHeaders("content-type")]);

/** Access-Control-Allow-Origin: missing, another value, several. */
export const allowOrigins: readonly Scenario[] = [
  ...otherValues.map(
    ([id, what, value]): Scenario => ({
      id: `put-allow-origin-${id}`,
      title: `The preflight's Allow-Origin is ${what}.`,
      shows: ["allow-origin-mismatch"],
      steps: [{ request: putJson, preflight: puts(allowOrigin(value)), response: goodAnswer }],
    }),
  ),
  {
    id: "get-allow-origin-other-origin",
    title: "A plain GET is answered with another site's origin in Allow-Origin.",
    shows: ["allow-origin-mismatch"],
    steps: [{ request: request(), response: answer([allowOrigin(hosts.other)]) }],
  },
  {
    id: "get-allow-origin-trailing-slash",
    title: "A plain GET is answered with the page's origin and a slash in Allow-Origin.",
    shows: ["allow-origin-mismatch"],
    steps: [{ request: request(), response: answer([allowOrigin(`${ORIGIN}/`)]) }],
  },
  {
    id: "get-allow-origin-exact",
    title: "A plain GET is answered with the page's origin in Allow-Origin.",
    shows: [],
    near: "allow-origin-mismatch",
    steps: [{ request: request(), response: goodAnswer }],
  },
  {
    id: "get-allow-origin-spaces-around",
    title: "Spaces around the value of Allow-Origin do no harm.",
    shows: [],
    near: "allow-origin-mismatch",
    steps: [{ request: request(), response: answer([allowOrigin(`  ${ORIGIN}\t `)]) }],
  },
  {
    id: "get-allow-origin-lower-case-name",
    title: "The header is written in lower case: access-control-allow-origin.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: request(), response: answer([["access-control-allow-origin", ORIGIN]]) }],
  },
  {
    id: "get-allow-origin-wildcard",
    title: "A plain GET is answered with * in Allow-Origin.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: request(), response: answer([anyOrigin]) }],
  },
  {
    id: "put-allow-origin-wildcard",
    title: "The preflight and the answer to the PUT have * in Allow-Origin.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: putJson, preflight: puts(anyOrigin), response: answer([anyOrigin]) }],
  },
  {
    id: "put-allow-origin-missing",
    title: "The preflight lists the method and the header, but has no Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [
      {
        request: putJson,
        preflight: preflight([allowMethods("PUT"), allowHeaders("content-type")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "get-allow-origin-missing",
    title: "A plain GET is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request(), response: answer() }],
  },
  {
    id: "get-allow-origin-misspelt",
    title: "The header's name is misspelt: Access-Control-Allow-Origins.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request(), response: answer([["Access-Control-Allow-Origins", ORIGIN]]) }],
  },
  {
    id: "get-only-allow-methods",
    title: "A plain GET is answered with Allow-Methods and Allow-Headers, but without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request(), response: answer([allowMethods("GET"), allowHeaders("*")]) }],
  },
  {
    id: "get-same-origin",
    title: "A page asks its own origin, which sends no CORS header.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: request({ url: `${hosts.page}/items` }), response: answer() }],
  },
  {
    id: "get-other-scheme-same-host-name",
    title: "A page over http asks the same host over https, which is another origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request({ origin: hosts.plainPage, url: `${hosts.page}/items` }), response: answer() }],
  },
  {
    id: "get-allow-origin-list",
    title: "One line Allow-Origin lists two origins, the page's among them.",
    shows: ["allow-origin-multiple"],
    steps: [{ request: request(), response: answer([allowOrigin(`${ORIGIN}, ${hosts.other}`)]) }],
  },
  {
    id: "get-allow-origin-list-of-the-same",
    title: "One line Allow-Origin names the page's origin twice.",
    shows: ["allow-origin-multiple"],
    steps: [{ request: request(), response: answer([allowOrigin(`${ORIGIN}, ${ORIGIN}`)]) }],
  },
  {
    id: "put-allow-origin-list",
    title: "The preflight's one line Allow-Origin lists two origins.",
    shows: ["allow-origin-multiple"],
    steps: [{ request: putJson, preflight: puts(allowOrigin(`${hosts.other}, ${ORIGIN}`)), response: goodAnswer }],
  },
  {
    id: "get-allow-origin-list-with-wildcard",
    title: "One line Allow-Origin lists * and the page's origin.",
    shows: ["allow-origin-multiple"],
    steps: [{ request: request(), response: answer([allowOrigin(`*, ${ORIGIN}`)]) }],
  },
  {
    id: "get-allow-origin-one-of-the-servers-list",
    title: "The server has a list of origins and sends the one that asks, with Vary: Origin.",
    shows: [],
    near: "allow-origin-multiple",
    steps: [{ request: request(), response: answer([allowOrigin(), ["Vary", "Origin"]]) }],
  },
  {
    id: "get-allow-origin-twice",
    title: "Two layers each add a line Allow-Origin, both with the page's origin.",
    shows: ["headers-added-twice"],
    steps: [{ request: request(), response: answer([allowOrigin(), allowOrigin()]) }],
  },
  {
    id: "get-allow-origin-and-wildcard",
    title: "The application adds the page's origin, and the proxy in front of it a second line with *.",
    shows: ["headers-added-twice"],
    steps: [{ request: request(), response: answer([allowOrigin(), anyOrigin]) }],
  },
  {
    id: "get-allow-origin-twice-in-two-cases",
    title: "Two layers each add the header, one in lower case.",
    shows: ["headers-added-twice"],
    steps: [{ request: request(), response: answer([allowOrigin(), ["access-control-allow-origin", "*"]]) }],
  },
  {
    id: "get-allow-origin-wildcard-twice",
    title: "Two layers each add a line Allow-Origin with *.",
    shows: ["headers-added-twice"],
    steps: [{ request: request(), response: answer([anyOrigin, anyOrigin]) }],
  },
  {
    id: "put-allow-origin-twice",
    title: "The preflight's answer has two lines Allow-Origin.",
    shows: ["headers-added-twice"],
    steps: [
      {
        request: putJson,
        preflight: preflight([allowOrigin(), allowOrigin(), allowMethods("PUT"), allowHeaders("content-type")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "put-answer-allow-origin-twice",
    title: "The preflight passes, and the answer to the PUT has two lines Allow-Origin.",
    shows: ["headers-added-twice"],
    steps: [{ request: putJson, preflight: goodPreflight, response: answer([allowOrigin(), allowOrigin()]) }],
  },
  {
    id: "put-lists-on-two-lines",
    title: "Allow-Methods and Allow-Headers stand on two lines each, which count as one list.",
    shows: [],
    near: "headers-added-twice",
    steps: [
      {
        request: putJson,
        preflight: preflight([
          allowOrigin(),
          allowMethods("GET"),
          allowMethods("PUT"),
          allowHeaders("x-other"),
          allowHeaders("content-type"),
        ]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "get-vary-twice",
    title: "Two layers each add Vary: Origin, and one of them Allow-Origin.",
    shows: [],
    near: "headers-added-twice",
    steps: [{ request: request(), response: answer([allowOrigin(), ["Vary", "Origin"], ["Vary", "Origin"]]) }],
  },
  {
    id: "get-query-and-fragment",
    title: "A plain GET of a URL with a query and a fragment, which is not sent.",
    shows: [],
    steps: [granted(request({ url: `${hosts.api}/items?page=2&sort=name#top` }))],
  },
];
