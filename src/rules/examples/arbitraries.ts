import fc from "fast-check";
import { type Api, apis, type CorsRequest, type CorsResponse, type HeaderLine, normalizeMethod } from "../index.ts";

/**
 * Requests and answers for property tests of the rules: those that can be, and those that nobody
 * would write.
 */

/** The origin that most of the requests come from. */
export const ORIGIN = "https://app.example.com";
const apiNames = Object.keys(apis) as Api[];
export const { bodies, credentials: credentialsModes, modes } = apis.fetch;

/** Text that is one thing or nearly another, and text that is nothing at all. */
export const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "\0",
    "\ud800",
    "\u2028",
    "null",
    "*",
    "a/",
    ";=",
    '"',
    '\\"',
  ),
  fc.constantFrom("a", " ", ",", '"', "\\", ";", "a/b;", "=", "9", "寿", "\r\n").map((unit) => unit.repeat(20_000)),
);

const anyName = fc.oneof(
  hostile,
  fc.constantFrom(
    "Accept",
    "Content-Type",
    "Range",
    "Accept-Language",
    "X-HTTP-Method",
    "Cookie",
    "sec-",
    "Access-Control-Allow-Origin",
  ),
);
const anyLines = fc.array(fc.tuple(anyName, hostile) as fc.Arbitrary<HeaderLine>, { maxLength: 6 });
const anyUrl = fc.oneof(
  hostile,
  fc.webUrl(),
  fc.constantFrom("data:,", "about:blank", "blob:null/x", "javascript:0", "//a", "http://a:b@c"),
);

/** A request of any strings. */
export const anyRequest: fc.Arbitrary<CorsRequest> = fc.record(
  {
    origin: fc.oneof(hostile, fc.constantFrom(ORIGIN, "null")),
    url: anyUrl,
    method: fc.oneof(hostile, fc.constantFrom("GET", "post", "PUT")),
    headers: anyLines,
    credentials: fc.constantFrom(...credentialsModes),
    mode: fc.constantFrom(...modes),
    api: fc.constantFrom(...apiNames),
    body: fc.constantFrom(...bodies),
    bodyType: hostile,
    uploadListener: fc.boolean(),
  },
  { requiredKeys: ["origin", "url", "method", "headers", "credentials", "mode", "api", "body", "uploadListener"] },
);

const anyListName = fc.constantFrom(
  "Access-Control-Allow-Origin",
  "access-control-allow-credentials",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Headers",
  "Access-Control-Expose-Headers",
  "Content-Type",
);
/** An answer of any lines and any status. */
export const anyResponse: fc.Arbitrary<CorsResponse> = fc.record({
  status: fc.oneof(fc.integer(), fc.constantFrom(200, 204, 301, 404, 500, Number.NaN)),
  headers: fc.array(
    fc.tuple(
      fc.oneof(anyListName, anyName),
      fc.oneof(hostile, fc.constantFrom(ORIGIN, "*", "true")),
    ) as fc.Arbitrary<HeaderLine>,
    {
      maxLength: 8,
    },
  ),
});

/** A header that every API that takes headers takes: the value may be safelisted, unsafe or forbidden. */
const validHeader: fc.Arbitrary<HeaderLine> = fc.oneof(
  fc.tuple(
    fc.constantFrom("Accept", "Accept-Language", "Content-Language", "Content-Type", "Range"),
    fc.constantFrom(
      "x",
      "en",
      "",
      "text/plain",
      "application/json",
      "text/plain;a, b/c",
      "bytes=0-",
      "a:b",
      "a".repeat(128),
      "a".repeat(129),
      "a".repeat(100),
    ),
  ),
  fc.tuple(
    fc.constantFrom("X-A", "X-B", "Authorization", "User-Agent", "Cache-Control", "X-HTTP-Method"),
    fc.constantFrom("1", "", "TRACE"),
  ),
  fc.tuple(fc.constantFrom("Cookie", "Origin", "Sec-Fetch-Mode", "Proxy-X", "Date"), fc.constantFrom("1", "")),
);
const validMethod = fc.constantFrom("GET", "post", "HEAD", "PUT", "delete", "PATCH", "patch", "OPTIONS", "CHICKEN");
const validUrl = fc.constantFrom(
  "https://api.example.com/items?a=b#c",
  "http://app.example.com/",
  `${ORIGIN}/items`,
  "https://app.example.com:8443/",
);

/** Requests that `fetch()` and XHR let an author make, most of them to another origin. */
export const scriptRequest: fc.Arbitrary<CorsRequest> = fc
  .record({
    origin: fc.constantFrom(ORIGIN, ORIGIN, "null"),
    url: validUrl,
    method: validMethod,
    headers: fc.array(validHeader, { maxLength: 12 }),
    credentials: fc.constantFrom("same-origin" as const, "include" as const),
    mode: fc.constantFrom("cors" as const, "cors" as const, "no-cors" as const),
    api: fc.constantFrom("fetch" as const, "xhr" as const),
    body: fc.constantFrom(...bodies),
    bodyType: fc.constantFrom("", "text/plain", "application/json"),
    uploadListener: fc.boolean(),
  })
  .map((request) => {
    const { api, method, body } = request;
    if (api === "xhr") return { ...request, mode: "cors" as const, body: body === "stream" ? ("text" as const) : body };
    const bodiless = ["GET", "HEAD"].includes(normalizeMethod(method));
    return { ...request, uploadListener: false, body: bodiless ? ("none" as const) : body };
  });

const otherRequest: fc.Arbitrary<CorsRequest> = fc
  .record({
    api: fc.constantFrom("beacon" as const, "eventsource" as const, "element" as const),
    url: validUrl,
    body: fc.constantFrom("none" as const, "text" as const, "formdata" as const, "blob" as const),
    bodyType: fc.constantFrom("", "text/plain", "application/json"),
    credentials: fc.constantFrom("same-origin" as const, "include" as const),
  })
  .map(({ api, body, credentials, ...rest }) => ({
    ...rest,
    api,
    origin: ORIGIN,
    method: api === "beacon" ? "POST" : "GET",
    headers: [],
    credentials: api === "beacon" ? "include" : credentials,
    mode: "cors",
    body: api === "beacon" ? body : "none",
    uploadListener: false,
  }));

/** Requests that some API lets an author make. */
export const expressible = fc.oneof({ weight: 4, arbitrary: scriptRequest }, { weight: 1, arbitrary: otherRequest });
