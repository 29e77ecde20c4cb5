import {
  allowCredentials,
  allowHeaders,
  allowOrigin,
  answer,
  answerOf,
  anyOrigin,
  goodAnswer,
  preflight,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const age: HeaderLine = ["Age", "120"];
const varyOrigin: HeaderLine = ["Vary", "Origin"];
const keep: HeaderLine = ["Cache-Control", "max-age=600"];
const otherOrigin = allowOrigin(hosts.other);

// Over http: a browser keeps nothing that came with a certificate which it was only told to accept.
const plain = { origin: hosts.plainPage, url: `${hosts.plainApi}/items` };
const plainGet = request(plain);
const noCorsGet: CorsRequest = { ...plainGet, mode: "no-cors" };
const image = request({ ...plain, api: "element", mode: "no-cors", credentials: "include" });
const allowPlainPage = allowOrigin(hosts.plainPage);

/** Answers that a cache had stored for another request: a shared one, or the browser's own. */
export const varyOrigins: readonly Scenario[] = [
  {
    id: "shared-cache-other-origin",
    title: "A shared cache hands out the answer that it stored for another site.",
    shows: ["vary-origin-missing"],
    steps: [{ request: request(), response: answer([otherOrigin, age]) }],
  },
  {
    id: "shared-cache-without-origin",
    title: "A shared cache hands out the answer that it stored for a request without Origin.",
    shows: ["vary-origin-missing"],
    steps: [{ request: request(), response: answer([age]) }],
  },
  {
    id: "shared-cache-vary-accept-encoding",
    title: "A shared cache hands out another site's answer, which varies by Accept-Encoding only.",
    shows: ["vary-origin-missing"],
    steps: [{ request: request(), response: answer([otherOrigin, age, ["Vary", "Accept-Encoding"]]) }],
  },
  {
    id: "shared-cache-after-preflight",
    title: "The preflight passes, and a shared cache answers with what it stored for a request without Origin.",
    shows: ["vary-origin-missing"],
    steps: [
      {
        request: request({ headers: [["X-Api-Key", "1"]] }),
        preflight: preflight([allowOrigin(), allowHeaders("x-api-key")]),
        response: answer([age]),
      },
    ],
  },
  {
    id: "shared-cache-vary-origin",
    title: "A shared cache stores one answer for each origin, because it says Vary: Origin.",
    shows: [],
    near: "vary-origin-missing",
    steps: [{ request: request(), response: answer([allowOrigin(), age, varyOrigin]) }],
  },
  {
    id: "shared-cache-wildcard",
    title: "A shared cache hands out one answer to everybody, with *.",
    shows: [],
    near: "vary-origin-missing",
    steps: [{ request: request(), response: answer([anyOrigin, age]) }],
  },
  {
    id: "shared-cache-vary-origin-other-origin",
    title: "A shared cache has an answer for the page's own origin, and it allows another site.",
    shows: ["allow-origin-mismatch"],
    steps: [{ request: request(), response: answer([otherOrigin, age, ["Vary", "Accept-Encoding, origin"]]) }],
  },
  {
    id: "shared-cache-vary-origin-missing-header",
    title: "A shared cache has an answer for the page's own origin, and it has no Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request(), response: answer([age, varyOrigin]) }],
  },
  {
    id: "browser-cache-after-no-cors",
    title: "A no-cors request stores an answer without Allow-Origin, and the browser hands it to fetch() afterwards.",
    shows: ["vary-origin-missing"],
    steps: [
      { request: noCorsGet, response: answer([keep]) },
      { request: plainGet, response: answer([keep]), stored: true },
    ],
  },
  {
    id: "browser-cache-after-image",
    title: "An image is stored without Allow-Origin, and handed to fetch() with credentials afterwards.",
    shows: ["vary-origin-missing"],
    steps: [
      { element: "img", request: image, response: answerOf("image/svg+xml", [keep]) },
      {
        request: { ...plainGet, credentials: "include" },
        response: answerOf("image/svg+xml", [keep]),
        stored: true,
      },
    ],
  },
  {
    id: "browser-cache-image-then-crossorigin",
    title: "An image is stored without Allow-Origin, and handed to an image with crossorigin afterwards.",
    shows: ["vary-origin-missing"],
    steps: [
      { element: "img", request: image, response: answerOf("image/svg+xml", [keep]) },
      {
        element: "img",
        request: { ...image, mode: "cors", credentials: "same-origin" },
        response: answerOf("image/svg+xml", [keep]),
        stored: true,
      },
    ],
  },
  {
    id: "browser-cache-other-origin",
    title: "A page of one origin stores an answer that names it, and the browser hands it to a page of another.",
    shows: ["vary-origin-missing"],
    steps: [
      { request: request({ origin: hosts.other }), response: answer([otherOrigin, keep]) },
      { request: request(), response: answer([otherOrigin, keep]), stored: true },
    ],
  },
  {
    id: "browser-cache-vary-origin",
    title: "The stored answer says Vary: Origin, so that the browser asks again for fetch().",
    shows: [],
    near: "vary-origin-missing",
    steps: [
      { request: noCorsGet, response: answer([keep, varyOrigin]) },
      { request: plainGet, response: answer([keep, allowPlainPage, varyOrigin]) },
    ],
  },
  {
    id: "browser-cache-wildcard",
    title: "The answer that the browser stored for a no-cors request allows everybody.",
    shows: [],
    near: "vary-origin-missing",
    steps: [
      { request: noCorsGet, response: answer([keep, anyOrigin]) },
      { request: plainGet, response: answer([keep, anyOrigin]), stored: true },
    ],
  },
  {
    id: "browser-cache-credentials",
    title: "The answer that the browser stored for an image always names the page and allows credentials.",
    shows: [],
    near: "vary-origin-missing",
    steps: [
      {
        element: "img",
        request: image,
        response: answerOf("image/svg+xml", [keep, allowPlainPage, allowCredentials()]),
      },
      {
        request: { ...plainGet, credentials: "include" },
        response: answerOf("image/svg+xml", [keep, allowPlainPage, allowCredentials()]),
        stored: true,
      },
    ],
  },
  {
    id: "cacheable-and-asked-once",
    title: "The answer may be stored, and the server names the page's origin.",
    shows: [],
    near: "vary-origin-missing",
    steps: [{ request: request(), response: { ...goodAnswer, headers: [...goodAnswer.headers, keep] } }],
  },
];
