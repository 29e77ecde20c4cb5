import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  exposeHeaders,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, Exchange, HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const total: HeaderLine = ["X-Total-Count", "42"];

/** A GET whose script wants to read X-Total-Count of an answer with these lines. */
function wanting(lines: HeaderLine[], changes: Partial<CorsRequest> = {}): Exchange {
  return {
    request: request(changes),
    response: answer([allowOrigin(), total, ...lines]),
    wantedHeader: "X-Total-Count",
  };
}

/** Which headers of an answer a script may read. */
export const exposedHeaders: readonly Scenario[] = [
  {
    id: "header-not-exposed",
    title: "A script wants to read X-Total-Count, which the server sends and does not expose.",
    shows: ["header-not-exposed"],
    steps: [wanting([])],
  },
  {
    id: "header-exposed",
    title: "A script reads X-Total-Count, which the server exposes.",
    shows: [],
    near: "header-not-exposed",
    steps: [wanting([exposeHeaders("X-Total-Count")])],
  },
  {
    id: "header-exposed-in-another-case",
    title: "Expose-Headers lists x-total-count among others.",
    shows: [],
    near: "header-not-exposed",
    steps: [wanting([exposeHeaders("etag,x-total-count , x-page")])],
  },
  {
    id: "header-exposed-on-two-lines",
    title: "Expose-Headers stands on two lines, which count as one list.",
    shows: [],
    near: "header-not-exposed",
    steps: [wanting([exposeHeaders("ETag"), exposeHeaders("X-Total-Count")])],
  },
  {
    id: "header-exposed-by-wildcard",
    title: "Without credentials, * in Expose-Headers stands for every header.",
    shows: [],
    near: "header-not-exposed",
    steps: [
      {
        request: request(),
        response: answer([anyOrigin, total, exposeHeaders("*")]),
        wantedHeader: "x-total-count",
      },
    ],
  },
  {
    id: "header-under-wildcard-with-credentials",
    title: "Under credentials, * in Expose-Headers is a name like any other.",
    shows: ["header-not-exposed"],
    steps: [wanting([allowCredentials(), exposeHeaders("*")], { credentials: "include" })],
  },
  {
    id: "header-exposed-with-credentials",
    title: "Under credentials, Expose-Headers lists the name.",
    shows: [],
    near: "header-not-exposed",
    steps: [wanting([allowCredentials(), exposeHeaders("X-Total-Count")], { credentials: "include" })],
  },
  {
    id: "header-exposed-list-malformed",
    title: "Expose-Headers has a space where the comma should be, and exposes nothing.",
    shows: ["header-not-exposed"],
    steps: [wanting([exposeHeaders("X-Total-Count X-Page")])],
  },
  {
    id: "header-other-exposed",
    title: "Expose-Headers lists another header.",
    shows: ["header-not-exposed"],
    steps: [wanting([exposeHeaders("X-Page")])],
  },
  {
    id: "header-exposed-on-preflight-only",
    title: "Expose-Headers stands on the preflight's answer, where it counts for nothing.",
    shows: ["header-not-exposed"],
    steps: [
      {
        request: putJson,
        preflight: preflight([
          allowOrigin(),
          allowMethods("PUT"),
          allowHeaders("content-type"),
          exposeHeaders("X-Total-Count"),
        ]),
        response: answer([allowOrigin(), total]),
        wantedHeader: "X-Total-Count",
      },
    ],
  },
  {
    id: "header-listed-in-allow-headers",
    title: "The answer lists X-Total-Count in Allow-Headers instead of Expose-Headers.",
    shows: ["header-not-exposed"],
    steps: [wanting([allowHeaders("X-Total-Count")])],
  },
  {
    id: "header-not-exposed-xhr",
    title: "An XMLHttpRequest wants to read X-Total-Count, which is not exposed.",
    shows: ["header-not-exposed"],
    steps: [wanting([], { api: "xhr" })],
  },
  {
    id: "header-etag-not-exposed",
    title: "A script wants to read ETag, which must be exposed like a header of one's own.",
    shows: ["header-not-exposed"],
    steps: [{ request: request(), response: answer([allowOrigin(), ["ETag", '"1"']]), wantedHeader: "ETag" }],
  },
  {
    id: "header-set-cookie-exposed",
    title: "Expose-Headers lists Set-Cookie, which no script can read even so.",
    shows: ["header-not-exposed"],
    steps: [
      {
        request: request(),
        response: answer([allowOrigin(), ["Set-Cookie", "a=b"], exposeHeaders("Set-Cookie")]),
        wantedHeader: "Set-Cookie",
      },
    ],
  },
  {
    id: "header-content-type-always-readable",
    title: "Content-Type can be read without being exposed.",
    shows: [],
    near: "header-not-exposed",
    steps: [{ request: request(), response: answer([allowOrigin()]), wantedHeader: "Content-Type" }],
  },
  {
    id: "header-content-length-always-readable",
    title: "Content-Length, which the server adds by itself, can be read without being exposed.",
    shows: [],
    near: "header-not-exposed",
    steps: [{ request: request(), response: answer([allowOrigin()]), wantedHeader: "Content-Length" }],
  },
  {
    id: "header-last-modified-always-readable",
    title: "Cache-Control, Expires, Last-Modified and Pragma can be read without being exposed.",
    shows: [],
    near: "header-not-exposed",
    steps: [
      {
        request: request(),
        response: answer([
          allowOrigin(),
          ["Cache-Control", "no-store"],
          ["Expires", "Thu, 01 Jan 1970 00:00:00 GMT"],
          ["Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT"],
          ["Pragma", "no-cache"],
        ]),
        wantedHeader: "Last-Modified",
      },
    ],
  },
  {
    id: "header-not-sent",
    title: "A script wants to read X-Total-Count, which the server does not send at all.",
    shows: [],
    near: "header-not-exposed",
    steps: [{ request: request(), response: answer([allowOrigin()]), wantedHeader: "X-Total-Count" }],
  },
  {
    id: "header-same-origin",
    title: "A script reads X-Total-Count of an answer from its own origin.",
    shows: [],
    near: "header-not-exposed",
    steps: [
      {
        request: request({ url: `${hosts.page}/items` }),
        response: answer([total]),
        wantedHeader: "X-Total-Count",
      },
    ],
  },
];
