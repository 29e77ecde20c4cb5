import * as clause from "../clauses.ts";
import { type Departures, standard } from "../engines/departures.ts";
import { isHttpScheme, isSerializedOrigin, parseUrl } from "../syntax/url.ts";
import type { CorsRequest, Reason } from "../types.ts";
import { apis, whatApiCannotExpress } from "./apis.ts";
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
    return { code: "scheme-not-http", clause: apis.beacon.clause, subject: url.protocol.slice(0, -1) };
  }
  if (!isMethod(method)) return { code: "method-invalid", clause: clause.method, subject: method };
  if (isForbiddenMethod(method)) {
    return { code: "method-forbidden", clause: clause.forbiddenMethod, subject: method };
  }
  const badHeader = refuseHeaders(request.headers);
  if (badHeader) return badHeader;
  const impossible = whatApiCannotExpress(request);
  if (impossible) return { code: "api-cannot-express", clause: apis[api].clause, subject: impossible, value: api };

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
