/**
 * The servers of the scenarios, under the names that scenarios, evidence and pages call them by.
 * The lab gives each of them a real origin.
 */
export const hosts = {
  /** Where pages are, and what they ask, without TLS. */
  plainPage: "http://app.example.com",
  plainApi: "http://api.example.com",
  /** The same over TLS, HTTP/1.1. Most scenarios are here. */
  page: "https://app.example.com",
  api: "https://api.example.com",
  /** By a name that always stands for the own machine, without TLS: a page over TLS may ask for it all the same. */
  localApi: "http://api.localhost",
  /** A third origin: where redirects lead, and where a second page is. */
  other: "https://other.example.com",
  /** Over TLS, HTTP/2. */
  http2: "https://h2.example.com",
  /** Its certificate is one that the browser does not trust. */
  untrusted: "https://untrusted.example.com",
  /** Nothing listens there. */
  down: "https://down.example.com",
  /** A page that the browser takes to be on the public internet. All other servers are on loopback. */
  publicPage: "https://public.example.com",
} as const;

export type HostName = keyof typeof hosts;

/** A host without TLS that does not exist and is no loopback address: a page over TLS must not even ask for it. */
export const insecureHost = "http://insecure.test";
