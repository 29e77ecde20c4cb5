/**
 * The longest time that each engine keeps an answer to a preflight, in seconds. Apart from the other
 * differences, so that who needs no more than these loads no more.
 *
 * Chromium: `kMaxTimeout` in preflight_result.cc. Firefox: `AddResultToCache` in
 * nsCORSListenerProxy.cpp. WebKit: `maxPreflightCacheTimeout` in CrossOriginPreflightResultCache.cpp.
 */
export const maxAgeCaps = { chromium: 7200, firefox: 86_400, webkit: 600 } as const;
