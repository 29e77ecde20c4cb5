import { parseUrl } from "../syntax/url.ts";
import type { Exchange } from "./exchange.ts";

/**
 * By which version of HTTP a request goes to its server: by what is known of the exchange, or by the
 * URL, as no browser speaks HTTP/2 without TLS.
 * @returns `undefined` where neither says so
 * @see https://www.rfc-editor.org/rfc/rfc9113#section-3
 */
export function protocolOf({ protocol, request }: Pick<Exchange, "protocol" | "request">): Exchange["protocol"] {
  return parseUrl(request.url)?.protocol === "http:" ? "HTTP/1.1" : protocol;
}
