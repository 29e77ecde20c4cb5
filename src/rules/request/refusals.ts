import * as clause from "../clauses.ts";
import { type Departures, standard } from "../engines/departures.ts";
import { isHttpScheme, isSerializedOrigin, parseUrl } from "../syntax/url.ts";
import type { Api, CorsRequest, Reason } from "../types.ts";
import { isCorsSafelistedMethod, isForbiddenMethod, isMethod, normalizeMethod } from "./methods.ts";
import { refuseHeaders } from "./requestHeaders.ts";

/**
 * Why a browser's API throws for a request before anything is sent; `null` where it does not.
 * Looks only at what the author wrote, not yet at whether the URL is of another origin.
 */
export function refuseByApi(request: CorsRequest, departures: Departures = standard): Reason | null {
  const { api, method, mode, body } = request;
  if (!isSerializedOrigin(request.origin)) {
    return { code: "origin-invalid", clause: clause.origin, value: request.origin };
  }
  const url = parseUrl(request.url);
  if (url === null) return { code: "url-invalid", clause: clause.requestConstructor, value: request.url };
  const refusesUserInfo = api === "fetch" || departures.refusesUserInfo?.(request);
  if (refusesUserInfo && (url.username !== "" || url.password !== "")) {
    return { code: "url-has-credentials", clause: clause.requestConstructor };
  }
  if (api === "beacon" && !isHttpScheme(url)) {
    return { code: "scheme-not-http", clause: clauseOfApi.beacon, subject: url.protocol.slice(0, -1) };
  }
  if (!isMethod(method)) return { code: "method-invalid", clause: clause.method, subject: method };
  if (isForbiddenMethod(method)) {
    return { code: "method-forbidden", clause: clause.forbiddenMethod, subject: method };
  }
  const badHeader = refuseHeaders(request.headers);
  if (badHeader) return badHeader;
  const impossible = whatApiCannotExpress(request);
  if (impossible) return { code: "api-cannot-express", clause: clauseOfApi[api], subject: impossible, value: api };

  const normalized = normalizeMethod(method);
  if (api === "fetch" && mode === "no-cors" && !isCorsSafelistedMethod(normalized)) {
    return { code: "no-cors-method", clause: clause.requestConstructor, subject: normalized };
  }
  if (api === "fetch" && body !== "none" && (normalized === "GET" || normalized === "HEAD")) {
    return { code: "body-with-get-or-head", clause: clause.requestConstructor, subject: normalized };
  }
  if (body === "stream" && departures.refusesStreams) {
    return { code: "api-cannot-express", clause: clause.requestConstructor, subject: "body", value: api };
  }
  if (body === "stream" && mode === "no-cors") {
    return { code: "no-cors-stream", clause: clause.requestConstructor };
  }
  return null;
}

const clauseOfApi: Record<Api, string> = {
  fetch: clause.requestConstructor,
  xhr: "https://xhr.spec.whatwg.org/#interface-xmlhttprequest",
  beacon: "https://w3c.github.io/beacon/#sec-processing-model",
  eventsource: "https://html.spec.whatwg.org/multipage/server-sent-events.html#the-eventsource-interface",
  element: "https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request",
};

/** What an API gives its caller no way to ask for: a word for it, or `null` where all can be asked for. */
function whatApiCannotExpress(
  request: CorsRequest,
): "method" | "headers" | "body" | "mode" | "credentials" | "upload-listener" | null {
  const { api, body, credentials, mode } = request;
  const method = normalizeMethod(request.method);
  if (request.uploadListener && api !== "xhr") return "upload-listener";
  switch (api) {
    case "xhr":
      if (mode !== "cors") return "mode";
      if (credentials === "omit") return "credentials";
      return body === "stream" ? "body" : null;
    case "beacon":
      if (method !== "POST") return "method";
      if (request.headers.length > 0) return "headers";
      if (mode !== "cors") return "mode";
      if (credentials !== "include") return "credentials";
      return body === "stream" ? "body" : null;
    case "eventsource":
    case "element":
      if (method !== "GET") return "method";
      if (request.headers.length > 0) return "headers";
      if (body !== "none") return "body";
      if (mode === "same-origin" || (api === "eventsource" && mode !== "cors")) return "mode";
      return credentials === "omit" ? "credentials" : null;
    default:
      return null;
  }
}
