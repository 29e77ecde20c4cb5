import {
  type Actual,
  type CorsRequest,
  type HeaderLine,
  isRefusal,
  namesOrigin,
  type Preflight,
  type Profile,
  readRequest,
} from "../rules/index.ts";
import type { WireRequest } from "./wire.ts";

/** What goes along with a request that no rule of CORS looks at. */
export interface Carried {
  /** The body's text. Without it a body is the shortest of its kind. */
  body?: string;
  /** The value of the header Cookie, sent where the request's credentials mode lets it. */
  cookie?: string;
  /** Who asks. A browser always says. */
  userAgent: string;
}

/** The preflight as a browser sends it: never with credentials, and with no header that its author set. */
export function preflightLines({ asks, request }: Preflight, { userAgent }: Carried): WireRequest {
  return {
    method: asks.method,
    url: withoutFragment(asks.url),
    headers: [...asks.headers, ...refererOf(request), ["User-Agent", userAgent]],
  };
}

/**
 * The request itself as a browser sends it.
 * @param first the author's request: cookies belong to its server alone
 * @param rules of the engine that sends it
 */
export function actualLines(
  actual: Actual,
  first: CorsRequest,
  rules: Profile,
  { body, cookie, userAgent }: Carried,
): WireRequest {
  const { request, tainting } = actual;
  const read = readRequest(request, rules);
  if (isRefusal(read)) throw new Error(`No browser sends this request: ${read.code}.`);
  const has = (name: string) => read.headers.some(([each]) => each.toLowerCase() === name);
  const sendsCookie =
    cookie !== undefined &&
    originOf(request.url) === originOf(first.url) &&
    (request.credentials === "include" || (request.credentials === "same-origin" && tainting === "basic"));
  const headers: HeaderLine[] = [
    ...(has("accept") ? [] : [["Accept", "*/*"] as const]),
    ...read.headers,
    ...(namesOrigin(actual) ? [["Origin", request.origin] as const] : []),
    ...refererOf(request),
    ...(has("user-agent") ? [] : [["User-Agent", userAgent] as const]),
    ...(sendsCookie ? [["Cookie", cookie] as const] : []),
  ];
  const sendsBody = request.body !== "none" && read.method !== "GET" && read.method !== "HEAD";
  return {
    method: read.method,
    url: withoutFragment(request.url),
    headers,
    ...(sendsBody && { body: body ?? shortestBody(request, read.headers) }),
  };
}

/** By the default policy, `strict-origin-when-cross-origin`: the page's origin, and nothing from https to http. */
function refererOf({ origin, url }: CorsRequest): HeaderLine[] {
  if (!/^https?:/.test(origin) || (origin.startsWith("https:") && url.startsWith("http:"))) return [];
  return [["Referer", `${origin}/`]];
}

function shortestBody({ body }: CorsRequest, headers: readonly HeaderLine[]): string {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (/\bjson\b/i.test(type)) return "{}";
  const boundary = /boundary=([^;\s]+)/.exec(type)?.[1];
  return body === "formdata" && boundary ? `--${boundary}--\r\n` : "";
}

function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = "";
  return parsed.href;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "";
}
