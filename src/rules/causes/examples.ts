import type { CorsRequest, CorsResponse, HeaderLine } from "../types.ts";

/** The site that every example's script runs on. */
export const ORIGIN = "https://app.example.com";

/** A plain cross-origin GET by `fetch()`, with what an example changes in it. */
export function request(changes: Partial<CorsRequest> = {}): CorsRequest {
  return {
    origin: ORIGIN,
    url: "https://api.example.com/items",
    method: "GET",
    headers: [],
    credentials: "same-origin",
    mode: "cors",
    api: "fetch",
    body: "none",
    uploadListener: false,
    ...changes,
  };
}

/** A PUT of JSON: the request that most readers come with. */
export const putJson = request({ method: "PUT", headers: [["Content-Type", "application/json"]], body: "text" });

const json: HeaderLine = ["Content-Type", "application/json"];
export const allowOrigin: HeaderLine = ["Access-Control-Allow-Origin", ORIGIN];
export const allowCredentials: HeaderLine = ["Access-Control-Allow-Credentials", "true"];
export const allowMethods = (value: string): HeaderLine => ["Access-Control-Allow-Methods", value];
export const allowHeaders = (value: string): HeaderLine => ["Access-Control-Allow-Headers", value];

/** An answer to a preflight: 204 unless told otherwise. */
export function preflight(headers: HeaderLine[] = [], status = 204): CorsResponse {
  return { status, headers };
}

/** An actual answer of JSON: 200 unless told otherwise. */
export function answer(headers: HeaderLine[] = [], status = 200): CorsResponse {
  return { status, headers: [json, ...headers] };
}

/** What a well-configured server answers to `putJson`. */
export const goodPreflight = preflight([allowOrigin, allowMethods("PUT"), allowHeaders("content-type")]);
export const goodAnswer = answer([allowOrigin]);
export const mendedPut = { request: putJson, preflight: goodPreflight, response: goodAnswer };
