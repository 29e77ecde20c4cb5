import { answer, answerOf, granted, notFound, putJson, request } from "../rules/examples/index.ts";
import type { CorsRequest } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const onPlainPage = { origin: hosts.plainPage, url: `${hosts.plainApi}/items` };
const get = request(onPlainPage);
const put: CorsRequest = { ...putJson, ...onPlainPage };

/** A service worker stands between the page and the server. */
export const serviceWorkers: readonly Scenario[] = [
  {
    id: "service-worker-answers-opaque",
    title: "A service worker answers a GET with what it fetched in mode no-cors.",
    shows: ["service-worker-answers"],
    steps: [{ request: get, response: answer(), serviceWorker: "answers-opaque" }],
  },
  {
    id: "service-worker-answers-opaque-despite-cors-headers",
    title: "A service worker's opaque answer is of no use even where the server allows the page.",
    shows: ["service-worker-answers"],
    steps: [{ ...granted(get), serviceWorker: "answers-opaque" }],
  },
  {
    id: "service-worker-answers-opaque-to-put",
    title: "A service worker answers a PUT of JSON with an opaque response, and there is no preflight.",
    shows: ["service-worker-answers"],
    steps: [{ ...granted(put), serviceWorker: "answers-opaque" }],
  },
  {
    id: "service-worker-answers-opaque-to-image",
    title: "A service worker answers an image without crossorigin with an opaque response, which is enough.",
    shows: [],
    near: "service-worker-answers",
    steps: [
      {
        element: "img",
        request: request({ ...onPlainPage, api: "element", mode: "no-cors", credentials: "include" }),
        response: answerOf("image/svg+xml"),
        serviceWorker: "answers-opaque",
      },
    ],
  },
  {
    id: "service-worker-answers-itself",
    title: "A service worker answers with a response of its own, and the server is not asked.",
    shows: [],
    near: "service-worker-answers",
    steps: [{ request: get, response: answer(), serviceWorker: "answers" }],
  },
  {
    id: "service-worker-answers-put-itself",
    title: "A service worker answers a PUT itself, and there is no preflight that the server could refuse.",
    shows: [],
    near: "service-worker-answers",
    steps: [{ request: put, preflight: notFound, response: answer(), serviceWorker: "answers" }],
  },
  {
    id: "service-worker-passes",
    title: "A service worker lets a PUT pass, and the server allows it.",
    shows: [],
    near: "service-worker-answers",
    steps: [{ ...granted(put), serviceWorker: "passes" }],
  },
  {
    id: "service-worker-passes-options-404",
    title: "A service worker lets a PUT pass, and the server answers OPTIONS with 404.",
    shows: ["options-not-routed"],
    steps: [{ request: put, preflight: notFound, response: answer(), serviceWorker: "passes" }],
  },
  {
    id: "service-worker-passes-allow-origin-missing",
    title: "A service worker lets a GET pass, and the server sends no Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: get, response: answer(), serviceWorker: "passes" }],
  },
];
