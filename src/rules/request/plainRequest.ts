import type { CorsRequest } from "../types.ts";

/**
 * A request as `fetch()` makes it where its author says no more than where it goes: a GET in the mode `cors`, with
 * credentials for its own origin only.
 * @param asked what its author does say
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export function plainRequest({
  origin,
  url,
  ...asked
}: Pick<CorsRequest, "origin" | "url"> & Partial<CorsRequest>): CorsRequest {
  return {
    origin,
    url,
    method: "GET",
    headers: [],
    credentials: "same-origin",
    mode: "cors",
    api: "fetch",
    body: "none",
    uploadListener: false,
    ...asked,
  };
}
