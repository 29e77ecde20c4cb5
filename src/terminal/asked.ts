import { type Reading, readForm, type Trouble } from "../components/Checker/reading.ts";
import { type CheckerState, defaultState } from "../components/Checker/state.ts";
import { readCopiedRequest } from "../diagnose/copiedRequest.ts";
import { maskedUrl } from "../diagnose/secretWords.ts";
import { fillIn } from "../i18n/fillIn.ts";
import type { Api, BodyKind, CorsRequest, CredentialsMode, HeaderLine, RequestMode } from "../rules/index.ts";
import type { Words } from "./words.ts";
import { WrongUse } from "./wrongUse.ts";

/** What says which request is meant. */
export interface RequestOptions {
  origin?: string;
  method?: string;
  header?: readonly string[];
  credentials?: CredentialsMode;
  cookie?: string;
  data?: string;
  api?: Api;
  mode?: RequestMode;
}

export interface AskedRequest {
  request: CorsRequest;
  /** Sent only where it was given by itself: one in a copied command is not. */
  cookie?: string;
  data?: string;
}

/**
 * The request that a command line describes: by a URL and options, or by a copied command, of which options change
 * what they name.
 * @throws `WrongUse` where it describes none
 */
export function readAsked(text: string, options: RequestOptions, words: Words): AskedRequest {
  const isCopy = /\s/.test(text.trim());
  const copied = isCopy ? readCopiedRequest(text) : { url: text };
  if (!copied) throw new WrongUse(words.terminal["wrong.copied"]);
  const headers = [...(copied.headers ?? []), ...(options.header ?? []).map((header) => readHeader(header, words))];
  const isType = ([name]: HeaderLine) => name.toLowerCase() === "content-type";
  const body: BodyKind = options.data !== undefined ? "text" : (copied.body ?? "none");
  const method = options.method ?? copied.method ?? (body === "none" ? "GET" : "POST");
  // As of any header: https://fetch.spec.whatwg.org/#header-value
  if (/[\0\r\n\u{100}-\u{10ffff}]/u.test(options.cookie ?? "")) throw new WrongUse(words.terminal["wrong.cookie"]);
  const page = options.origin ?? copied.origin;
  const state: CheckerState = {
    ...defaultState,
    origin: page ?? somePage(copied.url),
    url: copied.url ?? "",
    method,
    api: options.api ?? copied.api ?? "fetch",
    contentType: headers.findLast(isType)?.[1] ?? "",
    headers: headers.filter((header) => !isType(header)),
    body: /^(?:GET|HEAD)$/i.test(method) && options.data === undefined ? "none" : body,
    credentials: options.credentials ?? copied.credentials ?? "same-origin",
    mode: options.mode ?? copied.mode ?? "cors",
    uploadListener: copied.uploadListener ?? false,
  };
  return {
    request: requestOf(readForm(state), page === undefined, state, words),
    ...(options.cookie !== undefined && { cookie: options.cookie }),
    ...(options.data !== undefined && { data: options.data }),
  };
}

/** A page from which browsers let such a URL be asked, where none was named: a server without TLS is one's own. */
function somePage(url = ""): string {
  // A path is on its page's server: without a page it is on none.
  if (!URL.canParse(url)) return "null";
  if (!/^http:/i.test(url)) return defaultState.origin;
  const own = ["http://localhost:3000", "http://localhost:8080"] as const;
  return own.find((page) => !url.startsWith(page)) ?? own[0];
}

function requestOf(
  reading: Reading,
  isPageUnknown: boolean,
  state: CheckerState,
  { checker, terminal }: Words,
): CorsRequest {
  if (reading.kind === "request") return reading.request;
  if (reading.kind === "websocket") throw new WrongUse(terminal["wrong.websocket"]);
  const lines = reading.troubles.map((trouble) =>
    trouble.code === "url-without-page" && isPageUnknown
      ? fillIn(terminal["wrong.path"], { value: maskedUrl(state.url) })
      : troubleText(trouble, state[trouble.field], checker),
  );
  throw new WrongUse(lines.join("\n"));
}

/** What is wrong with what was typed, and what was probably meant. */
export function troubleText({ field, code, mend }: Trouble, typed: string, checker: Words["checker"]): string {
  const what = fillIn(checker[`trouble.${code}`], { value: field === "url" ? maskedUrl(typed) : typed });
  return mend === undefined ? what : `${what} ${fillIn(checker["trouble.mend"], { value: `\`${mend}\`` })}`;
}

/** @throws `WrongUse` */
export function readHeader(text: string, { terminal }: Words): HeaderLine {
  const colon = text.indexOf(":");
  // What a header says may be a secret: of one that cannot be read only its beginning is shown.
  if (colon < 1) throw new WrongUse(fillIn(terminal["wrong.header"], { value: text.slice(0, 20) }));
  return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}
