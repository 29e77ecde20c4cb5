import type { NotCorsId } from "./types.ts";

/** What a browser's code for a failed request means. */
export type Meaning = { cause: string; notCors?: never } | { notCors: NotCorsId; cause?: never };

/** A code, or with `_` at its end what many begin with, and what it means. */
export interface NetworkError {
  code: string;
  means: Meaning;
}

/**
 * Nobody answered: the name, the port, the way there or the handshake failed, the last also where
 * https is spoken to a port that knows only http. None of these is about a certificate.
 */
const notReached = [
  "ERR_ADDRESS_",
  "ERR_CONNECTION_",
  "ERR_DNS_",
  "ERR_EMPTY_RESPONSE",
  "ERR_HTTP2_",
  "ERR_INTERNET_DISCONNECTED",
  "ERR_NAME_",
  "ERR_NETWORK_ACCESS_DENIED",
  "ERR_NETWORK_CHANGED",
  "ERR_NETWORK_IO_SUSPENDED",
  "ERR_PROXY_",
  "ERR_QUIC_",
  "ERR_SOCKET_NOT_CONNECTED",
  "ERR_SOCKS_",
  "ERR_SSL_",
  "ERR_TIMED_OUT",
  "ERR_TUNNEL_CONNECTION_FAILED",
  "ERR_UNSAFE_PORT",
  "NS_ERROR_CONNECTION_REFUSED",
  "NS_ERROR_NET_",
  "NS_ERROR_OFFLINE",
  "NS_ERROR_PORT_ACCESS_NOT_ALLOWED",
  "NS_ERROR_PROXY_",
  "NS_ERROR_UNKNOWN_HOST",
  "NS_ERROR_UNKNOWN_PROXY_HOST",
  "SSL_ERROR_",
];

/** The server showed a certificate that the browser does not take. */
const untrusted = [
  "ERR_CERT_",
  "ERR_CERTIFICATE_TRANSPARENCY_REQUIRED",
  "ERR_QUIC_CERT_ROOT_NOT_KNOWN",
  "ERR_SSL_KEY_USAGE_INCOMPATIBLE",
  "ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN",
  "ERR_SSL_SERVER_CERT_BAD_FORMAT",
  "MOZILLA_PKIX_ERROR_",
  "SEC_ERROR_",
  "SSL_ERROR_BAD_CERT_DOMAIN",
  "SSL_ERROR_BAD_CERTIFICATE",
];

/** The server wants to know who asks: by a client's certificate, which no preflight carries, or as a proxy does. */
const asksWho = [
  "ERR_BAD_SSL_CLIENT_AUTH_CERT",
  "ERR_SSL_CLIENT_AUTH_CERT_NEEDED",
  "ERR_UNEXPECTED_PROXY_AUTH",
  "SSL_ERROR_BAD_CERT_ALERT",
  "SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT",
];

const causes: Readonly<Record<string, readonly string[]>> = {
  "server-not-reached": notReached,
  "certificate-untrusted": untrusted,
  "auth-before-cors": asksWho,
  "cross-origin-json-in-element": ["ERR_BLOCKED_BY_ORB"],
  "local-network-blocked": [
    "ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS",
    "ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS",
  ],
  "preflight-redirected": ["ERR_INVALID_REDIRECT"],
  "scheme-not-http": ["ERR_DISALLOWED_URL_SCHEME", "ERR_UNKNOWN_URL_SCHEME", "NS_ERROR_UNKNOWN_PROTOCOL"],
};

const others: Partial<Record<NotCorsId, readonly string[]>> = {
  cancelled: ["ERR_ABORTED", "NS_BINDING_ABORTED"],
  // Behind the dot stands what blocked it: the resource's own policy, or the page's embedder policy.
  coep: [
    "ERR_BLOCKED_BY_RESPONSE.CoepFrameResourceNeedsCoepHeader",
    "ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep",
    "NS_ERROR_DOM_COEP_FAILED",
  ],
  corp: ["ERR_BLOCKED_BY_RESPONSE", "NS_ERROR_DOM_CORP_FAILED"],
  csp: ["ERR_BLOCKED_BY_CSP"],
  extension: ["ERR_BLOCKED_BY_ADMINISTRATOR", "ERR_BLOCKED_BY_CLIENT"],
  // The second is of a stream over plain http, where no protocol can be negotiated at all.
  "http2-needed": ["ERR_H2_OR_QUIC_REQUIRED", "ERR_ALPN_NEGOTIATION_FAILED"],
};

/**
 * Chromium's codes (without `net::`) and Firefox's that mean something here; a longer one goes
 * before what it begins with.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 * @see https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py
 */
export const networkErrors: readonly NetworkError[] = [
  ...Object.entries(causes).flatMap(([cause, codes]) => codes.map((code) => ({ code, means: { cause } }))),
  ...Object.entries(others).flatMap(([id, codes]) =>
    codes.map((code) => ({ code, means: { notCors: id as NotCorsId } })),
  ),
].sort((a, b) => b.code.length - a.code.length);

/**
 * What a code means.
 * @param code as the browser writes it, without `net::`
 * @param isAnswered whether an answer came in all the same: then the server was reached, and what was
 *   broken off was the rest of the answer
 */
export function meaningOf(code: string, isAnswered: boolean): Meaning | undefined {
  const means = networkErrors.find((each) => code.startsWith(each.code))?.means;
  const isBrokenOff = means?.cause === "server-not-reached" || means?.notCors === "cancelled";
  return isAnswered && isBrokenOff ? undefined : means;
}
