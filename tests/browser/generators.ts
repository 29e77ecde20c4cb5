import fc from "fast-check";
import type { BodyKind, CorsRequest } from "../../src/rules/index.ts";
import { contentTypes, headers } from "./headerGenerators.ts";
import type { LabCase } from "./lab.ts";

const methods = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("GET", "POST") },
  { weight: 3, arbitrary: fc.constantFrom("HEAD", "PUT", "DELETE", "PATCH", "OPTIONS") },
  { weight: 3, arbitrary: fc.constantFrom("get", "Post", "hEAD", "put", "delete", "patch", "Patch", "options") },
  { weight: 2, arbitrary: fc.constantFrom("CHICKEN", "QUERY", "M-SEARCH", "propfind", "!#$%&'*+.^_`|~", "0") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("CONNECT", "trace", "Track", "", "GE T", "PUT\n", "GÉT", "GET,PUT", "ｐｕｔ"),
  },
);

/**
 * No streams: Chromium sends one over HTTP/2 only, and so over TLS only, which needs a certificate
 * that it trusts.
 */
const bodies = fc.constantFrom<BodyKind>("none", "none", "text", "urlencoded", "formdata", "blob", "bytes");

const blobTypes = fc.option(
  fc.oneof(contentTypes, fc.constantFrom("TEXT/PLAIN", "image/png", "寿司", "a\nb", "application/json; x=寿司")),
  { nil: undefined },
);

const credentials = fc.constantFrom("omit" as const, "same-origin" as const, "include" as const);
const credentialsOfXhr = fc.constantFrom("same-origin" as const, "include" as const);

const fetches: fc.Arbitrary<Partial<CorsRequest>> = fc
  .record({
    api: fc.constant("fetch" as const),
    method: methods,
    headers,
    body: bodies,
    bodyType: blobTypes,
    credentials,
    mode: fc.constantFrom(
      "cors" as const,
      "cors" as const,
      "cors" as const,
      "no-cors" as const,
      "same-origin" as const,
    ),
  })
  // Half of all bodies would stand on a GET, where there can be none: see that most do not.
  .map((request) =>
    request.body !== "none" && request.method.toUpperCase() === "GET" ? { ...request, method: "POST" } : request,
  );

const xhrs: fc.Arbitrary<Partial<CorsRequest>> = fc.record({
  api: fc.constant("xhr" as const),
  method: methods,
  headers,
  body: bodies,
  bodyType: blobTypes,
  credentials: credentialsOfXhr,
  uploadListener: fc.boolean(),
});

const beacons: fc.Arbitrary<Partial<CorsRequest>> = fc.record({
  api: fc.constant("beacon" as const),
  method: fc.constant("POST"),
  // Nothing but a Blob's type can make a beacon cause a preflight.
  body: fc.oneof(bodies, fc.constant("blob" as const)),
  bodyType: fc.oneof(blobTypes, fc.constantFrom("application/json", "image/png", "text/html;charset=utf-8")),
  credentials: fc.constant("include" as const),
});

const eventSources: fc.Arbitrary<Partial<CorsRequest>> = fc.record({
  api: fc.constant("eventsource" as const),
  credentials: credentialsOfXhr,
});

/** `crossorigin` makes the mode `cors`; without it an element sends credentials. */
const elements: fc.Arbitrary<Partial<CorsRequest>> = fc.oneof(
  fc.record({
    api: fc.constant("element" as const),
    mode: fc.constant("cors" as const),
    credentials: credentialsOfXhr,
  }),
  fc.constant({ api: "element", mode: "no-cors", credentials: "include" } as const),
);

/** A GET by `fetch()`; its origin and URL are the caller's to fill in. */
export const plainRequest: CorsRequest = {
  origin: "",
  url: "",
  method: "GET",
  headers: [],
  credentials: "same-origin",
  mode: "cors",
  api: "fetch",
  body: "none",
  uploadListener: false,
};

const readsText = ({ api }: Partial<CorsRequest>) => api !== "element" && api !== "eventsource";

/**
 * Requests that a page of one origin can make, by every API.
 * @param page the page's origin; some requests come from a frame whose origin is opaque
 * @param api the other origin; in each request's URL the caller replaces `/CASE`
 */
export function browserCases(page: string, api: string): fc.Arbitrary<LabCase> {
  const urls = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom("", "?a=1&b=%E3%81%82", "#part", "?#part").map((end) => `${api}/CASE${end}`),
    },
    { weight: 2, arbitrary: fc.constant(`${page}/CASE`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        `${api.replace("//", "//user:secret@")}/CASE`,
        "data:text/plain,x",
        "ftp://127.0.0.1/",
        "http://[",
      ),
    },
  );
  const requests = fc.oneof(
    { weight: 12, arbitrary: fetches },
    { weight: 8, arbitrary: xhrs },
    { weight: 2, arbitrary: beacons },
    { weight: 1, arbitrary: eventSources },
    { weight: 1, arbitrary: elements },
  );
  return fc
    .record({
      request: requests,
      url: urls,
      origin: fc.constantFrom(page, page, page, page, "null"),
      element: fc.constantFrom("img" as const, "script" as const),
      exposed: fc.constantFrom(undefined, "*", "X-Extra", "x-extra, X-Other", "*, Connection", "X Extra", ""),
    })
    .map(({ request, url, origin, element, exposed }) => ({
      // The text in the data: URL is of no use to an image or an event stream.
      request: {
        ...plainRequest,
        ...request,
        origin,
        url: readsText(request) ? url : url.replace(/^data:.*/, `${api}/CASE`),
      },
      element,
      responseHeaders: exposed === undefined ? [] : [["Access-Control-Expose-Headers", exposed] as const],
    }));
}
