import type { Exchange } from "../exchange/exchange.ts";
import { locationUrl } from "../exchange/redirect.ts";
import type { DiscardCode, End, StopCode } from "../exchange/trace.ts";
import type { ElementKind } from "../request/elements.ts";
import { getHeader } from "../syntax/headerLines.ts";
import type { Api, CorsResponse, Engine } from "../types.ts";
import { inEachLanguage, type PrintedMessage } from "./printedMessage.ts";

const CHROMIUM_SCHEMES =
  "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

/**
 * What engines print in the words of CORS for an exchange that ends without a fault in an answer's
 * CORS headers: a scheme that is not HTTP's, a user name in a redirect, a permission that was denied.
 * @param end of the exchange, as the engine judges it
 */
export function stopLines(exchange: Exchange, engine: Engine, end: End): PrintedMessage[] {
  const stop = stopOf(end);
  if (!stop) return [];
  if (engine === "firefox") return firefoxLines(exchange, stop);
  const text = engine === "chromium" ? chromiumText(exchange, stop) : webkitText(exchange, stop);
  return text === undefined ? [] : [{ engine, language: "en", text }];
}

/** Why an exchange ends that no answer's CORS headers end. */
interface Stop {
  code: "scheme-not-http" | "service-worker-opaque" | StopCode | DiscardCode;
  /** Of the request that it ends. */
  url: string;
  /** The URL that its answer leads to. */
  location: string;
}

/** @returns `null` where no engine prints anything */
function stopOf(end: End): Stop | null {
  const { url } = end.request;
  switch (end.kind) {
    case "refused":
      if (!end.reasons.some(({ code }) => code === "scheme-not-http")) return null;
      // Without CORS nothing is said in its words; and of a beacon the API itself looks at the scheme, and throws.
      if (end.request.mode === "no-cors" || end.request.api === "beacon") return null;
      return { code: "scheme-not-http", url, location: "" };
    case "stopped":
      return { code: end.code, url, location: "" };
    case "worker":
      return end.gave === "opaque-response" ? { code: "service-worker-opaque", url, location: "" } : null;
    case "discarded":
      return { code: end.code, url, location: locationOf(end.response, url) };
    case "unanswered":
    case "blocked":
    case "opaque":
    case "readable":
    case "hidden":
      return null;
  }
}

/** Absolute, however `Location` has it: engines name it so. */
function locationOf({ headers }: CorsResponse, url: string): string {
  const location = getHeader(headers, "Location") ?? "";
  return locationUrl(location, url)?.href ?? location;
}

const kinds: Record<Api, string> = {
  fetch: "fetch",
  xhr: "XMLHttpRequest",
  beacon: "resource",
  eventsource: "resource",
  worker: "script",
  element: "script",
};

/** Those that Chromium calls by another name than here. */
const elementKinds: Partial<Record<ElementKind, string>> = {
  img: "image",
  module: "script",
  stylesheet: "CSS stylesheet",
};

/** What Chromium calls that which asks. */
export function chromiumKind({ request, element }: Pick<Exchange, "request" | "element">): string {
  return element ? (elementKinds[element] ?? element) : kinds[request.api];
}

function chromiumText(exchange: Exchange, { code, url, location }: Stop): string | undefined {
  const { request, addressSpaces } = exchange;
  const blocked = (at: string, reason: string) =>
    `Access to ${chromiumKind(exchange)} at ${at} from origin '${request.origin}' has been blocked by CORS policy: ${reason}`;
  switch (code) {
    case "scheme-not-http":
      // Of these two it says something else: "URL scheme "ftp" is not supported.", "FTP is not supported."
      if (request.api === "fetch" || (request.api === "xhr" && url.startsWith("ftp:"))) return undefined;
      return blocked(`'${url}'`, CHROMIUM_SCHEMES);
    case "local-network":
      return blocked(
        `'${url}'`,
        `Permission was denied for this request to access the \`${addressSpaces?.server}\` address space.`,
      );
    case "local-network-insecure-page":
      return blocked(
        `'${url}'`,
        `The request client is not a secure context and the resource is in more-private address space \`${addressSpaces?.server}\`.`,
      );
    case "local-network-target-mismatch":
      return blocked(
        `'${url}'`,
        `Request had a target IP address space of \`${addressSpaces?.target}\` yet the resource is in address space \`${addressSpaces?.server}\`.`,
      );
    case "redirect-not-http":
      return blocked(`'${location}' (redirected from '${request.url}')`, CHROMIUM_SCHEMES);
    case "redirect-has-credentials":
      return blocked(
        `'${url}'`,
        "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
      );
    default:
      return undefined;
  }
}

function firefoxLines({ request }: Exchange, { code, url, location }: Stop): PrintedMessage[] {
  const isListening = request.api === "eventsource";
  const refused = code === "scheme-not-http" && !url.startsWith("file:") && !isListening;
  if (!refused && code !== "redirect-not-http") return [];
  return inEachLanguage("not-http", { url: refused ? url : location });
}

function webkitText({ request }: Exchange, { code, url, location }: Stop): string | undefined {
  const denied = `Cross-origin redirection to ${withoutUserInfo(location)} denied by Cross-Origin Resource Sharing policy`;
  switch (code) {
    case "scheme-not-http":
      if (url.startsWith("file:") || request.api === "element") return undefined;
      return "Cross origin requests are only supported for HTTP.";
    case "service-worker-opaque":
      return "Response served by service worker is opaque";
    case "redirect-not-http":
      return `${denied}: not allowed to follow a cross-origin CORS redirection with non CORS scheme`;
    case "redirect-has-credentials":
      return `${denied}: redirection URL ${location} has credentials`;
    default:
      return undefined;
  }
}

function withoutUserInfo(url: string): string {
  return url.replace(/\/\/[^/@]*@/, "//");
}
