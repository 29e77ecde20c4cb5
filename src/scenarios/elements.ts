import {
  allowCredentials,
  allowOrigin,
  answer,
  answerOf,
  anyOrigin,
  notFound,
  redirect,
  request,
  usableTypes,
} from "../rules/examples/index.ts";
import type { CorsRequest, ElementKind, HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

/** Without a `crossorigin` attribute. */
const plain = request({ api: "element", mode: "no-cors", credentials: "include" });
/** The same with one. */
const cors: CorsRequest = { ...plain, mode: "cors", credentials: "same-origin" };
const withCredentials: CorsRequest = { ...cors, credentials: "include" };

const asks = (element: ElementKind, request: CorsRequest, headers: HeaderLine[] = []) => ({
  element,
  request,
  response: answerOf(usableTypes[element], headers),
});

const worker = request({ api: "worker", mode: "same-origin" });

/** What asks without a script: each element with and without CORS, fonts, modules; and workers. */
export const elementScenarios: readonly Scenario[] = [
  {
    id: "img",
    title: "An image of another origin is shown without any CORS header.",
    shows: [],
    near: "cross-origin-json-in-element",
    steps: [asks("img", plain)],
  },
  {
    id: "img-crossorigin-granted",
    title: "An image with a crossorigin attribute, which the server allows.",
    shows: [],
    near: "allow-origin-missing",
    steps: [asks("img", cors, [anyOrigin])],
  },
  {
    id: "img-crossorigin-allow-origin-missing",
    title: "An image with a crossorigin attribute is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [asks("img", cors)],
  },
  {
    id: "img-crossorigin-wildcard-with-credentials",
    title: "An image with crossorigin=use-credentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [asks("img", withCredentials, [anyOrigin])],
  },
  {
    id: "img-of-json",
    title: "An image element is given the URL of JSON on another origin.",
    shows: ["cross-origin-json-in-element"],
    steps: [{ element: "img", request: plain, response: answer() }],
  },
  {
    id: "video",
    title: "A video of another origin plays without any CORS header.",
    shows: [],
    near: "allow-origin-missing",
    steps: [asks("video", plain)],
  },
  {
    id: "video-crossorigin-granted",
    title: "A video with a crossorigin attribute, which the server allows.",
    shows: [],
    near: "allow-origin-missing",
    steps: [asks("video", cors, [allowOrigin()])],
  },
  {
    id: "video-crossorigin-allow-origin-missing",
    title: "A video with a crossorigin attribute is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [asks("video", cors)],
  },
  {
    id: "video-crossorigin-credentials-not-allowed",
    title: "A video with crossorigin=use-credentials is answered without Allow-Credentials.",
    shows: ["allow-credentials-missing"],
    steps: [asks("video", withCredentials, [allowOrigin()])],
  },
  {
    id: "script",
    title: "A script of another origin runs without any CORS header.",
    shows: [],
    near: "cross-origin-json-in-element",
    steps: [asks("script", plain)],
  },
  {
    id: "script-crossorigin-granted",
    title: "A script with a crossorigin attribute, which the server allows.",
    shows: [],
    near: "allow-origin-mismatch",
    steps: [asks("script", cors, [allowOrigin()])],
  },
  {
    id: "script-crossorigin-other-origin",
    title: "A script with a crossorigin attribute, and the server allows another site only.",
    shows: ["allow-origin-mismatch"],
    steps: [asks("script", cors, [allowOrigin(hosts.other)])],
  },
  {
    id: "script-of-json",
    title: "A script element asks another origin for JSON.",
    shows: ["cross-origin-json-in-element"],
    steps: [{ element: "script", request: plain, response: answer() }],
  },
  {
    id: "script-of-problem-json",
    title: "A script element asks another origin for JSON of a type of its own, and the server even allows the page.",
    shows: ["cross-origin-json-in-element"],
    steps: [{ element: "script", request: plain, response: answerOf("application/problem+json", [allowOrigin()]) }],
  },
  {
    id: "module-granted",
    title: "A module script asks with CORS by itself, and the server allows it; it would answer no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [{ ...asks("module", cors, [anyOrigin]), preflight: notFound }],
  },
  {
    id: "module-allow-origin-missing",
    title: "A module script of another origin is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [asks("module", cors)],
  },
  {
    id: "module-other-origin",
    title: "A module script, and the server allows another site only.",
    shows: ["allow-origin-mismatch"],
    steps: [asks("module", cors, [allowOrigin(hosts.other)])],
  },
  {
    id: "module-with-credentials-granted",
    title: "A module script with crossorigin=use-credentials, which the server allows by name and with credentials.",
    shows: [],
    near: "wildcard-with-credentials",
    steps: [asks("module", withCredentials, [allowOrigin(), allowCredentials()])],
  },
  {
    id: "module-wildcard-with-credentials",
    title: "A module script with crossorigin=use-credentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [asks("module", withCredentials, [anyOrigin])],
  },
  {
    id: "stylesheet",
    title: "A style sheet of another origin is applied without any CORS header.",
    shows: [],
    near: "allow-origin-missing",
    steps: [asks("stylesheet", plain)],
  },
  {
    id: "stylesheet-crossorigin-granted",
    title: "A style sheet with a crossorigin attribute, which the server allows.",
    shows: [],
    near: "allow-origin-missing",
    steps: [asks("stylesheet", cors, [anyOrigin])],
  },
  {
    id: "stylesheet-crossorigin-allow-origin-missing",
    title: "A style sheet with a crossorigin attribute is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [asks("stylesheet", cors)],
  },
  {
    id: "stylesheet-crossorigin-wildcard-with-credentials",
    title: "A style sheet with crossorigin=use-credentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [asks("stylesheet", withCredentials, [anyOrigin])],
  },
  {
    id: "stylesheet-of-json",
    title: "A style sheet's link leads to JSON on another origin.",
    shows: ["cross-origin-json-in-element"],
    steps: [{ element: "stylesheet", request: plain, response: answer() }],
  },
  {
    id: "font-granted",
    title: "A font of another origin, which the server allows; it would answer no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [{ ...asks("font", cors, [anyOrigin]), preflight: notFound }],
  },
  {
    id: "font-allow-origin-missing",
    title: "A font of another origin is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [asks("font", cors)],
  },
  {
    id: "font-other-origin",
    title: "A font, and its server allows another site only.",
    shows: ["allow-origin-mismatch"],
    steps: [asks("font", cors, [allowOrigin(hosts.other)])],
  },
  {
    id: "font-redirected",
    title: "A font's URL leads to another origin, whose answer lacks Allow-Origin.",
    shows: ["redirected-elsewhere"],
    steps: [
      {
        ...asks("font", cors),
        response: redirect(302, `${hosts.other}/items`, [anyOrigin]),
        redirects: [{ response: answerOf(usableTypes.font) }],
      },
    ],
  },
  {
    id: "font-of-the-page",
    title: "A font of the page's own origin needs no CORS header.",
    shows: [],
    near: "allow-origin-missing",
    steps: [asks("font", { ...cors, url: `${hosts.page}/items` })],
  },
  {
    id: "worker-of-another-origin",
    title: "A worker's script is on another origin: nothing is sent, whatever the server allows.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: worker, response: answerOf("text/javascript", [anyOrigin]) }],
  },
  {
    id: "worker-of-the-page",
    title: "A worker's script is on the page's own origin.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: { ...worker, url: `${hosts.page}/items` }, response: answerOf("text/javascript") }],
  },
];
