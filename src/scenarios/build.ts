import { answer, preflight, request } from "../rules/causes/examples.ts";
import { type CorsRequest, type CorsResponse, type Exchange, type HeaderLine, leastResponses } from "../rules/index.ts";

/** What scenarios share besides the builders of the causes' examples. */

/** A POST of text: no preflight. */
export const postText = request({ method: "POST", body: "text" });
/** A POST of JSON: its Content-Type causes a preflight. */
export const postJson = request({ method: "POST", headers: [["Content-Type", "application/json"]], body: "text" });

export const allowOriginOf = (value: string): HeaderLine => ["Access-Control-Allow-Origin", value];
export const anyOrigin = allowOriginOf("*");
export const allowCredentialsOf = (value: string): HeaderLine => ["Access-Control-Allow-Credentials", value];
export const exposeHeaders = (value: string): HeaderLine => ["Access-Control-Expose-Headers", value];
export const maxAge = (value: string): HeaderLine => ["Access-Control-Max-Age", value];

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

/** A request with the least answers that let it pass. */
export function granted(request: CorsRequest): Exchange {
  const { preflight, response } = leastResponses(request);
  return { request, ...(preflight && { preflight }), response: answer(response) };
}

/** A request that needs no preflight, to a server on which one would fail. */
export function unasked(request: CorsRequest): Exchange {
  return { ...granted(request), preflight: notFound };
}
