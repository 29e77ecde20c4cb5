import { addressSpaceOf, getHeader, type HeaderLine, isRedirectStatus, isSerializedOrigin } from "../../rules/index.ts";
import type { Hop, SeenRequest } from "./message.ts";

/** Whether a URL has no scheme of its own. */
export function isRelative(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url);
}

/** Parses a URL; `null` where it is none. */
export function parse(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** The origin of a page, out of `Origin` or, where a browser let that away, out of `Referer`. */
export function originIn(headers: readonly HeaderLine[]): string | undefined {
  const origin = getHeader(headers, "origin");
  if (origin !== null && isSerializedOrigin(origin)) return origin;
  return originOf(getHeader(headers, "referer") ?? "");
}

/** An HTTP(S) URL's origin. */
export function originOf(url: string): string | undefined {
  const parsed = parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined;
}

/** The URL of a request line, as far as its headers say where it went. */
export function requestUrl({ target, headers }: SeenRequest): string | null {
  const { text = getHeader(headers, ":path") ?? "", known = null, tls } = target ?? {};
  if (text !== "" && !isRelative(text)) return text;
  const host = getHeader(headers, "host") ?? getHeader(headers, ":authority") ?? parse(known ?? "")?.host;
  const authority = host?.replace(/^https?:\/\//, "");
  if (!authority || text === "") return null;
  const scheme =
    parse(known ?? "")?.protocol.slice(0, -1) ?? getHeader(headers, ":scheme") ?? schemeOf(authority, headers, tls);
  return `${scheme}://${authority}${text.startsWith("/") ? text : "/"}`;
}

/** A request line does not say whether TLS is below it: a host of the own machine or network has none, most others have. */
function schemeOf(authority: string, headers: readonly HeaderLine[], tls?: boolean): "http" | "https" {
  if (tls !== undefined) return tls ? "https" : "http";
  if (/:443$/.test(authority)) return "https";
  if (/:80$/.test(authority) || isLocal(authority)) return "http";
  return getHeader(headers, "origin")?.startsWith("http://") && /:\d+$/.test(authority) ? "http" : "https";
}

/** Whether a host, with its port or without, is on one's own machine or network, as far as its name tells. */
export function isLocal(authority: string): boolean {
  const space = addressSpaceOf(parse(`http://${authority}`)?.hostname ?? "");
  return space === "loopback" || space === "local";
}

/** Where a redirect leads; `null` where an answer is none. */
export function locationOf({ request, response }: Hop): string | null {
  const location = response && getHeader(response.headers, "location");
  if (!location || !response || !isRedirectStatus(response.status ?? 0)) return null;
  return parse(location, request?.url ?? undefined)?.href ?? null;
}
