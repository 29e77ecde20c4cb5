import type { Api, BodyKind, CorsRequest, Engine } from "../types.ts";

/**
 * Where a profile does something else than the standard, as the rules ask for it at the step that
 * it is about. All absent: the standard. The engines' are in `differences.ts`, each with its reason.
 */
export interface Departures extends CacheDepartures {
  /** Names that the browser drops as if they were forbidden request-headers. */
  forbiddenNames?: readonly string[];
  /** Names that are CORS-safelisted whatever their value. */
  safelistedNames?: readonly string[];
  /** A byte beyond ASCII in a safelisted header's value is a CORS-unsafe one. */
  unsafeBeyondAscii?: true;
  /** What is taken for no Content-Type, whatever its essence: it is not safelisted. */
  refusesContentType?: (value: string) => boolean;
  /** A safelisted Range may have its unit in any case: `Bytes=0-`. */
  rangeUnitInAnyCase?: true;
  /** A preflight asks for a name as often as `fetch()` was given an unsafe value for it. */
  repeatsNames?: true;
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
  /** A video or a sound is asked for all the same at a URL with a user name or a password. */
  mediaKeepUserInfo?: true;
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
  /** Of several lines of Access-Control-Allow-Credentials, those without a value count for nothing. */
  ignoresEmptyCredentials?: true;
  /** The order in which an answer to a preflight is looked at. */
  checkOrder?: readonly PreflightCheckStep[];
  /** Statuses that are no answer at all, but a network error. */
  networkErrorStatuses?: readonly number[];
  /** A font is asked for in `no-cors` mode, with credentials. */
  fontsWithoutCors?: true;
  /** An element is given no JSON of another origin in `no-cors` mode. */
  blocksOpaqueJson?: true;
  /** A request from a public page to a local address needs nobody's permission. */
  ignoresAddressSpaces?: true;
  /** What a script says of the server's address, by `targetAddressSpace`, is not looked at: ever, or of a preflight. */
  ignoresTargetAddressSpace?: "always" | "in-preflights";
  /** A page over TLS may not ask for a URL without, not even on the own machine. */
  blocksInsecureLoopback?: true;
}

/**
 * Where an engine's cache does something else than the standard's. Each switch names where that was
 * read: in Chromium's `services/network/cors/`, Firefox's `netwerk/protocol/http/nsCORSListenerProxy.cpp`
 * and WebKit's `Source/WebCore/loader/`.
 */
export interface CacheDepartures {
  /** The longest time that an answer is kept, in seconds. All engines: `maxAgeCaps.ts`. */
  maxAgeCap?: number;
  /**
   * Max-Age is a signed 64-bit number: `+60` is 60, `-1` is 0, and more digits than fit are
   * malformed. Chromium and WebKit (`ParseAccessControlMaxAge`, `parseAccessControlMaxAge`).
   */
  signedMaxAge?: true;
  /** What a malformed Max-Age is worth, in seconds, instead of 5. Firefox: 0 (`AddResultToCache`). */
  malformedMaxAge?: number;
  /** An answer worth 0 seconds changes nothing, where the standard ends what it repeats. Firefox (`AddResultToCache`). */
  ignoresZeroMaxAge?: true;
  /**
   * What clears the answers for an origin and URL: a request that they do not cover, where the
   * standard clears them after a failure. An answer then replaces the former one as a whole, where
   * the standard keeps each method and each header name for itself. Chromium
   * (`CheckIfRequestCanSkipPreflight` and `AppendEntry` in preflight_cache.cc) and WebKit
   * (`canSkipPreflight` and `appendEntry`).
   */
  cacheClearedBy?: "miss";
  /**
   * An answer that fails only because it does not list the request's method or headers is stored all
   * the same. WebKit (`validatePreflightResponse` in CrossOriginAccessControl.cpp).
   */
  cachesRefusals?: true;
  /** Nothing is stored for a URL of this length or more. Chromium: 1024 (`kMaxKeyLength` in preflight_cache.cc). */
  cachedUrlLimit?: number;
  /** Nothing is stored for the origin `null`. Chromium: version 156 was seen to ask again each time from a sandboxed frame. */
  cachesNoOpaqueOrigin?: true;
  /** An answer given for credentials does not serve requests without. Firefox (`GetPrefLightCacheKey` in BasePrincipal.cpp). */
  cachesCredentialsApart?: true;
  /**
   * What a stored `*` covers; by the standard's text all that its entry serves, even where it was
   * stored for credentials. Chromium: `"unless-stored-with-credentials"` (`credentials_` in
   * preflight_result.cc). WebKit: `"requests-without-credentials"` (`allowsCrossOriginMethod`).
   * Firefox: `"nothing"` (`CORSCacheEntry::CheckRequest`).
   */
  cachedWildcardCovers?: "unless-stored-with-credentials" | "requests-without-credentials" | "nothing";
  /**
   * A stored `*` covers `Authorization`, too. WebKit (`validateCrossOriginHeaders`). Not Chromium,
   * whose answers' `*` does so only for the request that they are given to.
   */
  cachedWildcardCoversAuthorization?: true;
  /** HEAD is covered only where it was listed. Firefox (`CORSCacheEntry::CheckRequest`). */
  cachedHeadMustBeListed?: true;
  /**
   * What covers a CORS-safelisted method under the use-CORS-preflight flag, where the standard wants
   * it listed or no list given. `"live-answer"`: any answer that still holds; Chromium and WebKit
   * (`EnsureAllowedCrossOriginMethod`, `allowsCrossOriginMethod`). `"former-answer"`: even one that
   * no longer does; Firefox (`CheckRequest` of an entry that `PurgeExpired` has emptied).
   */
  cachedFlagNeeds?: "live-answer" | "former-answer";
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

/** Whose rules: the standard's, but for where it departs from them. */
export type Profile = Departures;

/** The profile that departs nowhere. */
export const standard: Profile = {};

/** One thing in which engines do something else than the standard says. Its words stand in `src/i18n/ui/`. */
export interface Difference {
  id: string;
  engines: readonly Engine[];
  /** The clause of the standard that they depart from. */
  clause: string;
  /** What they do instead, as the rules read it. */
  departure: Departures;
  /** Where it is in an engine's source, or who reported it. */
  source?: string;
  /** The version since when, where it is known. Else: as long as it has been looked at. */
  since?: string;
  /** Ids of scenarios that show it. Only what takes hours to be seen has none, and a `source`. */
  scenarios: readonly string[];
}
