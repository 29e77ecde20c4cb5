import type { Exchange } from "../exchange/exchange.ts";
import type { DiscardCode, End, StopCode } from "../exchange/trace.ts";
import { getHeader } from "../syntax/headerLines.ts";
import type { Engine } from "../types.ts";
import { type FirefoxLanguage, firefoxHeads } from "./messages.ts";

/** A line that an engine's console prints. */
export interface PrintedMessage {
  engine: Engine;
  /** Firefox prints in its user's language; the others in English only. */
  language: FirefoxLanguage;
  text: string;
}

export const languages: readonly FirefoxLanguage[] = ["en", "zh-TW", "ja"];

const CHROMIUM_SCHEMES =
  "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

/** In its localisation files, like its other lines. */
const firefoxNotHttp: Record<FirefoxLanguage, string> = {
  en: "(Reason: CORS request not http).",
  ja: "(理由: CORS 要求が http でない)。",
  "zh-TW": "（原因: CORS 請求未使用 http 通訊協定）。",
};

/**
 * What engines print in the words of CORS for an exchange that ends without a fault in an answer's
 * CORS headers: a scheme that is not HTTP's, a user name in a redirect, a permission that was denied.
 * @param end of the exchange, as the engine judges it
 */
export function stopLines(exchange: Exchange, engine: Engine, end: End): PrintedMessage[] {
  const stop = stopOf(end);
  if (!stop) return [];
  if (engine === "firefox") return firefoxLines(stop);
  const text = engine === "chromium" ? chromiumText(exchange, stop) : webkitText(stop);
  return text === undefined ? [] : [{ engine, language: "en", text }];
}

/** Why an exchange ends that no answer's CORS headers end. */
interface Stop {
  code: "scheme-not-http" | "service-worker-opaque" | StopCode | DiscardCode;
  /** Of the request that it ends. */
  url: string;
  /** Where its answer leads to, as its Location has it. */
  location: string;
}

/** @returns `null` where no engine prints anything */
function stopOf(end: End): Stop | null {
  const { url } = end.request;
  switch (end.kind) {
    case "refused":
      if (!end.reasons.some(({ code }) => code === "scheme-not-http")) return null;
      return { code: "scheme-not-http", url, location: "" };
    case "stopped":
      return { code: end.code, url, location: "" };
    case "worker":
      return end.gave === "opaque-response" ? { code: "service-worker-opaque", url, location: "" } : null;
    case "discarded":
      return { code: end.code, url, location: getHeader(end.response.headers, "Location") ?? "" };
    case "unanswered":
    case "blocked":
    case "opaque":
    case "readable":
    case "hidden":
      return null;
  }
}

function chromiumText({ request, addressSpaces }: Exchange, { code, url, location }: Stop): string | undefined {
  const kind = request.api === "xhr" ? "XMLHttpRequest" : "fetch";
  const blocked = (at: string, reason: string) =>
    `Access to ${kind} at ${at} from origin '${request.origin}' has been blocked by CORS policy: ${reason}`;
  switch (code) {
    case "scheme-not-http":
      return request.api === "xhr" ? blocked(`'${url}'`, CHROMIUM_SCHEMES) : undefined;
    case "local-network":
      return blocked(
        `'${url}'`,
        `Permission was denied for this request to access the \`${addressSpaces?.server}\` address space.`,
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

function firefoxLines({ code, url, location }: Stop): PrintedMessage[] {
  const refused = code === "scheme-not-http" && !url.startsWith("file:");
  if (!refused && code !== "redirect-not-http") return [];
  return languages.map((language) => ({
    engine: "firefox",
    language,
    text: firefoxHeads[language].replace("{url}", refused ? url : location) + firefoxNotHttp[language],
  }));
}

function webkitText({ code, url, location }: Stop): string | undefined {
  const denied = `Cross-origin redirection to ${withoutUserInfo(location)} denied by Cross-Origin Resource Sharing policy`;
  switch (code) {
    case "scheme-not-http":
      return url.startsWith("file:") ? undefined : "Cross origin requests are only supported for HTTP.";
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
