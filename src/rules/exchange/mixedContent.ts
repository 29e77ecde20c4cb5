import { hostOf, parseUrl } from "../syntax/url.ts";
import { isLocalhostName } from "./addressSpaces.ts";

/**
 * Whether a browser blocks a request of a script before anything is sent, because a page that came
 * over TLS asks for a URL that does not. Only `https:` pages are so strict: the standard counts pages
 * of `http://localhost` among them, and no browser does.
 * @param pageOrigin serialised; of a `null` origin nothing is known, and nothing is blocked
 * @see https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 */
export function isMixedContent(pageOrigin: string, url: string): boolean {
  if (!pageOrigin.startsWith("https://")) return false;
  const parsed = parseUrl(url);
  return parsed?.protocol === "http:" && !isTrustworthyHost(hostOf(parsed.origin));
}

/**
 * Whether a host counts as secure without TLS: the own machine, by address or by name.
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
function isTrustworthyHost(host: string): boolean {
  return host === "[::1]" || /^127(\.\d+){3}$/.test(host) || isLocalhostName(host);
}
