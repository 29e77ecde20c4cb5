/**
 * The shapes that the rules speak of. Terms are the Fetch standard's.
 * @see https://fetch.spec.whatwg.org/
 */

/** A header as one line: its name and its value. A name may occur on several lines. */
export type HeaderLine = readonly [name: string, value: string];

/** Whose rules. @see engines/differences.ts for what sets the engines apart from the standard */
export type ProfileName = "standard" | Engine;
/** An engine that the rules have a profile of: that of Chrome and Edge, of Firefox, of Safari. */
export type Engine = "chromium" | "firefox" | "webkit";

/** What sends a request; `worker` is one's script, `element` one such as `<img crossorigin>`. */
export type Api = "fetch" | "xhr" | "beacon" | "eventsource" | "worker" | "element";
/** @see https://fetch.spec.whatwg.org/#concept-request-mode */
export type RequestMode = "cors" | "no-cors" | "same-origin";
/** @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode */
export type CredentialsMode = "omit" | "same-origin" | "include";
/** What a body is made of, which decides the Content-Type that a browser adds: `bytes` is an `ArrayBuffer` or a view of one. */
export type BodyKind = "none" | "text" | "urlencoded" | "formdata" | "blob" | "bytes" | "stream";

/** A request as its author wrote it, before the browser touches anything. */
export interface CorsRequest {
  /** Request's origin, serialised (`https://app.example.com`); `"null"` for an opaque one. */
  origin: string;
  /** Absolute URL. */
  url: string;
  /** As its author wrote it, before normalisation. */
  method: string;
  /** As its author wrote them; a name may repeat. */
  headers: readonly HeaderLine[];
  credentials: CredentialsMode;
  mode: RequestMode;
  api: Api;
  body: BodyKind;
  /** A Blob's type. Only read where `body` is `"blob"`. */
  bodyType?: string;
  /** A listener stood on `xhr.upload` when `send()` was called. */
  uploadListener: boolean;
}

/** An answer as it came over the wire. */
export interface CorsResponse {
  status: number;
  headers: readonly HeaderLine[];
  /** The body's beginning, where it is known. No browser looks at it; a CORS layer that refuses may say so there. */
  body?: string;
}

/** What makes a browser refuse to send a request at all. */
export type RefusalCode =
  | "origin-invalid"
  | "url-invalid"
  | "url-has-credentials"
  | "method-invalid"
  | "method-forbidden"
  | "header-name-invalid"
  | "header-value-invalid"
  | "body-with-get-or-head"
  | "no-cors-method"
  | "no-cors-stream"
  | "same-origin-mode"
  | "scheme-not-http"
  | "api-cannot-express";

/** What decides whether a request that can be sent is preflighted. */
export type DecidingCode =
  | "same-origin"
  | "data-url"
  | "no-cors"
  | "everything-safelisted"
  | "api-never-preflights"
  | "method-not-safelisted"
  | "header-not-safelisted"
  | "header-value-unsafe-byte"
  | "header-value-too-long"
  | "header-values-too-long-together"
  | "content-type-not-safelisted"
  | "range-not-safelisted"
  | "upload-listener"
  | "stream-body";

/** Why a request is preflighted, or is refused before it is sent. */
export type ReasonCode = RefusalCode | DecidingCode;

/** One property of the request that decides, with the clause that says so. */
export interface Reason {
  code: ReasonCode;
  /** URL of the clause in the standard. */
  clause: string;
  /** What it is about: a method, a header's name, a scheme, an API. Absent where the code says it all. */
  subject?: string;
  /** The value that decided, where there is one: a header's value, a number of bytes. */
  value?: string;
}

/** What a browser does with a request: `opaque` is one in the mode `no-cors`, whose answer no script reads. */
export type Outcome = "preflight" | "no-preflight" | "same-origin" | "opaque" | "refused";

export interface Decision {
  outcome: Outcome;
  /** At least one; for `"preflight"` one for each property that causes it. */
  reasons: Reason[];
  /** Names that the author set and the browser never sends, as the author wrote them. */
  droppedHeaders: string[];
  /** Only where the outcome is `"preflight"`. */
  preflightRequest?: PreflightRequest;
}

/** The CORS-preflight request, without what every request carries (Host, User-Agent, …). */
export interface PreflightRequest {
  method: "OPTIONS";
  url: string;
  headers: HeaderLine[];
}

/** Which check an answer fails. */
export type FailureCode =
  | "status-not-ok"
  | "redirected"
  | "allow-origin-missing"
  | "allow-origin-mismatch"
  | "allow-origin-multiple"
  | "allow-origin-wildcard-with-credentials"
  | "allow-credentials-not-true"
  | "method-not-allowed"
  | "header-not-allowed"
  | "authorization-not-listed"
  | "malformed-list";

/** One thing for which an answer fails. */
export interface Failure {
  code: FailureCode;
  /** URL of the clause in the standard. */
  clause: string;
  /** The method, the request header or the response header that it is about. */
  subject?: string;
  /** What the answer said instead, verbatim. */
  value?: string;
}

/** What came of the check of an answer to a preflight. */
export type Check = { ok: true } | { ok: false; failures: Failure[] };
/** What came of the check of an answer: where it passes, the names of the headers that a script sees. */
export type ResponseCheck = { ok: true; exposedHeaders: string[] } | { ok: false; failures: Failure[] };
