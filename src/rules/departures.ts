import type { CacheDepartures } from "./cache.ts";
import type { Api, BodyKind, CorsRequest } from "./types.ts";

/**
 * Where a profile does something else than the standard, as the rules ask for it at the step that
 * it is about. All absent: the standard. The engines' are in `differences.ts`, each with its reason.
 */
export interface Departures extends CacheDepartures {
  /** Names that the browser drops as if they were forbidden request-headers. */
  forbiddenNames?: readonly string[];
  /** Names that are CORS-safelisted whatever their value. */
  safelistedNames?: readonly string[];
  /** `fetch()` judges the lines of one name by their combined value. */
  combinesLines?: true;
  /** The value of combined lines loses the space at its end. */
  stripsCombined?: true;
  /** A listener on `xhr.upload` counts only where a body is sent. */
  listenerNeedsBody?: true;
  /** What type a Blob is sent with, by the APIs that look at it. */
  blobType?: (type: string, api: Api) => string | null;
  /** How XHR writes its charset into the author's Content-Type. */
  withCharset?: (contentType: string, body: BodyKind) => string;
  /** Whether nothing is sent to a URL with a user name or a password; `fetch()` never does. */
  refusesUserInfo?: (request: CorsRequest) => boolean;
  /** A method that is not safelisted must be listed even where a flag alone caused the preflight. */
  listsMethodUnderFlag?: true;
  /** A ReadableStream is sent as the text that it turns into: `[object ReadableStream]`. */
  streamsAsText?: true;
  /** A ReadableStream cannot be a body. */
  refusesStreams?: true;
  /** The values of safelisted headers may be as long as they like together. */
  ignoresTotalLength?: true;
  /** After a redirect, a request that was preflighted is preflighted again, whatever is left of it. */
  redirectKeepsPreflight?: true;
  /** After a redirect, a preflight has the page's origin where the request itself has `null`. */
  preflightKeepsOrigin?: true;
  /** After a redirect, a preflight asks for all headers of the first request, even those that are gone. */
  preflightKeepsHeaders?: true;
  /** A page that a service worker controls sends no preflight, even where the worker lets the request pass. */
  workerSkipsPreflight?: true;
  /** `*` in Access-Control-Allow-Headers covers Authorization. */
  wildcardCoversAuthorization?: true;
  /** The order in which an answer to a preflight is looked at. */
  checkOrder?: readonly PreflightCheckStep[];
  /** Statuses that are no answer at all, but a network error. */
  networkErrorStatuses?: readonly number[];
  /** An element is given no JSON of another origin in `no-cors` mode. */
  blocksOpaqueJson?: true;
  /** A request from a public page to a local address needs nobody's permission. */
  ignoresAddressSpaces?: true;
}

/** A step in the check of an answer to a preflight. */
export type PreflightCheckStep =
  | "redirect"
  | "cors"
  | "status"
  | "methods-list"
  | "headers-list"
  | "method"
  | "headers";

/** The profile that departs nowhere. */
export const asTheStandard: Departures = {};
