import type { Exchange, JudgedExchange } from "../exchange/exchange.ts";
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
 * @param hop the hop at which it ends, as the engine judges it
 */
export function stopLines(exchange: Exchange, engine: Engine, hop: JudgedExchange): PrintedMessage[] {
  if (engine === "firefox") return firefoxLines(hop);
  const text = engine === "chromium" ? chromiumText(exchange, hop) : webkitText(hop);
  return text === undefined ? [] : [{ engine, language: "en", text }];
}

function chromiumText({ request }: Exchange, hop: JudgedExchange): string | undefined {
  const kind = request.api === "xhr" ? "XMLHttpRequest" : "fetch";
  const blocked = (url: string, reason: string) =>
    `Access to ${kind} at ${url} from origin '${request.origin}' has been blocked by CORS policy: ${reason}`;
  if (isSchemeRefused(hop)) return request.api === "xhr" ? blocked(`'${request.url}'`, CHROMIUM_SCHEMES) : undefined;
  switch (hop.stopped) {
    case "local-network":
      return blocked(
        `'${hop.request.url}'`,
        `Permission was denied for this request to access the \`${hop.addressSpaces?.server}\` address space.`,
      );
    case "redirect-not-http":
      return blocked(`'${hop.stoppedAt}' (redirected from '${request.url}')`, CHROMIUM_SCHEMES);
    case "redirect-has-credentials":
      return blocked(
        `'${hop.request.url}'`,
        "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
      );
    default:
      return undefined;
  }
}

function firefoxLines(hop: JudgedExchange): PrintedMessage[] {
  const refused = isSchemeRefused(hop) && !hop.request.url.startsWith("file:");
  const url = refused ? hop.request.url : hop.stopped === "redirect-not-http" ? hop.stoppedAt : undefined;
  if (url === undefined) return [];
  return languages.map((language) => ({
    engine: "firefox",
    language,
    text: firefoxHeads[language].replace("{url}", url) + firefoxNotHttp[language],
  }));
}

function webkitText(hop: JudgedExchange): string | undefined {
  if (isSchemeRefused(hop)) {
    return hop.request.url.startsWith("file:") ? undefined : "Cross origin requests are only supported for HTTP.";
  }
  const denied = `Cross-origin redirection to ${withoutUserInfo(hop.stoppedAt ?? "")} denied by Cross-Origin Resource Sharing policy`;
  switch (hop.stopped) {
    case "service-worker-opaque":
      return "Response served by service worker is opaque";
    case "redirect-not-http":
      return `${denied}: not allowed to follow a cross-origin CORS redirection with non CORS scheme`;
    case "redirect-has-credentials":
      return `${denied}: redirection URL ${hop.stoppedAt} has credentials`;
    default:
      return undefined;
  }
}

function withoutUserInfo(url: string): string {
  return url.replace(/\/\/[^/@]*@/, "//");
}

function isSchemeRefused({ decision }: JudgedExchange): boolean {
  return decision.reasons.some(({ code }) => code === "scheme-not-http");
}
