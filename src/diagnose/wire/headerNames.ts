/** A header's line: its name is a token, with a colon before it in HTTP/2. */
const HEADER = /^(:?[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):(?:[ \t]+(.*)|)$/;
/** Tools that let the space away. */
const TIGHT_HEADER = /^(:?[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \t]*(.*)$/;

/** Reads a line `Name: value`; `null` where it is none. */
export function readHeader(line: string, tight = false): [name: string, value: string] | null {
  const match = (tight ? TIGHT_HEADER : HEADER).exec(line.trimEnd());
  return match ? [match[1] ?? "", (match[2] ?? "").trim()] : null;
}

const RESPONSE_ONLY = new Set([
  "age",
  "allow",
  "alt-svc",
  "cf-cache-status",
  "cf-ray",
  "content-security-policy",
  "etag",
  "expires",
  "last-modified",
  "location",
  "nel",
  "report-to",
  "retry-after",
  "server",
  "server-timing",
  "set-cookie",
  "strict-transport-security",
  "vary",
  "www-authenticate",
  "x-cache",
  "x-content-type-options",
  "x-frame-options",
  "x-powered-by",
  "x-xss-protection",
]);
const REQUEST_ONLY = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "cookie",
  "dnt",
  "host",
  "if-modified-since",
  "if-none-match",
  "origin",
  "pragma",
  "priority",
  "proxy-authorization",
  "referer",
  "te",
  "upgrade-insecure-requests",
  "user-agent",
  "x-requested-with",
  "x-api-key",
]);
const EITHER = new Set([
  "cache-control",
  "connection",
  "content-encoding",
  "content-language",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "transfer-encoding",
  "via",
]);

/** Whose header it is, of those that are known to be the one side's; `undefined` of any other. */
export function sideOf(name: string): "request" | "response" | undefined {
  const lower = name.toLowerCase();
  if (/^access-control-request-|^sec-|^:(?!status)/.test(lower) || REQUEST_ONLY.has(lower)) return "request";
  if (/^access-control-|^cross-origin-|^x-amz|^x-served-by|^:status/.test(lower) || RESPONSE_ONLY.has(lower)) {
    return "response";
  }
  return undefined;
}

/** Whether a name is one that stands among headers for sure, so that a line with it is one. */
export function isKnownHeader(name: string): boolean {
  return sideOf(name) !== undefined || EITHER.has(name.toLowerCase());
}
