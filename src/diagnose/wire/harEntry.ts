import { getHeader, type HeaderLine, isPreflight } from "../../rules/index.ts";
import { meaningOf } from "../networkErrors.ts";
import type { Hop } from "./message.ts";
import { originOf, parse } from "./urls.ts";

/**
 * An entry of a HAR as far as it is read.
 * @see http://www.softwareishard.com/blog/har-12-spec/#entries
 */
export interface Entry {
  /** In `log.entries`. */
  index: number;
  method: string;
  url: string;
  headers: HeaderLine[];
  hasBody: boolean;
  /** 0 where there was no answer, or none that the browser would show. */
  status: number;
  responseHeaders: HeaderLine[];
  body: string;
  statusText: string;
  /** Chromium's code for the failure, without `net::`; Firefox's and Playwright's words. */
  error: string;
  /** What asked, in Chromium's words (`fetch`, `xhr`, `image`, `preflight`), where the recorder says. */
  type: string;
  /** Milliseconds; `NaN` where it says none. */
  startedAt: number;
  /** The URL of the page that it belongs to. */
  page: string | undefined;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const BODY_LENGTH = 2000;

/** Who wrote a HAR: on that depends what it leaves out. */
export type Recorder = "chromium" | "firefox" | "playwright" | "other";

/** Reads the entries of a HAR; what is none is left out. @returns `null` where an object is no HAR */
export function entriesOf(har: unknown): { entries: Entry[]; recorder: Recorder } | null {
  const log = isObject(har) ? har.log : undefined;
  if (!isObject(log) || !Array.isArray(log.entries)) return null;
  const pages = new Map<unknown, string>();
  for (const page of Array.isArray(log.pages) ? log.pages : []) {
    // Chromium and Firefox title a page with its URL.
    if (isObject(page) && originOf(textOf(page.title))) pages.set(page.id, textOf(page.title));
  }
  const entries: Entry[] = [];
  for (const [index, each] of log.entries.entries()) {
    const entry = isObject(each) ? readEntry(each, index, pages) : null;
    if (entry) entries.push(entry);
  }
  return { entries, recorder: recorderOf(log) };
}

function recorderOf({ creator, entries }: Fields): Recorder {
  const name = isObject(creator) ? textOf(creator.name) : "";
  if (/playwright/i.test(name)) return "playwright";
  if (/firefox/i.test(name)) return "firefox";
  const [first] = entries as unknown[];
  const isChromium = isObject(first) && isObject(first.response) && "_error" in first.response;
  return isChromium || /^WebInspector$/.test(name) ? "chromium" : "other";
}

function readEntry(entry: Fields, index: number, pages: Map<unknown, string>): Entry | null {
  const { request, response } = entry;
  if (!isObject(request)) return null;
  const url = textOf(request.url);
  if (url === "") return null;
  const answer = isObject(response) ? response : {};
  const content = isObject(answer.content) ? answer.content : {};
  const headers = headersOf(request.headers);
  const type = textOf(entry._resourceType).toLowerCase();
  const isDocument = type === "document" || getHeader(headers, "sec-fetch-dest") === "document";
  if (isDocument && !pages.has(entry.pageref)) pages.set(entry.pageref, url);
  const { status } = answer;
  const error = textOf(answer._error) || textOf(answer._failureText) || textOf(entry._failureText);
  return {
    index,
    method: textOf(request.method),
    url,
    headers,
    hasBody: isObject(request.postData) || Number(request.bodySize) > 0,
    status: typeof status === "number" && status > 0 ? status : 0,
    statusText: textOf(answer.statusText),
    responseHeaders: headersOf(answer.headers),
    body: content.encoding === "base64" ? "" : textOf(content.text).slice(0, BODY_LENGTH),
    error: error.replace(/^net::/, ""),
    type,
    startedAt: Date.parse(textOf(entry.startedDateTime)),
    page: pages.get(entry.pageref),
  };
}

function headersOf(headers: unknown): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (const header of Array.isArray(headers) ? headers : []) {
    if (!isObject(header) || typeof header.name !== "string") continue;
    const value = textOf(header.value);
    // Chromium joins the lines of a header with line feeds.
    if (!value.includes("\n")) lines.push([header.name, value]);
    else for (const each of value.split("\n")) lines.push([header.name, each]);
  }
  return lines;
}

/** Whether an entry is a browser's preflight: a script that sends OPTIONS asks for no method. */
export function isPreflightEntry(entry: Entry): boolean {
  return isPreflight(entry) || (entry.method === "OPTIONS" && entry.type === "preflight");
}

/** Why no server was reached, as far as the code for a failure says. */
function failureOf(error: string): Hop["failure"] {
  const cause = meaningOf(error, false)?.cause;
  if (cause === "certificate-untrusted") return "certificate";
  return cause === "server-not-reached" ? "no-connection" : undefined;
}

/** Who asked, and in which mode; `null` of what no rule of CORS is about, such as a navigation. */
export function askerOf(entry: Entry): Pick<NonNullable<Hop["request"]>, "api" | "mode"> | null {
  const { type, headers } = entry;
  const mode = getHeader(headers, "sec-fetch-mode");
  const dest = getHeader(headers, "sec-fetch-dest");
  if (type === "document" || mode === "navigate" || type === "websocket" || type === "manifest") return null;
  const isScripts = SCRIPTS.has(type) || dest === "empty";
  const isElements = ELEMENTS.has(type) || (dest !== null && dest !== "empty");
  const hasOrigin = getHeader(headers, "origin") !== null;
  const isNoCors = mode === "no-cors" || (mode === null && isElements && !isScripts && type !== "font" && !hasOrigin);
  if (!isScripts && !isElements && !hasOrigin && mode !== "cors") return null;
  return { api: apiOf(type, isElements && !isScripts), mode: isNoCors ? "no-cors" : "cors" };
}

const SCRIPTS = new Set(["fetch", "xhr", "eventsource", "ping", "preflight"]);
const ELEMENTS = new Set(["image", "script", "stylesheet", "font", "media", "texttrack"]);

function apiOf(type: string, isElements: boolean): "fetch" | "xhr" | "eventsource" | "element" {
  if (type === "xhr" || type === "eventsource") return type;
  return isElements ? "element" : "fetch";
}

/** An entry as a hop. */
export function hopOf(entry: Entry): Hop {
  const { method, url, status, statusText, responseHeaders, body, error, hasBody, page, headers } = entry;
  const asker = askerOf(entry);
  const isNamed = getHeader(headers, "origin") !== null || getHeader(headers, "referer");
  const failure = status === 0 ? failureOf(error) : undefined;
  return {
    kind: "exchange",
    form: "HAR",
    from: 0,
    to: 0,
    request: {
      method,
      url,
      headers: isNamed || !page ? headers : [...headers, ["Referer", page]],
      body: hasBody ? "text" : "none",
      ...asker,
      ...(entry.type === "ping" && { credentials: "include" as const }),
    },
    ...(status > 0 && { response: { status, reason: statusText, headers: responseHeaders, body } }),
    ...(failure && { failure }),
  };
}

/** Whether a page asks another origin than its own. */
export function isCrossOrigin(entry: Entry): boolean {
  const origin =
    getHeader(entry.headers, "origin") ?? originOf(getHeader(entry.headers, "referer") || (entry.page ?? ""));
  return origin !== parse(entry.url)?.origin;
}
