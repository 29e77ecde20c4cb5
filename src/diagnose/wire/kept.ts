import type { HeaderLine } from "../../rules/index.ts";
import { maskedHeader } from "../secrets.ts";
import { maskedUrl } from "../secretWords.ts";

/** Headers of a request that browsers and tools put there by themselves. */
const NOT_THE_AUTHORS =
  /^(?::.*|accept|accept-encoding|accept-language|access-control-request-.*|alt-used|connection|content-length|cookie|dnt|expect|host|if-modified-since|if-none-match|keep-alive|origin|pragma|priority|cache-control|proxy-.*|purpose|referer|save-data|sec-.*|te|transfer-encoding|upgrade-insecure-requests|user-agent|x-client-data)$/i;

/** Whether a header of a request is one that its author set. */
export function isAuthorHeader(name: string): boolean {
  return !NOT_THE_AUTHORS.test(name);
}

/** The headers of a request that its author set, without secrets. */
export function authorHeaders(headers: readonly HeaderLine[]): HeaderLine[] {
  return keptHeaders(headers.filter(([name]) => isAuthorHeader(name)));
}

/** Headers without secrets. */
export function keptHeaders(headers: readonly HeaderLine[]): HeaderLine[] {
  return headers.map((header): HeaderLine => {
    const [name, value] = header;
    return /^location$/i.test(name) ? [name, keptUrl(value)] : maskedHeader(header);
  });
}

/** A URL without its query and fragment, of which no rule of CORS knows, and without secrets. */
export function keptUrl(url: string): string {
  const bare = url.replace(/[?#].*$/s, "");
  // That there is a password decides: fetch() refuses such a URL.
  const user = /^[a-z][a-z0-9+.-]*:\/\/[^/]*@/i.test(bare) ? "user:***@" : "";
  return maskedUrl(bare).replace(/^([a-z][a-z0-9+.-]*:\/\/)/i, `$1${user}`);
}
