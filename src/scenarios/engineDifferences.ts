import {
  allowCredentials,
  allowOrigin,
  answer,
  answerOf,
  goodAnswer,
  granted,
  notFound,
  preflight,
  request,
  unasked,
} from "../rules/examples/index.ts";
import type { BodyKind, HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const urlWithUserName = `${hosts.api.replace("//", "//user:secret@")}/items`;
const aaa = (bytes: number) => "a".repeat(bytes);
/** An XMLHttpRequest with another charset than UTF-8, and a parameter that needs quotes once it is written anew. */
const inKoi8 = (body: BodyKind) =>
  request({ api: "xhr", method: "POST", body, headers: [["Content-Type", "text/plain; a= b; charset=koi8-r"]] });

/** Where an engine was seen to do something else than the standard says, besides what other topics show. */
export const engineDifferences: readonly Scenario[] = [
  {
    id: "user-agent-granted",
    title: "A script sets User-Agent, which Chromium drops and the standard sends after a preflight.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(request({ headers: [["User-Agent", "x"]] }))],
  },
  {
    id: "user-agent-not-listed",
    title: "A script sets User-Agent, and the preflight does not list it.",
    shows: ["header-not-allowed"],
    steps: [
      {
        request: request({ headers: [["User-Agent", "x"]] }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "client-hint-not-listed",
    title: "A script sets Save-Data, a client hint, which Chromium safelists, and the preflight does not list it.",
    shows: ["header-not-allowed"],
    steps: [
      {
        request: request({ headers: [["Save-Data", "on"]] }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "client-hint-viewport-granted",
    title: "A script sets DPR and Viewport-Width, and the preflight lists them.",
    shows: [],
    near: "header-not-allowed",
    steps: [
      granted(
        request({
          headers: [
            ["DPR", "2"],
            ["Viewport-Width", "320"],
          ],
        }),
      ),
    ],
  },
  {
    id: "two-safe-content-types",
    title: "A fetch() has two lines Content-Type, both text/plain, which together are no type.",
    shows: [],
    near: "options-not-routed",
    steps: [
      unasked(
        request({
          method: "POST",
          headers: [
            ["Content-Type", "text/plain"],
            ["Content-Type", "text/plain"],
          ],
        }),
      ),
    ],
  },
  {
    id: "safe-content-type-hides-json",
    title: "A fetch() has two lines Content-Type, and the first, together with the second, looks like text.",
    shows: ["options-not-routed"],
    steps: [
      {
        request: request({
          method: "POST",
          headers: [
            ["Content-Type", "text/plain;a"],
            ["Content-Type", "application/json"],
          ],
        }),
        preflight: notFound,
        response: goodAnswer,
      },
    ],
  },
  {
    id: "safelisted-total-1024-bytes",
    title: "Safelisted headers of 1024 bytes together, on two lines for each name.",
    shows: [],
    near: "header-not-allowed",
    steps: [
      unasked(
        request({
          method: "POST",
          headers: ["Accept", "Accept-Language", "Content-Language", "Content-Type"].flatMap((name): HeaderLine[] => {
            const value = name === "Content-Type" ? `text/plain;x=${aaa(115)}` : aaa(128);
            return [
              [name, value],
              [name, value],
            ];
          }),
        }),
      ),
    ],
  },
  {
    id: "two-lines-of-a-name",
    title: "A fetch() sets X-Custom twice, and the preflight asks for it.",
    shows: [],
    near: "header-not-allowed",
    steps: [
      granted(
        request({
          headers: [
            ["X-Custom", "1"],
            ["X-Custom", "2"],
          ],
        }),
      ),
    ],
  },
  {
    id: "accept-beyond-ascii",
    title: "Accept has a letter beyond ASCII, which is no CORS-unsafe byte.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(request({ headers: [["Accept", "text/é"]] }))],
  },
  {
    id: "content-type-beyond-ascii",
    title: "Content-Type is text/plain, and a parameter has a letter beyond ASCII.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(request({ method: "POST", headers: [["Content-Type", "text/plain;x=é"]] }))],
  },
  {
    id: "content-type-with-comma",
    title: "Content-Type is text/plain, with a comma in a parameter.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(request({ method: "POST", headers: [["Content-Type", "text/plain;x=a,b"]] }))],
  },
  {
    id: "range-unit-with-capital",
    title: "A Range says Bytes, with a capital letter, and the preflight does not list the header.",
    shows: ["header-not-allowed"],
    steps: [
      {
        request: request({ headers: [["Range", "Bytes=0-"]] }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "content-type-ends-in-semicolon",
    title: "Content-Type is text/plain, and after its last parameter stands a semicolon.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(request({ method: "POST", headers: [["Content-Type", "text/plain;charset=utf-8;"]] }))],
  },
  {
    id: "allow-origin-and-an-empty-line",
    title: "An answer has two lines Access-Control-Allow-Origin: the page's origin, and nothing.",
    shows: ["headers-added-twice"],
    steps: [{ request: request(), response: answer([allowOrigin(), allowOrigin("")]) }],
  },
  {
    id: "allow-credentials-and-an-empty-line",
    title: "An answer to a request with credentials has two lines Access-Control-Allow-Credentials: true, and nothing.",
    shows: ["allow-credentials-missing"],
    steps: [
      {
        request: request({ credentials: "include" }),
        response: answer([allowOrigin(), allowCredentials(), allowCredentials("")]),
      },
    ],
  },
  {
    id: "upload-listener-without-body",
    title: "A listener on xhr.upload counts by the standard even where there is no body to upload.",
    shows: ["upload-listener-preflight", "options-not-routed"],
    steps: [
      {
        request: request({ api: "xhr", method: "POST", uploadListener: true }),
        preflight: notFound,
        response: goodAnswer,
      },
    ],
  },
  {
    id: "upload-listener-on-get",
    title: "A listener on xhr.upload causes a preflight even for a GET, which has nothing to upload.",
    shows: [],
    near: "upload-listener-preflight",
    steps: [granted(request({ api: "xhr", uploadListener: true }))],
  },
  {
    id: "upload-listener-put-method-not-listed",
    title:
      "Where a listener on xhr.upload causes the preflight, a PUT need not be listed by the standard; every engine wants it listed.",
    shows: [],
    near: "method-not-allowed",
    steps: [
      {
        request: request({ api: "xhr", method: "PUT", body: "bytes", uploadListener: true }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "put-stream-method-not-listed",
    title: "Where a streamed body causes the preflight, a PUT need not be listed by the standard; engines differ.",
    shows: [],
    near: "method-not-allowed",
    steps: [
      {
        request: request({ method: "PUT", url: `${hosts.http2}/items`, body: "stream" }),
        preflight: preflight([allowOrigin()]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "beacon-blob-type-not-strict",
    title: "A beacon of a Blob whose type, text, is none: Chromium sends it without a type and a preflight.",
    shows: ["options-not-routed"],
    steps: [
      {
        request: request({
          api: "beacon",
          method: "POST",
          credentials: "include",
          body: "blob",
          bodyType: "text",
        }),
        preflight: notFound,
        response: goodAnswer,
      },
    ],
  },
  {
    id: "xhr-blob-type-not-strict",
    title: "An XMLHttpRequest posts a Blob whose type, text, is none.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(request({ api: "xhr", method: "POST", body: "blob", bodyType: "text" }))],
  },
  {
    id: "xhr-blob-parameter-not-strict",
    title:
      "An XMLHttpRequest posts a Blob whose type has a parameter that does not parse: WebKit sends it all the same.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(request({ api: "xhr", method: "POST", body: "blob", bodyType: "text/plain;boundary=(x)" }))],
  },
  {
    id: "xhr-charset-rewritten",
    title: "An XMLHttpRequest's charset is written anew, and the rest of its Content-Type with it.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(inKoi8("text"))],
  },
  {
    id: "xhr-charset-of-parameters",
    title: "An XMLHttpRequest posts URLSearchParams with a charset: WebKit writes its Content-Type anew.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(inKoi8("urlencoded"))],
  },
  {
    id: "xhr-accept-joined-with-nothing",
    title: "An XMLHttpRequest joins an Accept of 127 bytes with an empty one, which makes 129 bytes.",
    shows: [],
    near: "header-not-allowed",
    steps: [
      granted(
        request({
          api: "xhr",
          headers: [
            ["Accept", aaa(127)],
            ["Accept", ""],
          ],
        }),
      ),
    ],
  },
  {
    id: "script-with-user-name",
    title: "A script element's URL has a user name and a password in it, to which Chromium sends nothing.",
    shows: [],
    steps: [
      {
        element: "script",
        request: request({ api: "element", mode: "no-cors", credentials: "include", url: urlWithUserName }),
        response: answerOf("text/javascript"),
      },
    ],
  },
  {
    id: "script-crossorigin-with-user-name",
    title: "The URL of a script element with crossorigin has a user name and a password in it, and is asked for.",
    shows: [],
    steps: [
      {
        element: "script",
        request: request({ api: "element", credentials: "include", url: urlWithUserName }),
        response: answerOf("text/javascript", [allowOrigin(), allowCredentials()]),
      },
    ],
  },
  {
    id: "event-stream-with-user-name",
    title: "An EventSource's URL has a user name and a password in it, to which Chromium sends nothing.",
    shows: [],
    steps: [
      {
        request: request({ api: "eventsource", url: urlWithUserName }),
        response: answerOf("text/event-stream", [allowOrigin()]),
      },
    ],
  },
];
