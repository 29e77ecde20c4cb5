import fc from "fast-check";
import { answerOf, exposeHeaders, request, usableTypes } from "../../../src/rules/examples/index.ts";
import {
  type BodyKind,
  type CorsRequest,
  type ElementKind,
  elements,
  type HeaderLine,
  leastResponses,
  type Profile,
} from "../../../src/rules/index.ts";
import { hosts } from "../../../src/scenarios/hosts.ts";
import type { Step } from "../../../src/scenarios/types.ts";
import { contentTypes, headers } from "./headers.ts";

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

/** No streams: Chromium sends one over HTTP/2 only. Scenarios show what becomes of them. */
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

const kinds = Object.keys(elements) as ElementKind[];

/** With CORS as each element can ask; without, an element sends credentials. */
const elementRequests: fc.Arbitrary<Asking> = fc.constantFrom(...kinds).chain((element) => {
  const { modes, credentials } = elements[element];
  return fc.record({ mode: fc.constantFrom(...modes), credentials: fc.constantFrom(...credentials) }).map((asks) => ({
    element,
    changes: { api: "element", ...asks, ...(asks.mode === "no-cors" && { credentials: "include" as const }) },
  }));
});

const workers: fc.Arbitrary<Partial<CorsRequest>> = fc.constant({ api: "worker", mode: "same-origin" } as const);

/** What a request is made of, and which element makes it. */
interface Asking {
  changes: Partial<CorsRequest>;
  element?: ElementKind;
}

const byScript = (requests: fc.Arbitrary<Partial<CorsRequest>>) => requests.map((changes): Asking => ({ changes }));

const askings: fc.Arbitrary<Asking> = fc.oneof(
  { weight: 12, arbitrary: byScript(fetches) },
  { weight: 8, arbitrary: byScript(xhrs) },
  { weight: 2, arbitrary: byScript(beacons) },
  { weight: 1, arbitrary: byScript(eventSources) },
  { weight: 1, arbitrary: byScript(workers) },
  { weight: 4, arbitrary: elementRequests },
);

const readsText = ({ api }: Partial<CorsRequest>) => api !== "element" && api !== "eventsource" && api !== "worker";

/**
 * Requests that a page can make, by every API, to its own origin and to another one; some come from a frame whose
 * origin is opaque.
 */
export function generatedRequests(page: string, api: string): fc.Arbitrary<Pick<Step, "request" | "element">> {
  const items = `${api}/items`;
  const urls = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom("", "?a=1&b=%E3%81%82", "#part", "?#part").map((end) => `${items}${end}`),
    },
    { weight: 2, arbitrary: fc.constant(`${page}/items`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        items.replace("//", "//user:secret@"),
        "data:text/plain,x",
        "ftp://127.0.0.1/",
        "http://[",
      ),
    },
  );
  return fc
    .record({
      asking: askings,
      url: urls,
      origin: fc.constantFrom(page, page, page, page, "null"),
    })
    .map(({ asking: { changes, element }, url, origin }) => {
      // The text in the data: URL is of no use to an image or an event stream; and where the URL is none, Firefox never
      // tells the page that a font failed, nor Chromium that a style sheet did.
      const isUntold = element === "font" || element === "stylesheet";
      const useless = isUntold ? /^(?:data:|http:\/\/\[).*/ : /^data:.*/;
      const made = request({ ...changes, origin, url: readsText(changes) ? url : url.replace(useless, items) });
      return { request: made, ...(element && { element }) };
    });
}

/** What an API takes for an answer: an element must be able to use it. */
function contentTypeFor({ request: { api }, element }: Pick<Step, "request" | "element">): string {
  if (api === "eventsource") return "text/event-stream";
  if (api === "worker") return "text/javascript";
  return element ? usableTypes[element] : "text/plain";
}

const exposedLists = fc.constantFrom(null, "*", "X-Extra", "x-extra, X-Other", "*, Connection", "X Extra", "");

/** Requests to the lab's servers, which answer the least that passes, with headers of which scripts may read some. */
export function requestSteps(profile: Profile): fc.Arbitrary<Step> {
  return fc.tuple(generatedRequests(hosts.plainPage, hosts.plainApi), exposedLists).map(([asking, exposed]) => {
    const least = leastResponses(asking.request, profile);
    const headers: HeaderLine[] = [["X-Extra", "1"], ...least.response];
    if (exposed !== null) headers.push(exposeHeaders(exposed));
    const response = answerOf(contentTypeFor(asking), headers);
    return { ...asking, ...(least.preflight && { preflight: least.preflight }), response };
  });
}
