import { type CorsRequest, decidePreflight, type HeaderLine } from "../../src/rules/index.ts";
import { type Answer, send } from "./http.ts";

export const allowedOrigin = "https://app.example.com";

/** Origins that are not the allowed one, however much they look like it. */
export const foreignOrigins = [
  "https://other.example",
  "null",
  "http://app.example.com",
  "https://app.example.com:444",
  "https://app.example.com.evil.test",
  "https://evil-app.example.com",
  "https://xapp.example.com",
  "https://app.example.comx",
  "https://appxexample.com",
  "https://app-example.com",
  "https://example.com",
  "https://sub.app.example.com",
];

/** Paths that every recipe has, with the status of a GET without a token. */
export const paths = { "/api/data": 200, "/api/private": 401, "/api/missing": 404, "/api/boom": 500 } as const;

export const token: HeaderLine = ["Authorization", "Bearer token"];
export const json: HeaderLine = ["Content-Type", "application/json"];

/** @returns a credentialed JSON request with a token from the allowed origin, with what differs */
export function request(url: string, differs: Partial<CorsRequest> = {}): CorsRequest {
  return {
    origin: allowedOrigin,
    url,
    method: "GET",
    headers: [token, json],
    credentials: "include",
    mode: "cors",
    api: "fetch",
    body: "none",
    uploadListener: false,
    ...differs,
  };
}

/** Sends the preflight that the rules say a browser would send for this request. */
export function sendPreflight(wanted: CorsRequest): Promise<Answer> {
  const { preflightRequest } = decidePreflight(wanted);
  if (preflightRequest) return send(wanted.url, preflightRequest);
  // Not an origin that a page can have, so the rules build nothing for it. A server must stand it.
  const { preflightRequest: model } = decidePreflight({ ...wanted, origin: allowedOrigin });
  if (!model) throw new Error("This request causes no preflight");
  const headers = model.headers.filter(([name]) => name.toLowerCase() !== "origin");
  return send(wanted.url, { method: "OPTIONS", headers: [...headers, ["Origin", wanted.origin]] });
}

/** Sends the request itself, as a browser would after its preflight. */
export function sendActual({ url, method, headers, origin, body }: CorsRequest): Promise<Answer> {
  const sent: HeaderLine[] = [...headers, ["Origin", origin]];
  return send(url, { method, headers: sent, ...(body !== "none" && { body: '{"a":1}' }) });
}
