import { engines, profiles } from "../engines/differences.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { judgeExchange } from "../exchange/judge.ts";
import { protocolOf } from "../exchange/protocol.ts";
import { locationUrl } from "../exchange/redirect.ts";
import type { Blocked, End, Trace } from "../exchange/trace.ts";
import { normalizeMethod } from "../request/methods.ts";
import { isRedirect } from "../response/responses.ts";
import { asciiLowercase, isToken, normalizeHeaderValue } from "../syntax/bytes.ts";
import { getHeader } from "../syntax/headerLines.ts";
import type { Engine, Failure } from "../types.ts";
import {
  type ChromiumMessage,
  chromiumMessage,
  type FirefoxMessage,
  type MessageValues,
  type WebkitMessage,
  webkitMessage,
} from "./messages.ts";
import { inEachLanguage, type PrintedMessage } from "./printedMessage.ts";
import { chromiumKind, stopLines } from "./stopLines.ts";

/**
 * What the engines print for an exchange that fails by CORS: of each the line with the reason. An
 * engine that lets it pass prints nothing.
 */
export function printedMessages(exchange: Exchange): PrintedMessage[] {
  return engines.flatMap((engine) => linesOf(exchange, engine, judgeExchange(exchange, profiles[engine]).end));
}

/**
 * The lines of which an engine's console prints one for an exchange that fails by CORS; empty where
 * it prints none. Of several headers that are not listed, Chromium and WebKit name any: they keep
 * them in an order of their own.
 * @param trace of the exchange, as the engine, or something like it, judges it
 */
export function possibleLines(exchange: Exchange, engine: Engine, { end }: Trace): string[] {
  const broken = findBroken(exchange, end);
  if (engine === "firefox" || broken?.failure.code !== "header-not-allowed") {
    return linesOf(exchange, engine, end).flatMap(({ language, text }) => (language === "en" ? [text] : []));
  }
  const values = valuesOf(broken);
  // The first that was written of a name counts.
  const asWritten = new Map(exchange.request.headers.toReversed().map(([name]) => [asciiLowercase(name), name]));
  return broken.end.failures
    .filter(({ code }) => code === "header-not-allowed")
    .map(({ subject = "" }) => ({ ...values, ...headerValues(subject, asWritten.get(subject)) }))
    .map((each) => (engine === "chromium" ? chromiumMessage("header", each) : webkitMessage("header", each)));
}

function linesOf(exchange: Exchange, engine: Engine, end: End): PrintedMessage[] {
  const broken = findBroken(exchange, end);
  if (!broken) return stopLines(exchange, engine, end);
  const values = valuesOf(broken);
  switch (engine) {
    case "chromium":
      return [{ engine, language: "en", text: chromiumMessage(chromiumKey(broken), values) }];
    case "webkit":
      return [{ engine, language: "en", text: webkitLine(broken) }];
    case "firefox":
      return firefoxLines(broken, values);
  }
}

/** The answer at which an exchange breaks, and the failure that its engine comes upon first. */
interface Broken {
  exchange: Exchange;
  end: Blocked;
  failure: Failure;
}

function findBroken(exchange: Exchange, end: End): Broken | null {
  if (end.kind !== "blocked") return null;
  const [failure] = end.failures;
  return failure ? { exchange, end, failure } : null;
}

function chromiumKey({ failure, end }: Broken): ChromiumMessage {
  const { code, subject, value = "" } = failure;
  const at = <Key extends "missing" | "mismatch" | "multiple" | "invalid" | "wildcard" | "credentials">(key: Key) =>
    end.at === "preflight" ? (`preflight-${key}` as const) : key;
  switch (code) {
    case "allow-origin-missing":
      return at("missing");
    case "allow-origin-mismatch":
    case "allow-origin-multiple":
      return at(chromiumMismatch(value));
    case "allow-origin-wildcard-with-credentials":
      return at("wildcard");
    case "allow-credentials-not-true":
      return at("credentials");
    case "redirected":
      return "preflight-redirect";
    case "status-not-ok":
      return "preflight-status";
    case "malformed-list":
      return isAllowMethods(subject) ? "malformed-methods" : "malformed-headers";
    case "method-not-allowed":
      return "method";
    default:
      return "header";
  }
}

declare const URL: { canParse(url: string): boolean };

/** How Chromium takes a value that is not the origin. From `CheckAccess` in services/network/public/cpp/cors/cors.cc. */
function chromiumMismatch(value: string): "mismatch" | "multiple" | "invalid" {
  if (/[ ,]/.test(value)) return "multiple";
  return value === "null" || URL.canParse(value) ? "mismatch" : "invalid";
}

function isAllowMethods(name: string | undefined): boolean {
  return name === "Access-Control-Allow-Methods";
}

/**
 * Two lines Access-Control-Allow-Origin are two to Firefox over HTTP/1.1 only, and there only where
 * their names are in the same case; else it takes them for one line with a list.
 */
function firefoxLines({ exchange, failure, end }: Broken, values: MessageValues): PrintedMessage[] {
  const names = end.response.headers.flatMap(([name]) => (asciiLowercase(name) === ALLOW_ORIGIN ? [name] : []));
  const repeats = failure.code === "allow-origin-multiple" && names.length > 1 && new Set(names).size === 1;
  if (!repeats) return inEachLanguage(firefoxKey(failure), values);
  const protocol = protocolOf({ ...exchange, request: end.request });
  if (protocol) return inEachLanguage(protocol === "HTTP/1.1" ? "multiple" : "mismatch", values);
  return [
    ...inEachLanguage("multiple", values).map((message) => ({ ...message, over: "HTTP/1.1" as const })),
    ...inEachLanguage("mismatch", values).map((message) => ({ ...message, over: "HTTP/2" as const })),
  ];
}

const ALLOW_ORIGIN = "access-control-allow-origin";

function firefoxKey(failure: Failure): FirefoxMessage {
  switch (failure.code) {
    case "allow-origin-missing":
      return "missing";
    case "allow-origin-multiple":
    case "allow-origin-mismatch":
      return "mismatch";
    case "allow-origin-wildcard-with-credentials":
      return "wildcard";
    case "allow-credentials-not-true":
      return "credentials";
    case "redirected":
      return "redirect";
    case "status-not-ok":
      return "status";
    case "malformed-list":
      return isAllowMethods(failure.subject) ? "malformed-methods" : "malformed-headers";
    case "method-not-allowed":
      return "method";
    default:
      return "header";
  }
}

/** Firefox names the first element of a list that is not a token. */
function firstBadToken(list: string): string {
  const elements = list.split(",").map((element) => normalizeHeaderValue(element));
  return elements.find((element) => element !== "" && !isToken(element)) ?? list;
}

function webkitKey({ failure }: Broken): WebkitMessage {
  switch (failure.code) {
    case "allow-origin-missing":
    case "allow-origin-mismatch":
      return "origin";
    case "allow-origin-multiple":
      return "multiple";
    case "allow-origin-wildcard-with-credentials":
      return "wildcard";
    case "allow-credentials-not-true":
      return "credentials";
    case "redirected":
    case "status-not-ok":
      return "status";
    case "malformed-list":
      return isAllowMethods(failure.subject) ? "malformed-methods" : "malformed-headers";
    case "method-not-allowed":
      return "method";
    default:
      return "header";
  }
}

/** An answer that would have redirected is named by where it would have led. */
function webkitLine(broken: Broken): string {
  const { at, request, response } = broken.end;
  const values = valuesOf(broken);
  // The request's own origin: after a redirect it may be null. Of lines joined with an empty one, no space at the end.
  const own = { origin: request.origin, value: normalizeHeaderValue(values.value) };
  const reason = webkitMessage(webkitKey(broken), { ...values, ...own });
  if (at === "preflight" || !isRedirect(response)) return reason;
  const location = getHeader(response.headers, "Location") ?? "";
  return `Cross-origin redirection to ${locationUrl(location, request.url)?.href ?? location} denied by Cross-Origin Resource Sharing policy: ${reason}`;
}

/** A header that is not listed; a body's Content-Type is in no author's letters. */
function headerValues(name: string, asWritten: string | undefined): Pick<MessageValues, "header" | "headerAsWritten"> {
  return { header: name, headerAsWritten: asWritten ?? (name === "content-type" ? "Content-Type" : name) };
}

/** Engines fill their messages from the failure and from the answer that failed. */
function valuesOf({ exchange, end, failure }: Broken): MessageValues {
  const { request } = exchange;
  const asWritten = request.headers.find(([name]) => asciiLowercase(name) === failure.subject)?.[0];
  return {
    url: end.request.url,
    origin: request.origin,
    status: end.response.status,
    method: normalizeMethod(end.request.method),
    ...headerValues(failure.subject ?? "", asWritten),
    value: failure.value ?? "",
    token: firstBadToken(failure.value ?? ""),
    kind: chromiumKind(exchange),
    redirected: end.request.url === request.url ? "" : ` (redirected from '${request.url}')`,
    fetchHint: request.api === "fetch" ? " Have the server send the header with a valid value." : "",
    xhrHint:
      request.api === "xhr"
        ? " The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute."
        : "",
  };
}
