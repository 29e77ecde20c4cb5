import {
  allowCredentials,
  allowHeaders,
  allowOrigin,
  answer,
  answerOf,
  anyOrigin,
  goodAnswer,
  notFound,
  postText,
  preflight,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const EVENTS = "text/event-stream";

const beacon = request({ api: "beacon", method: "POST", credentials: "include", body: "text" });
const jsonBeacon: CorsRequest = { ...beacon, body: "blob", bodyType: "application/json" };
const events = request({ api: "eventsource" });

/** XMLHttpRequest, beacons, event streams, and `no-cors` requests. */
export const otherApis: readonly Scenario[] = [
  {
    id: "xhr-get-granted",
    title: "An XMLHttpRequest for a GET, which the server allows.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: request({ api: "xhr" }), response: goodAnswer }],
  },
  {
    id: "xhr-get-allow-origin-missing",
    title: "An XMLHttpRequest for a GET is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request({ api: "xhr" }), response: answer() }],
  },
  {
    id: "xhr-credentials-not-allowed",
    title: "An XMLHttpRequest with withCredentials is answered without Allow-Credentials.",
    shows: ["allow-credentials-missing"],
    steps: [{ request: request({ api: "xhr", credentials: "include" }), response: answer([allowOrigin()]) }],
  },
  {
    id: "beacon-text",
    title: "A beacon of text needs no preflight and no CORS headers.",
    shows: [],
    near: "no-cors-opaque",
    steps: [{ request: beacon, preflight: notFound, response: answer([], 204) }],
  },
  {
    id: "beacon-blob-of-text",
    title: "A beacon of a Blob whose type is text/plain needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [
      { request: { ...beacon, body: "blob", bodyType: "text/plain" }, preflight: notFound, response: answer([], 204) },
    ],
  },
  {
    id: "beacon-blob-of-json-granted",
    title: "A beacon of a Blob of JSON needs a preflight, which allows it with credentials.",
    shows: [],
    near: "wildcard-with-credentials",
    steps: [
      {
        request: jsonBeacon,
        preflight: preflight([allowOrigin(), allowCredentials(), allowHeaders("content-type")]),
        response: answer([allowOrigin(), allowCredentials()]),
      },
    ],
  },
  {
    id: "beacon-blob-of-json-options-404",
    title: "A beacon of a Blob of JSON, and the server answers OPTIONS with 404.",
    shows: ["options-not-routed"],
    steps: [{ request: jsonBeacon, preflight: notFound, response: answer() }],
  },
  {
    id: "beacon-blob-of-json-wildcard",
    title: "A beacon of a Blob of JSON always has credentials, and the preflight has * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [
      {
        request: jsonBeacon,
        preflight: preflight([anyOrigin, allowHeaders("content-type")]),
        response: answer([anyOrigin]),
      },
    ],
  },
  {
    id: "event-stream-granted",
    title: "An EventSource needs no preflight, and the server allows it.",
    shows: [],
    near: "options-not-routed",
    steps: [{ request: events, preflight: notFound, response: answerOf(EVENTS, [allowOrigin()]) }],
  },
  {
    id: "event-stream-allow-origin-missing",
    title: "An EventSource is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: events, response: answerOf(EVENTS) }],
  },
  {
    id: "event-stream-wildcard-with-credentials",
    title: "An EventSource with credentials is answered with * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [{ request: { ...events, credentials: "include" }, response: answerOf(EVENTS, [anyOrigin]) }],
  },
  {
    id: "event-stream-with-credentials-granted",
    title: "An EventSource with credentials, which the server allows by name and with credentials.",
    shows: [],
    near: "wildcard-with-credentials",
    steps: [
      {
        request: { ...events, credentials: "include" },
        response: answerOf(EVENTS, [allowOrigin(), allowCredentials()]),
      },
    ],
  },
  {
    id: "event-stream-credentials-not-allowed",
    title: "An EventSource with credentials is answered without Allow-Credentials.",
    shows: ["allow-credentials-missing"],
    steps: [{ request: { ...events, credentials: "include" }, response: answerOf(EVENTS, [allowOrigin()]) }],
  },
  {
    id: "fetch-of-json",
    title: "JSON of another origin is asked for with fetch(), and the server allows it.",
    shows: [],
    near: "cross-origin-json-in-element",
    steps: [{ request: request(), response: goodAnswer }],
  },
  {
    id: "no-cors-get",
    title: "A GET with mode no-cors arrives and is answered, and the script can read nothing of it.",
    shows: ["no-cors-opaque"],
    steps: [{ request: request({ mode: "no-cors" }), response: answer() }],
  },
  {
    id: "no-cors-get-with-allow-origin",
    title: "A GET with mode no-cors stays opaque even where the server allows the page to read the answer.",
    shows: ["no-cors-opaque"],
    steps: [{ request: request({ mode: "no-cors" }), response: goodAnswer }],
  },
  {
    id: "no-cors-post-json",
    title: "A POST of JSON with mode no-cors loses its Content-Type and its token on the way.",
    shows: ["no-cors-opaque"],
    steps: [
      {
        request: {
          ...postText,
          mode: "no-cors",
          headers: [
            ["Content-Type", "application/json"],
            ["Authorization", "Bearer token"],
          ],
        },
        preflight: notFound,
        response: answer(),
      },
    ],
  },
  {
    id: "no-cors-left-out",
    title: "The same GET without mode no-cors: the server allows it, and the script reads it.",
    shows: [],
    near: "no-cors-opaque",
    steps: [{ request: request({ mode: "cors" }), response: answer([anyOrigin]) }],
  },
  {
    id: "no-cors-same-origin",
    title: "A GET with mode no-cors to the page's own origin can be read.",
    shows: [],
    near: "no-cors-opaque",
    steps: [{ request: request({ mode: "no-cors", url: `${hosts.page}/items` }), response: answer() }],
  },
];
