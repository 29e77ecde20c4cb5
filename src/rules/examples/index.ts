/** Requests, answers and exchanges to make examples from: of the causes, the scenarios, the lab and the tests. */

import type { Exchange } from "../exchange/exchange.ts";
import type { ElementKind } from "../request/elements.ts";
import { plainRequest } from "../request/plainRequest.ts";
import { leastResponses } from "../response/leastResponses.ts";
import type { CorsRequest, CorsResponse, HeaderLine } from "../types.ts";

/** The site that every example's script runs on. */
export const ORIGIN = "https://app.example.com";

/** A plain cross-origin GET by `fetch()`, with what an example changes in it. */
export function request(changes: Partial<CorsRequest> = {}): CorsRequest {
  return plainRequest({ origin: ORIGIN, url: "https://api.example.com/items", ...changes });
}

/** A PUT of JSON: the request that most readers come with. */
export const putJson = request({ method: "PUT", headers: [["Content-Type", "application/json"]], body: "text" });

/** A POST of text: no preflight. */
export const postText = request({ method: "POST", body: "text" });
/** A POST of JSON: its Content-Type causes a preflight. */
export const postJson = request({ method: "POST", headers: [["Content-Type", "application/json"]], body: "text" });

const json: HeaderLine = ["Content-Type", "application/json"];
export const allowOrigin = (value = ORIGIN): HeaderLine => ["Access-Control-Allow-Origin", value];
export const anyOrigin = allowOrigin("*");
export const allowCredentials = (value = "true"): HeaderLine => ["Access-Control-Allow-Credentials", value];
export const allowMethods = (value: string): HeaderLine => ["Access-Control-Allow-Methods", value];
export const allowHeaders = (value: string): HeaderLine => ["Access-Control-Allow-Headers", value];
export const exposeHeaders = (value: string): HeaderLine => ["Access-Control-Expose-Headers", value];
export const maxAge = (value: string): HeaderLine => ["Access-Control-Max-Age", value];

/** An answer to a preflight: 204 unless told otherwise. */
export function preflight(headers: HeaderLine[] = [], status = 204): CorsResponse {
  return { status, headers };
}

/** An actual answer of JSON: 200 unless told otherwise. */
export function answer(headers: HeaderLine[] = [], status = 200): CorsResponse {
  return { status, headers: [json, ...headers] };
}

/** What a well-configured server answers to `putJson`. */
export const goodPreflight = preflight([allowOrigin(), allowMethods("PUT"), allowHeaders("content-type")]);
export const goodAnswer = answer([allowOrigin()]);
export const mendedPut = { request: putJson, preflight: goodPreflight, response: goodAnswer };

/** What a server that has no route for OPTIONS answers to it. */
export const notFound = preflight([], 404);

/** An answer that leads elsewhere. */
export function redirect(status: number, location: string, headers: HeaderLine[] = []): CorsResponse {
  return { status, headers: [["Location", location], ...headers] };
}

/** An answer of another type than JSON. */
export function answerOf(contentType: string, headers: HeaderLine[] = []): CorsResponse {
  return { status: 200, headers: [["Content-Type", contentType], ...headers] };
}

/** What each element can use: the Content-Type of an answer to it. */
export const usableTypes: Readonly<Record<ElementKind, string>> = {
  img: "image/svg+xml",
  video: "audio/wav",
  script: "text/javascript",
  module: "text/javascript",
  stylesheet: "text/css",
  font: "font/woff2",
};

/** A request with the least answers that let it pass. */
export function granted(request: CorsRequest): Exchange {
  const { preflight, response } = leastResponses(request);
  return { request, ...(preflight && { preflight }), response: answer(response) };
}

/** A request that needs no preflight, to a server on which one would fail. */
export function unasked(request: CorsRequest): Exchange {
  return { ...granted(request), preflight: notFound };
}
