import { allowOrigin, answer, answerOf, goodAnswer, request } from "../rules/examples/index.ts";
import type { CorsRequest } from "../rules/index.ts";
import type { Neighbour } from "./types.ts";

const IMAGE = "image/svg+xml";

const image = request({ api: "element", mode: "no-cors", credentials: "include" });
const noCors = request({ mode: "no-cors" });
const worker = request({ api: "worker", mode: "same-origin" });
const events = request({ api: "eventsource" });
const xhr: CorsRequest = request({ api: "xhr" });

/** What people take for CORS and is something else, as far as a browser shows it. The rules judge none of it. */
export const neighbours: readonly Neighbour[] = [
  {
    id: "csp-refuses-fetch",
    title: "The page's policy has connect-src 'self', and its script fetches from an API that allows it.",
    shows: "csp",
    steps: [{ pagePolicy: "connect-src-self", request: request(), response: goodAnswer }],
  },
  {
    id: "csp-refuses-xhr",
    title: "The page's policy has connect-src 'self', and its script asks by XMLHttpRequest.",
    shows: "csp",
    steps: [{ pagePolicy: "connect-src-self", request: xhr, response: goodAnswer }],
  },
  {
    id: "corp-refuses-image",
    title: "An image says that only pages of its own origin may have it.",
    shows: "corp",
    steps: [
      {
        request: image,
        element: "img",
        response: answerOf(IMAGE, [["Cross-Origin-Resource-Policy", "same-origin"]]),
      },
    ],
  },
  {
    id: "corp-refuses-no-cors-fetch",
    title: "A no-cors fetch is answered with a Cross-Origin-Resource-Policy of same-origin.",
    shows: "corp",
    steps: [{ request: noCors, response: answer([["Cross-Origin-Resource-Policy", "same-origin"]]) }],
  },
  {
    id: "coep-refuses-image",
    title: "The page asks for Cross-Origin-Embedder-Policy: require-corp, and an image says nothing.",
    shows: "coep",
    saidAs: { firefox: "corp", webkit: "corp" },
    steps: [{ pagePolicy: "require-corp", request: image, element: "img", response: answerOf(IMAGE) }],
  },
  {
    id: "worker-of-another-origin-refused",
    title: "A page starts a worker whose script is on another origin.",
    shows: "worker-origin",
    saidAs: { webkit: "tainted-canvas" },
    steps: [{ request: worker, response: answerOf("text/javascript") }],
  },
  {
    id: "canvas-with-another-origins-image",
    title: "A page draws an image that it loaded without CORS, and reads the canvas.",
    shows: "tainted-canvas",
    steps: [{ asksBy: "canvas", request: image, element: "img", response: answerOf(IMAGE) }],
  },
  {
    id: "event-source-of-a-page",
    title: "An EventSource is answered with a page of HTML, which the server allows to be read.",
    shows: "event-stream-type",
    steps: [{ request: events, response: answerOf("text/html", [allowOrigin()]) }],
  },
  {
    id: "fetch-cancelled",
    title: "A script cancels its own request.",
    shows: "cancelled",
    steps: [{ asksBy: "cancelled-fetch", request: request(), response: goodAnswer }],
  },
  {
    id: "websocket-handshake-refused",
    title: "A server answers the handshake of a WebSocket with 403, because of its Origin.",
    shows: "websocket-origin",
    steps: [
      { asksBy: "websocket", request: request({ url: "https://api.example.com/socket" }), response: answer([], 403) },
    ],
  },
];
