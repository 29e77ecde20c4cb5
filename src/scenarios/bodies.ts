import {
  allowMethods,
  allowOrigin,
  answer,
  goodAnswer,
  granted,
  notFound,
  preflight,
  request,
  unasked,
} from "../rules/examples/index.ts";
import type { CorsRequest } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const post = (changes: Partial<CorsRequest>) => request({ method: "POST", ...changes });

/** A POST by XMLHttpRequest that safelists everything, with a listener on `xhr.upload`. */
const watchedUpload = post({ api: "xhr", body: "text", uploadListener: true });
const watchedJson: CorsRequest = { ...watchedUpload, headers: [["Content-Type", "application/json"]] };
const stream = post({ url: `${hosts.http2}/items`, body: "stream" });

/** Bodies: the Content-Type that they bring with them, upload listeners, streams. */
export const bodies: readonly Scenario[] = [
  {
    id: "body-text-needs-no-preflight",
    title: "A POST of a string is sent as text/plain and needs no preflight, JSON or not.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(post({ body: "text" }))],
  },
  {
    id: "body-urlencoded-needs-no-preflight",
    title: "A POST of URLSearchParams needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(post({ body: "urlencoded" }))],
  },
  {
    id: "body-formdata-needs-no-preflight",
    title: "A POST of FormData needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(post({ body: "formdata" }))],
  },
  {
    id: "body-bytes-needs-no-preflight",
    title: "A POST of bytes has no Content-Type and needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(post({ body: "bytes" }))],
  },
  {
    id: "body-blob-without-type-needs-no-preflight",
    title: "A POST of a Blob without a type needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(post({ body: "blob" }))],
  },
  {
    id: "body-blob-of-text-needs-no-preflight",
    title: "A POST of a Blob whose type is text/plain needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(post({ body: "blob", bodyType: "text/plain" }))],
  },
  {
    id: "body-blob-of-json-granted",
    title: "A POST of a Blob whose type is application/json needs a preflight, which allows it.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(post({ body: "blob", bodyType: "application/json" }))],
  },
  {
    id: "body-blob-of-json-header-not-listed",
    title: "A POST of a Blob whose type is application/json, and the preflight lists no header.",
    shows: ["header-not-allowed"],
    steps: [
      {
        request: post({ body: "blob", bodyType: "application/json" }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "xhr-json-granted",
    title: "An XMLHttpRequest posts JSON, and the preflight allows it.",
    shows: [],
    near: "upload-listener-preflight",
    steps: [granted({ ...watchedJson, uploadListener: false })],
  },
  {
    id: "xhr-text-needs-no-preflight",
    title: "An XMLHttpRequest posts text without a listener on its upload: no preflight.",
    shows: [],
    near: "upload-listener-preflight",
    steps: [unasked({ ...watchedUpload, uploadListener: false })],
  },
  {
    id: "upload-listener-granted",
    title: "A listener on xhr.upload causes a preflight, which allows the request.",
    shows: [],
    near: "upload-listener-preflight",
    steps: [granted(watchedUpload)],
  },
  {
    id: "upload-listener-options-404",
    title: "A listener on xhr.upload causes a preflight, which the server answers with 404.",
    shows: ["upload-listener-preflight", "options-not-routed"],
    steps: [{ request: watchedUpload, preflight: notFound, response: goodAnswer }],
  },
  {
    id: "upload-listener-options-401",
    title: "A listener on xhr.upload causes a preflight, which the server answers with 401.",
    shows: ["upload-listener-preflight", "auth-before-cors"],
    steps: [{ request: watchedUpload, preflight: preflight([], 401), response: goodAnswer }],
  },
  {
    id: "upload-listener-options-without-cors-headers",
    title: "A listener on xhr.upload causes a preflight, which is answered without CORS headers.",
    shows: ["upload-listener-preflight", "allow-origin-missing"],
    steps: [{ request: watchedUpload, preflight: preflight(), response: goodAnswer }],
  },
  {
    id: "upload-listener-form-data-other-origin",
    title: "Files are uploaded with a listener on xhr.upload, and the preflight allows another site only.",
    shows: ["upload-listener-preflight", "allow-origin-mismatch"],
    steps: [
      {
        request: { ...watchedUpload, body: "formdata" },
        preflight: preflight([allowOrigin(hosts.other)]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "upload-listener-on-json",
    title: "A listener on xhr.upload makes no difference where JSON causes the preflight anyway.",
    shows: ["options-not-routed"],
    steps: [{ request: watchedJson, preflight: notFound, response: goodAnswer }],
  },
  {
    id: "upload-listener-passes-and-answer-fails",
    title: "The preflight that a listener on xhr.upload causes passes, and the answer has no Allow-Origin.",
    shows: ["response-lacks-headers"],
    steps: [{ request: watchedUpload, preflight: preflight([allowOrigin()]), response: answer() }],
  },
  {
    id: "stream-over-http1",
    title: "A stream is posted to a server that speaks HTTP/1.1 only: its preflight passes, and it cannot be sent.",
    shows: [],
    near: "server-not-reached",
    steps: [granted(post({ body: "stream" }))],
  },
  {
    id: "stream-over-http",
    title: "A stream is posted to a server without TLS, which no browser speaks HTTP/2 to.",
    shows: [],
    near: "server-not-reached",
    steps: [granted(post({ origin: hosts.plainPage, url: `${hosts.plainApi}/items`, body: "stream" }))],
  },
  {
    id: "stream-granted",
    title: "A streamed body causes a preflight, which allows the request.",
    shows: [],
    near: "options-not-routed",
    steps: [granted(stream)],
  },
  {
    id: "stream-options-404",
    title: "A streamed body causes a preflight, which the server answers with 404.",
    shows: ["options-not-routed"],
    steps: [{ request: stream, preflight: notFound, response: goodAnswer }],
  },
  {
    id: "put-stream-granted",
    title: "A PUT of a streamed body, which the preflight lists.",
    shows: [],
    near: "method-not-allowed",
    steps: [granted({ ...stream, method: "PUT" })],
  },
  {
    id: "put-stream-other-method-listed",
    title: "A PUT of a streamed body, and the preflight lists POST.",
    shows: ["method-not-allowed"],
    steps: [
      {
        request: { ...stream, method: "PUT" },
        preflight: preflight([allowOrigin(), allowMethods("POST")]),
        response: goodAnswer,
      },
    ],
  },
];
