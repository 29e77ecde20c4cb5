import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  granted,
  postText,
  preflight,
  putJson,
  request,
  unasked,
} from "../rules/examples/index.ts";
import type { HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const getWithCredentials = request({ credentials: "include" });
const putWithCredentials = { ...putJson, credentials: "include" } as const;
const lists: HeaderLine[] = [allowMethods("PUT"), allowHeaders("content-type")];
const goodPreflight = preflight([allowOrigin(), allowCredentials(), ...lists]);
const goodAnswer = answer([allowOrigin(), allowCredentials()]);

/** What does not count as Access-Control-Allow-Credentials: true. */
const otherValues: readonly [id: string, what: string, lines: HeaderLine[]][] = [
  ["capital", "True, with a capital letter", [allowCredentials("True")]],
  ["false", "false", [allowCredentials("false")]],
  ["one", "1", [allowCredentials("1")]],
  ["empty", "nothing", [allowCredentials("")]],
  ["twice", "true on two lines, which count as one value", [allowCredentials(), allowCredentials()]],
];

/** Requests with credentials: the stricter check of Allow-Origin, Allow-Credentials, and `*` as a name like any other. */
export const credentials: readonly Scenario[] = [
  {
    id: "credentials-granted",
    title: "A GET with credentials is answered with the page's origin, Allow-Credentials and Vary: Origin.",
    shows: [],
    near: "wildcard-with-credentials",
    steps: [{ request: getWithCredentials, response: answer([allowOrigin(), allowCredentials(), ["Vary", "Origin"]]) }],
  },
  {
    id: "credentials-granted-without-vary",
    title: "A GET with credentials is answered with the page's origin and Allow-Credentials.",
    shows: [],
    near: "allow-credentials-missing",
    steps: [{ request: getWithCredentials, response: goodAnswer }],
  },
  {
    id: "credentials-need-no-preflight",
    title: "Credentials alone cause no preflight: the server would not have answered one.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(request({ credentials: "include" }))],
  },
  {
    id: "credentials-post-text",
    title: "A POST of text with credentials needs no preflight.",
    shows: [],
    near: "auth-before-cors",
    steps: [unasked({ ...postText, credentials: "include" })],
  },
  {
    id: "credentials-put-granted",
    title: "The preflight and the answer to a PUT with credentials both allow them.",
    shows: [],
    near: "allow-credentials-missing",
    steps: [{ request: putWithCredentials, preflight: goodPreflight, response: goodAnswer }],
  },
  {
    id: "credentials-mode-omit-wildcard",
    title: "A GET without credentials is answered with * in Allow-Origin.",
    shows: [],
    near: "wildcard-with-credentials",
    steps: [{ request: request({ credentials: "omit" }), response: answer([anyOrigin]) }],
  },
  {
    id: "credentials-allowed-but-not-asked-for",
    title: "The server sends * and Allow-Credentials to a request without credentials, which does no harm.",
    shows: [],
    near: "wildcard-with-credentials",
    steps: [{ request: request(), response: answer([anyOrigin, allowCredentials()]) }],
  },
  {
    id: "credentials-not-asked-for-and-denied",
    title: "The server sends Allow-Credentials: false to a request without credentials.",
    shows: [],
    near: "allow-credentials-missing",
    steps: [{ request: request(), response: answer([allowOrigin(), allowCredentials("false")]) }],
  },
  {
    id: "credentials-same-origin",
    title: "A page asks its own origin with credentials: no CORS header is needed.",
    shows: [],
    near: "allow-credentials-missing",
    steps: [{ request: request({ url: `${hosts.page}/items`, credentials: "include" }), response: answer() }],
  },
  {
    id: "credentials-wildcard",
    title: "A GET with credentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [{ request: getWithCredentials, response: answer([anyOrigin]) }],
  },
  {
    id: "credentials-wildcard-and-allow-credentials",
    title: "A GET with credentials is answered with * in Allow-Origin and Allow-Credentials: true.",
    shows: ["wildcard-with-credentials"],
    steps: [{ request: getWithCredentials, response: answer([anyOrigin, allowCredentials()]) }],
  },
  {
    id: "credentials-wildcard-xhr",
    title: "An XMLHttpRequest with withCredentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [
      {
        request: request({ api: "xhr", credentials: "include" }),
        response: answer([anyOrigin, allowCredentials()]),
      },
    ],
  },
  {
    id: "credentials-wildcard-in-preflight",
    title: "The preflight of a PUT with credentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [
      {
        request: putWithCredentials,
        preflight: preflight([anyOrigin, allowCredentials(), ...lists]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "credentials-wildcard-in-answer-only",
    title: "The preflight names the page's origin, and the answer to the PUT with credentials has *.",
    shows: ["wildcard-with-credentials"],
    steps: [
      { request: putWithCredentials, preflight: goodPreflight, response: answer([anyOrigin, allowCredentials()]) },
    ],
  },
  {
    id: "credentials-not-allowed",
    title: "A GET with credentials is answered with the page's origin, but without Allow-Credentials.",
    shows: ["allow-credentials-missing"],
    steps: [{ request: getWithCredentials, response: answer([allowOrigin()]) }],
  },
  {
    id: "credentials-not-allowed-in-preflight",
    title: "The preflight of a PUT with credentials is answered without Allow-Credentials.",
    shows: ["allow-credentials-missing"],
    steps: [{ request: putWithCredentials, preflight: preflight([allowOrigin(), ...lists]), response: goodAnswer }],
  },
  {
    id: "credentials-not-allowed-in-answer",
    title: "The preflight allows credentials, and the answer to the PUT does not.",
    shows: ["allow-credentials-missing"],
    steps: [{ request: putWithCredentials, preflight: goodPreflight, response: answer([allowOrigin()]) }],
  },
  ...otherValues.map(
    ([id, what, lines]): Scenario => ({
      id: `credentials-allow-credentials-${id}`,
      title: `A GET with credentials is answered with an Allow-Credentials of ${what}.`,
      shows: ["allow-credentials-missing"],
      steps: [{ request: getWithCredentials, response: answer([allowOrigin(), ...lines]) }],
    }),
  ),
  {
    id: "credentials-other-origin",
    title: "A GET with credentials is answered with another site's origin and Allow-Credentials.",
    shows: ["allow-origin-mismatch"],
    steps: [{ request: getWithCredentials, response: answer([allowOrigin(hosts.other), allowCredentials()]) }],
  },
  {
    id: "credentials-wildcard-allow-headers",
    title: "Under credentials, * in Allow-Headers does not stand for Content-Type.",
    shows: ["wildcard-literal-with-credentials"],
    steps: [
      {
        request: putWithCredentials,
        preflight: preflight([allowOrigin(), allowCredentials(), allowMethods("PUT"), allowHeaders("*")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "credentials-wildcard-allow-methods",
    title: "Under credentials, * in Allow-Methods does not stand for PUT.",
    shows: ["wildcard-literal-with-credentials"],
    steps: [
      {
        request: putWithCredentials,
        preflight: preflight([allowOrigin(), allowCredentials(), allowMethods("*"), allowHeaders("content-type")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "credentials-wildcard-both-lists",
    title: "Under credentials, the preflight has * in Allow-Methods and in Allow-Headers.",
    shows: ["wildcard-literal-with-credentials"],
    steps: [
      {
        request: putWithCredentials,
        preflight: preflight([allowOrigin(), allowCredentials(), allowMethods("*"), allowHeaders("*")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "credentials-wildcard-beside-names",
    title: "Under credentials, the lists have * beside the names that are needed.",
    shows: [],
    near: "wildcard-literal-with-credentials",
    steps: [
      {
        request: putWithCredentials,
        preflight: preflight([
          allowOrigin(),
          allowCredentials(),
          allowMethods("*, PUT"),
          allowHeaders("*, content-type"),
        ]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "credentials-names-in-both-lists",
    title: "Under credentials, the preflight lists the method and the header by name.",
    shows: [],
    near: "wildcard-literal-with-credentials",
    steps: [
      {
        request: putWithCredentials,
        preflight: goodPreflight,
        response: { status: 200, headers: [allowOrigin(), allowCredentials()] },
      },
    ],
  },
  {
    id: "wildcard-lists-without-credentials",
    title: "Without credentials, * in both lists stands for everything that the PUT needs.",
    shows: [],
    near: "wildcard-literal-with-credentials",
    steps: [
      {
        request: putJson,
        preflight: preflight([anyOrigin, allowMethods("*"), allowHeaders("*")]),
        response: answer([anyOrigin]),
      },
    ],
  },
  {
    id: "credentials-patch",
    title: "A PATCH with credentials, and every header that it needs.",
    shows: [],
    steps: [granted({ ...putJson, method: "PATCH", credentials: "include" })],
  },
];
