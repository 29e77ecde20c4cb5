import { granted, request, unasked } from "../rules/examples/index.ts";
import type { HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

/** A GET with headers, or a POST where one of them says what the body is. */
function withHeaders(headers: HeaderLine[]) {
  const sendsBody = headers.some(([name]) => name === "Content-Type");
  return request(sendsBody ? { method: "POST", headers, body: "text" } : { headers });
}

const aaa = (bytes: number) => "a".repeat(bytes);

/** Headers that a request may carry without a preflight. */
const safelisted: readonly [id: string, what: string, headers: HeaderLine[]][] = [
  ["accept", "Accept: application/json", [["Accept", "application/json"]]],
  ["accept-128-bytes", "an Accept of 128 bytes", [["Accept", aaa(128)]]],
  ["accept-language", "an Accept-Language of two languages", [["Accept-Language", "zh-TW, en;q=0.9"]]],
  ["content-language", "a Content-Language", [["Content-Language", "zh-TW"]]],
  ["content-language-128-bytes", "a Content-Language of 128 bytes", [["Content-Language", aaa(128)]]],
  ["text-with-charset", "a Content-Type of text/plain with a charset", [["Content-Type", "text/plain;charset=utf-8"]]],
  ["text-in-upper-case", "a Content-Type of TEXT/PLAIN", [["Content-Type", "TEXT/PLAIN"]]],
  ["urlencoded", "a Content-Type of a form", [["Content-Type", "application/x-www-form-urlencoded"]]],
  ["multipart", "a Content-Type of a form with files", [["Content-Type", "multipart/form-data; boundary=x"]]],
  ["range-from", "a Range from a byte on", [["Range", "bytes=0-"]]],
  ["range-from-to", "a Range from one byte to another", [["Range", "bytes=5-9"]]],
];

/** Headers for whose sake there is a preflight. */
const unsafe: readonly [id: string, what: string, headers: HeaderLine[]][] = [
  ["custom", "a header of its own", [["X-Api-Key", "1"]]],
  ["authorization", "Authorization", [["Authorization", "Bearer token"]]],
  ["x-requested-with", "X-Requested-With", [["X-Requested-With", "XMLHttpRequest"]]],
  ["cache-control", "Cache-Control", [["Cache-Control", "no-cache"]]],
  ["last-event-id", "Last-Event-ID", [["Last-Event-ID", "7"]]],
  ["accept-129-bytes", "an Accept of 129 bytes", [["Accept", aaa(129)]]],
  ["accept-unsafe-byte", "a quotation mark in Accept", [["Accept", 'text/html;level="1"']]],
  ["accept-language-underscore", "an underscore in Accept-Language", [["Accept-Language", "zh_TW"]]],
  ["content-language-at-sign", "an at sign in Content-Language", [["Content-Language", "en@work"]]],
  ["json", "a Content-Type of application/json", [["Content-Type", "application/json"]]],
  ["json-with-charset", "a Content-Type of JSON with a charset", [["Content-Type", "application/json;charset=utf-8"]]],
  ["html", "a Content-Type of text/html", [["Content-Type", "text/html"]]],
  ["octet-stream", "a Content-Type of application/octet-stream", [["Content-Type", "application/octet-stream"]]],
  ["text-over-128-bytes", "a Content-Type of text/plain and 129 bytes", [["Content-Type", `text/plain;x=${aaa(116)}`]]],
  ["text-unsafe-byte", "a Content-Type of text/plain with brackets in it", [["Content-Type", "text/plain;x=(y)"]]],
  ["type-that-does-not-parse", "a Content-Type that is none", [["Content-Type", "text"]]],
  [
    "two-content-types",
    "a Content-Type of text/plain and a second one of application/json",
    [
      ["Content-Type", "text/plain"],
      ["Content-Type", "application/json"],
    ],
  ],
  ["range-of-the-last-bytes", "a Range of the last 500 bytes", [["Range", "bytes=-500"]]],
  ["range-of-two-parts", "a Range of two parts", [["Range", "bytes=0-1,5-6"]]],
  ["range-end-before-start", "a Range that ends before it starts", [["Range", "bytes=9-5"]]],
  ["range-with-spaces", "a Range with spaces in it", [["Range", "bytes = 0-"]]],
  [
    "total-over-1024-bytes",
    "safelisted headers of 1152 bytes together",
    ["Accept", "Accept-Language", "Content-Language"].flatMap((name): HeaderLine[] =>
      Array.from({ length: 3 }, (): HeaderLine => [name, aaa(128)]),
    ),
  ],
];

/** Headers of a request: what causes a preflight, and what the browser drops. */
export const requestHeaders: readonly Scenario[] = [
  ...safelisted.map(
    ([id, what, headers]): Scenario => ({
      id: `header-${id}-needs-no-preflight`,
      title: `A request with ${what} needs no preflight.`,
      shows: [],
      near: "options-not-routed",
      steps: [unasked(withHeaders(headers))],
    }),
  ),
  ...unsafe.map(
    ([id, what, headers]): Scenario => ({
      id: `header-${id}-granted`,
      title: `A request with ${what} needs a preflight, which allows it.`,
      shows: [],
      near: "header-not-allowed",
      steps: [granted(withHeaders(headers))],
    }),
  ),
  {
    id: "header-json-without-preflight-route",
    title: "A POST of JSON needs a preflight, and the server answers OPTIONS with 404.",
    shows: ["options-not-routed"],
    steps: [{ ...unasked(withHeaders([["Content-Type", "application/json"]])) }],
  },
  {
    id: "forbidden-headers-dropped",
    title: "Headers that only the browser may set are dropped and cause no preflight.",
    shows: [],
    near: "header-not-allowed",
    steps: [
      unasked(
        request({
          headers: [
            ["Cookie", "a=b"],
            ["Origin", hosts.other],
            ["Referer", `${hosts.other}/`],
            ["Accept-Encoding", "identity"],
            ["Sec-Anything", "1"],
            ["Proxy-Anything", "1"],
          ],
        }),
      ),
    ],
  },
  {
    id: "access-control-request-header-dropped",
    title: "A script sets Access-Control-Request-Method itself: it is dropped and causes no preflight.",
    shows: [],
    near: "response-headers-on-request",
    steps: [unasked(request({ headers: [["Access-Control-Request-Method", "PUT"]] }))],
  },
  {
    id: "method-override-trace-dropped",
    title: "X-HTTP-Method-Override: TRACE is dropped and causes no preflight.",
    shows: [],
    near: "header-not-allowed",
    steps: [unasked(request({ method: "POST", body: "text", headers: [["X-HTTP-Method-Override", "TRACE"]] }))],
  },
  {
    id: "method-override-delete-granted",
    title: "X-HTTP-Method-Override: DELETE is sent, and causes a preflight, which allows it.",
    shows: [],
    near: "header-not-allowed",
    steps: [granted(request({ method: "POST", body: "text", headers: [["X-HTTP-Method-Override", "DELETE"]] }))],
  },
];
