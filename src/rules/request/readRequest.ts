import * as clause from "../clauses.ts";
import { type Departures, standard } from "../engines/departures.ts";
import { isHttpScheme, isSerializedOrigin, type ParsedUrl, parseUrl } from "../syntax/url.ts";
import type { CorsRequest, CredentialsMode, HeaderLine, Reason, RequestMode } from "../types.ts";
import { apis, whatApiCannotExpress } from "./apis.ts";
import { corsUnsafeRequestHeaderNames } from "./headers.ts";
import { isCorsSafelistedMethod, isForbiddenMethod, isMethod, normalizeMethod } from "./methods.ts";
import { addContentType, fillHeaders } from "./requestHeaders.ts";

/**
 * What is known of a request once it is read, as it stands when main fetch looks at it. All later
 * steps go by this: nothing is parsed or normalised again.
 */
export interface ReadRequest {
  /** Serialised. */
  origin: string;
  url: ParsedUrl;
  /** Normalised. */
  method: string;
  /** The header list: values normalised, with the body's Content-Type. */
  headers: readonly HeaderLine[];
  /** Names that were silently dropped, as the author wrote them. */
  dropped: readonly string[];
  credentials: CredentialsMode;
  mode: RequestMode;
  /** Not preflighted whatever it carries, unless the API lets scripts control the request. */
  unsafeRequestFlag: boolean;
  /** What sets the use-CORS-preflight flag; where nothing does, it is unset. */
  flaggedBy: readonly FlagCode[];
}

/** What sets the use-CORS-preflight flag: a listener for what is uploaded, or a stream for a body. */
export type FlagCode = "upload-listener" | "stream-body";

/** Whether a request could not be read, because its API throws for it. */
export function isRefusal(read: ReadRequest | Reason): read is Reason {
  return "code" in read;
}

/**
 * Reads what an author wrote, as the API does to which it is given. The steps that fetch() takes are
 * those of the Request constructor, and numbered so; the other APIs do the same in their own words.
 * @param wasStream whether the use-CORS-preflight flag stays from an earlier hop, even where the body
 *   that set it is gone
 * @returns what is known of the request, or why the API throws before anything is sent
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export function readRequest(
  written: CorsRequest,
  departures: Departures = standard,
  wasStream = false,
): ReadRequest | Reason {
  const { api, body, credentials } = written;
  const isFetch = api === "fetch";
  if (!isSerializedOrigin(written.origin)) {
    return { code: "origin-invalid", clause: clause.origin, value: written.origin };
  }

  // 5.2. If parsedURL is failure, then throw a TypeError.
  const url = parseUrl(written.url);
  if (url === null) return { code: "url-invalid", clause: clause.requestConstructor, value: written.url };
  // 5.3. If parsedURL includes credentials, then throw a TypeError.
  if ((url.username !== "" || url.password !== "") && (isFetch || departures.refusesUserInfo?.(written))) {
    return { code: "url-has-credentials", clause: clause.requestConstructor };
  }
  // sendBeacon() alone looks at the scheme by itself.
  if (api === "beacon" && !isHttpScheme(url)) {
    return { code: "scheme-not-http", clause: apis.beacon.clause, subject: url.protocol.slice(0, -1) };
  }

  // 25.2. If method is not a method or method is a forbidden method, then throw a TypeError.
  if (!isMethod(written.method)) return { code: "method-invalid", clause: clause.method, subject: written.method };
  if (isForbiddenMethod(written.method)) {
    return { code: "method-forbidden", clause: clause.forbiddenMethod, subject: written.method };
  }
  // 25.3. Normalize method.
  const method = normalizeMethod(written.method);

  // 32.1. In no-cors mode, if the method is not a CORS-safelisted method, then throw a TypeError.
  if (isFetch && written.mode === "no-cors" && !isCorsSafelistedMethod(method)) {
    return { code: "no-cors-method", clause: clause.requestConstructor, subject: method };
  }

  // 33. Fill the headers.
  const filled = fillHeaders(written, departures);
  if ("code" in filled) return filled;
  // What nobody can write, no step looks for.
  const impossible = whatApiCannotExpress(written, method);
  if (impossible) return { code: "api-cannot-express", clause: apis[api].clause, subject: impossible, value: api };

  // 35. If there is a body, and the method is GET or HEAD, then throw a TypeError. XHR ignores the body.
  const isBodiless = method === "GET" || method === "HEAD";
  if (isFetch && body !== "none" && isBodiless) {
    return { code: "body-with-get-or-head", clause: clause.requestConstructor, subject: method };
  }

  // 37. Extract the body, and append its Content-Type where there is none.
  if (body === "stream" && departures.refusesStreams) {
    return { code: "api-cannot-express", clause: clause.requestConstructor, subject: "body", value: api };
  }
  const { headers, dropped } = filled;
  const sendsBody = body !== "none" && !isBodiless;
  if (sendsBody) addContentType(headers, written, departures);

  // 39.2. If the body's source is null and the mode is no-cors, then throw a TypeError.
  if (body === "stream" && written.mode === "no-cors")
    return { code: "no-cors-stream", clause: clause.requestConstructor };
  // 39.3. Set the use-CORS-preflight flag. XHR sets it for an upload listener: send(), step 8.
  const flaggedBy: FlagCode[] = [];
  if (written.uploadListener && (sendsBody || !departures.listenerNeedsBody)) flaggedBy.push("upload-listener");
  if ((body === "stream" && !departures.streamsAsText) || wasStream) flaggedBy.push("stream-body");

  // A beacon is a no-cors request as long as its body's type is safelisted: https://w3c.github.io/beacon/#sec-processing-model
  const isSafeBeacon = api === "beacon" && corsUnsafeRequestHeaderNames(headers, departures).length === 0;
  const mode = isSafeBeacon ? "no-cors" : written.mode;
  const { unsafeRequestFlag } = apis[api];
  return { origin: written.origin, url, method, headers, dropped, credentials, mode, unsafeRequestFlag, flaggedBy };
}
