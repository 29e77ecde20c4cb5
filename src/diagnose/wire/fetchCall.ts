import type { BodyKind, CredentialsMode, HeaderLine, RequestMode } from "../../rules/index.ts";
import { engineOf } from "./curl.ts";
import type { TextLine } from "./lines.ts";
import { type Literal, Literals } from "./literals.ts";
import type { Command, SeenRequest } from "./message.ts";
import { isRelative } from "./urls.ts";

const VERBS = "get|post|put|patch|delete|head|options|request|create";
const CALL = new RegExp(
  `(?<![\\w.$])(?:(?:window|globalThis|self)\\.)?(?:(\\$?fetch|ofetch|axios|ky|got|(?:\\$|jQuery)\\.ajax)|(?:axios|api|http|client|instance|\\$http|this\\.http|this\\.\\$axios|ky)\\.(${VERBS}))\\s*(?:<[^>()]{0,80}>)?\\(`,
);

/** Reads a call that asks a server: as DevTools copies it, or of somebody's own source code. */
export function readFetch(text: string, line: TextLine): Command | null {
  const match = CALL.exec(line.text.slice(0, 2000));
  if (!match) return null;
  const literals = new Literals(text, line.from + match.index + match[0].length);
  const args = literals.readArguments();
  const to = Math.min(literals.at, text.length);
  const name = match[1] ?? "axios";
  const isFetch = /fetch$/.test(name);
  const { url, init, data } = partsOf(args, match[2]);
  if (typeof url !== "string") return { requests: [], form: "", to };
  if (!(init.get("headers") instanceof Map)) takeHeadersAbove(text, line.from, init);
  const request = requestOf(url, init);
  if (match[2] && !/^(?:request|create)$/.test(match[2])) request.method = match[2].toUpperCase();
  if (isFetch && isCopy(text.slice(line.from, to), init)) return copied(request, init, to);
  if (isFetch) ofFetch(request, init);
  else ofLibrary(request, init, data);
  return { requests: [request], form: isFetch ? "fetch()" : `${name}()`, copy: "source", to };
}

/** What a call is given: `fetch(url, init)`, `axios(config)`, `axios.post(url, data, config)`. */
function partsOf([first, second, third]: readonly Literal[], verb: string | undefined) {
  const isConfig = first instanceof Map;
  const hasData = verb !== undefined && /^(?:post|put|patch)$/.test(verb);
  const config = isConfig ? first : hasData ? third : second;
  const init = config instanceof Map ? config : new Map<string, Literal>();
  return {
    url: isConfig ? (first.get("url") ?? first.get("baseURL")) : first,
    init,
    data: hasData && !isConfig ? second : init.get("data"),
  };
}

/** How far above a call the headers stand that it names. */
const ABOVE = 1500;
const HEADERS = /\bheaders\s*[:=]\s*(?:new (?:Http)?Headers\(\s*)?(?=\{)/gi;

/** Headers that source code has put together before it calls. */
function takeHeadersAbove(text: string, from: number, init: Map<string, Literal>): void {
  if (!init.has("headers")) return;
  const above = text.slice(Math.max(0, from - ABOVE), from);
  const last = [...above.matchAll(HEADERS)].at(-1);
  if (!last) return;
  const [headers] = new Literals(`${above.slice(last.index + last[0].length)})`, 0).readArguments();
  if (headers instanceof Map) init.set("headers", headers);
}

function requestOf(url: string, init: Map<string, Literal>): SeenRequest {
  const method = init.get("method") ?? init.get("type");
  const body = init.get("body");
  return {
    method: typeof method === "string" ? method : "GET",
    url: isRelative(url) ? null : url,
    headers: headersOf(init.get("headers")),
    body: init.has("body") && body !== null ? bodyOf(body) : "none",
  };
}

function headersOf(headers: Literal): HeaderLine[] {
  if (!(headers instanceof Map)) return [];
  return [...headers].map(([name, value]): HeaderLine => [name, typeof value === "string" ? value : "…"]);
}

function bodyOf(body: Literal): BodyKind {
  return typeof body === "string" ? "text" : "bytes";
}

/** DevTools writes JSON, and `body` and `method` whether they say anything or not. */
function isCopy(call: string, init: Map<string, Literal>): boolean {
  const isJson = /"(?:headers|credentials|method)": /.test(call);
  return isJson && (init.has("referrer") || init.has("body") || init.has("mode"));
}

/**
 * A request as a menu of DevTools copies it. Its mode is always `cors`, and its credentials are no
 * mode: Chrome says `include` where a cookie went along, Firefox also where there is Authorization.
 */
function copied(request: SeenRequest, init: Map<string, Literal>, to: number): Command {
  const referrer = init.get("referrer");
  if (typeof referrer === "string" && referrer !== "") request.headers.push(["Referer", referrer]);
  const headerOf = (name: string) => request.headers.find(([each]) => each.toLowerCase() === name)?.[1];
  const isCookied = init.get("credentials") === "include" && headerOf("authorization") === undefined;
  if (headerOf("cookie") !== undefined || isCookied) request.credentials = "include";
  const isNode = !init.has("mode") && !init.has("referrer");
  const engine = engineOf(headerOf("user-agent") ?? "");
  return {
    requests: [request],
    form: isNode ? "Copy as fetch (Node.js)" : "Copy as fetch",
    ...(engine && { engine }),
    copy: "menu",
    to,
  };
}

const MODES: readonly unknown[] = ["cors", "no-cors", "same-origin"] satisfies RequestMode[];
const CREDENTIALS: readonly unknown[] = ["omit", "same-origin", "include"] satisfies CredentialsMode[];

/** The author's own call of `fetch()`: what it does not say is the default. */
function ofFetch(request: SeenRequest, init: Map<string, Literal>): void {
  const mode = init.get("mode");
  if (MODES.includes(mode)) request.mode = mode as RequestMode;
  const credentials = init.get("credentials");
  if (CREDENTIALS.includes(credentials)) request.credentials = credentials as CredentialsMode;
  else if (!init.has("credentials")) request.credentials = "same-origin";
}

/** A call of a library that sends objects as JSON. */
function ofLibrary(request: SeenRequest, init: Map<string, Literal>, data: Literal): void {
  request.api = "xhr";
  const field = init.get("xhrFields");
  const own = init.get("withCredentials") ?? (field instanceof Map ? field.get("withCredentials") : undefined);
  if (own !== undefined || !init.has("withCredentials")) request.credentials = own === true ? "include" : "same-origin";
  if (data === undefined || data === null) return;
  request.body = "text";
  const type = init.get("contentType");
  const hasType = request.headers.some(([name]) => /^content-type$/i.test(name));
  if (typeof type === "string") request.headers.push(["Content-Type", type]);
  else if (data instanceof Map && !hasType && !init.has("type")) {
    request.headers.push(["Content-Type", "application/json"]);
  }
}
