import { answer, answerOf, goodAnswer, granted, putJson, request } from "../rules/examples/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

/** Requests that no browser sends. */
export const refusals: readonly Scenario[] = [
  {
    id: "url-without-scheme",
    title: "A URL without a scheme, localhost:3000/items, is read as one of a scheme called localhost.",
    shows: ["scheme-not-http"],
    steps: [{ request: request({ url: "localhost:3000/items" }) }],
  },
  {
    id: "url-without-scheme-xhr",
    title: "An XMLHttpRequest puts JSON to localhost:3000/items, without a scheme.",
    shows: ["scheme-not-http"],
    steps: [{ request: { ...putJson, api: "xhr", url: "localhost:3000/items" } }],
  },
  {
    id: "url-of-file",
    title: "A page asks for a file: URL.",
    shows: ["scheme-not-http"],
    steps: [{ request: request({ url: "file:///items.json" }) }],
  },
  {
    id: "url-of-ftp",
    title: "A page asks for an ftp: URL.",
    shows: ["scheme-not-http"],
    steps: [{ request: request({ url: "ftp://api.example.com/items.json" }) }],
  },
  {
    id: "url-of-ftp-xhr",
    title: "An XMLHttpRequest asks for an ftp: URL.",
    shows: ["scheme-not-http"],
    steps: [{ request: request({ api: "xhr", url: "ftp://api.example.com/items.json" }) }],
  },
  {
    id: "url-of-ftp-image-crossorigin",
    title: "An img element with crossorigin has an ftp: URL.",
    shows: ["scheme-not-http"],
    steps: [{ element: "img", request: request({ api: "element", url: "ftp://api.example.com/items.svg" }) }],
  },
  {
    id: "url-of-own-scheme-eventsource",
    title: "An EventSource listens to a URL of an application's own scheme.",
    shows: ["scheme-not-http"],
    steps: [{ request: request({ api: "eventsource", url: "my-app://items" }) }],
  },
  {
    id: "url-of-own-scheme",
    title: "A page asks for a URL of an application's own scheme.",
    shows: ["scheme-not-http"],
    steps: [{ request: request({ url: "my-app://items" }) }],
  },
  {
    id: "url-of-data",
    title: "A data: URL holds its own answer and can be read.",
    shows: [],
    near: "scheme-not-http",
    steps: [{ request: request({ url: "data:text/plain,text" }), response: answerOf("text/plain") }],
  },
  {
    id: "url-with-scheme",
    title: "The URL has a scheme, and the page and the server both have http.",
    shows: [],
    near: "scheme-not-http",
    steps: [granted(request({ origin: hosts.plainPage, url: `${hosts.plainApi}/items` }))],
  },
  {
    id: "url-with-user-name",
    title: "A URL with a user name and a password in it is refused by fetch().",
    shows: [],
    near: "scheme-not-http",
    steps: [{ request: request({ url: `${hosts.api.replace("//", "//user:secret@")}/items` }), response: goodAnswer }],
  },
  {
    id: "mode-same-origin",
    title: "A request with mode same-origin to another origin is not sent.",
    shows: [],
    near: "no-cors-opaque",
    steps: [{ request: request({ mode: "same-origin" }), response: goodAnswer }],
  },
  {
    id: "method-trace",
    title: "TRACE is a method that no script may use.",
    shows: [],
    near: "method-not-allowed",
    steps: [{ request: request({ method: "TRACE" }), response: answer() }],
  },
  {
    id: "method-with-space",
    title: "A method with a space in it is none.",
    shows: [],
    near: "method-not-allowed",
    steps: [{ request: request({ method: "PUT ITEM" }), response: answer() }],
  },
  {
    id: "get-with-body",
    title: "A GET with a body is refused by fetch().",
    shows: [],
    near: "options-not-routed",
    steps: [{ request: request({ body: "text" }), response: goodAnswer }],
  },
  {
    id: "header-name-with-colon",
    title: "A header's name with a colon in it is none.",
    shows: [],
    near: "header-not-allowed",
    steps: [{ request: request({ headers: [["X-Api-Key:", "1"]] }), response: goodAnswer }],
  },
  {
    id: "no-cors-put",
    title: "A PUT with mode no-cors is refused by fetch().",
    shows: [],
    near: "no-cors-opaque",
    steps: [{ request: { ...putJson, mode: "no-cors" }, response: goodAnswer }],
  },
];
