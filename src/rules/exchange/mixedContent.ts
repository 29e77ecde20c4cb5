import { type Departures, standard } from "../engines/departures.ts";
import { hostOf, parseUrl } from "../syntax/url.ts";
import { isLocalhostName } from "./addressSpaces.ts";

/**
 * Whether a browser blocks a request of a script before anything is sent, because a page that came
 * over TLS asks for a URL that does not. Only `https:` pages are so strict: the standard counts pages
 * of `http://localhost` among them, and no browser does.
 * @param pageOrigin serialised; of a `null` origin nothing is known, and nothing is blocked
 * @param departures where a profile does something else than the standard
 * @see https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 */
export function isMixedContent(
  pageOrigin: string,
  url: string,
  { blocksInsecureLoopback }: Departures = standard,
): boolean {
  if (!pageOrigin.startsWith("https://")) return false;
  const parsed = parseUrl(url);
  if (parsed?.protocol !== "http:") return false;
  return blocksInsecureLoopback || !isTrustworthyHost(hostOf(parsed.origin));
}

/**
 * Whether a page of an origin is a secure context. Of a `null` origin nothing is known: it is taken for one.
 * @param origin serialised
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isTrustworthyOrigin(origin: string): boolean {
  const parsed = parseUrl(origin);
  return parsed?.protocol !== "http:" || isTrustworthyHost(hostOf(parsed.origin));
}

/**
 * Whether a host counts as secure without TLS: the own machine, by address or by name.
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
function isTrustworthyHost(host: string): boolean {
  return host === "[::1]" || /^127(\.\d+){3}$/.test(host) || isLocalhostName(host);
}
