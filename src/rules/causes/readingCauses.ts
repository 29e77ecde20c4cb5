import * as clause from "../clauses.ts";
import { allowOrigin, answer, goodAnswer, request } from "../examples/index.ts";
import { getHeader } from "../syntax/headerLines.ts";
import { isJson } from "../syntax/mimeType.ts";
import type { Cause } from "./types.ts";

const elementRequest = request({ api: "element", mode: "no-cors", credentials: "include" });

/** Nothing fails on the wire, and yet the script cannot read what came. */
export const readingCauses: readonly Cause[] = [
  {
    id: "no-cors-opaque",
    phase: "reading",
    sign: "mode: no-cors → type: opaque",
    clause: clause.opaqueFilteredResponse,
    shows: ({ end }) => end.kind === "opaque" && end.request.api === "fetch",
    example: { request: request({ mode: "no-cors" }), response: answer() },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "header-not-exposed",
    phase: "reading",
    sign: "Expose-Headers ✕",
    clause: clause.exposeHeaders,
    shows: ({ end }) => end.kind === "hidden",
    example: {
      request: request(),
      response: answer([allowOrigin(), ["X-Total-Count", "42"]]),
      wantedHeader: "X-Total-Count",
    },
    mended: {
      request: request(),
      response: answer([allowOrigin(), ["X-Total-Count", "42"], ["Access-Control-Expose-Headers", "X-Total-Count"]]),
      wantedHeader: "X-Total-Count",
    },
  },
  {
    id: "cross-origin-json-in-element",
    phase: "reading",
    sign: "<script src=…json> → ORB",
    clause: clause.orb,
    shows: ({ end }) =>
      end.kind === "opaque" && end.request.api === "element" && isJson(getHeader(end.response.headers, "content-type")),
    example: { request: elementRequest, response: answer() },
    mended: { request: request(), response: goodAnswer },
  },
];
