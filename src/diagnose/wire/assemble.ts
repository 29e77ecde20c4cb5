import { type CorsResponse, corsRefusals, decidePreflight, getHeader, type HeaderLine } from "../../rules/index.ts";
import type { PartialExchange, PartialResponse } from "../types.ts";
import { unsafeValueOf } from "../unsafeValues.ts";
import { complete } from "./complete.ts";
import { authorHeaders, keptHeaders, keptUrl } from "./kept.ts";
import type { Hop, SeenResponse } from "./message.ts";
import { locationOf, originIn, parse } from "./urls.ts";

/** Hops that belong together. */
export interface Group {
  exchange: PartialExchange;
  hops: Hop[];
}

/** Puts together what belongs to one exchange: an OPTIONS and its request, redirects, a second try. */
export function assemble(hops: readonly Hop[]): Group[] {
  const groups: Group[] = [];
  const used = new Set<Hop>();
  for (const [index, hop] of hops.entries()) {
    if (used.has(hop)) continue;
    used.add(hop);
    const others = hops.slice(index + 1, index + 1 + REACH).filter((other) => !used.has(other));
    const split = splitCopy(hop, others);
    if (split) {
      for (const each of split.hops) used.add(each);
      groups.push(split);
    } else groups.push(isOptions(hop) ? fromPreflight(hop, others, used) : fromActual(hop, others, used));
  }
  return groups;
}

/** How many hops further what belongs together may stand. */
const REACH = 8;

function fromPreflight(hop: Hop, others: readonly Hop[], used: Set<Hop>): Group {
  const take = (taken: Hop | undefined) => {
    if (taken) used.add(taken);
    return taken;
  };
  const probe = take(others.find((other) => probeOf(hop, other) !== null));
  const isFirst = !probe || isBrowsers(hop, probe);
  const preflight = isFirst ? hop : probe;
  const followed = others.find((other) => !used.has(other) && leadsTo(hop, other));
  // A browser follows no redirect of a preflight: what curl -L was led to says nothing.
  take(followed);
  const actual = take(others.find((other) => !used.has(other) && isActualOf(hop, other)));
  const chain = actual ? redirectsFrom(actual, others, used) : [];
  const exchange = exchangeOf({ preflight, ...(actual && { actual }), chain });
  if (probe) addProbe(exchange, preflight, isFirst ? probe : hop);
  return { exchange, hops: [hop, ...[probe, followed, actual].flatMap((each) => each ?? []), ...hopsOf(chain)] };
}

function hopsOf(chain: readonly Chained[]): Hop[] {
  return chain.flatMap(({ preflight, actual }) => [preflight, actual].flatMap((each) => each ?? []));
}

function fromActual(hop: Hop, others: readonly Hop[], used: Set<Hop>): Group {
  const chain = redirectsFrom(hop, others, used);
  const preflight = others.find((other) => !used.has(other) && isOptions(other) && isActualOf(other, hop));
  if (preflight) used.add(preflight);
  return {
    exchange: exchangeOf({ ...(preflight && { preflight }), actual: hop, chain }),
    hops: [hop, ...(preflight ? [preflight] : []), ...hopsOf(chain)],
  };
}

/** A copied request with answers below it: which of them is the preflight's, nobody says. */
function splitCopy(hop: Hop, [next]: readonly Hop[]): Group | null {
  const { request, response, copy } = hop;
  if (!copy || !request || !response || !needsPreflight(hop)) return null;
  const isFollowed = next?.response !== undefined && !next.request;
  if (!isFollowed && !looksLikePreflightAnswer(response) && !isProvisional(hop)) return null;
  const { response: _, ...asking } = hop;
  const actual: Hop = isFollowed ? { ...asking, response: next.response as SeenResponse } : asking;
  const { request: __, ...answering } = hop;
  return { exchange: exchangeOf({ preflight: answering, actual }), hops: isFollowed ? [hop, next] : [hop] };
}

function needsPreflight(hop: Hop): boolean {
  const { exchange } = complete(exchangeOf({ actual: hop }), "same-origin");
  return decidePreflight(exchange.request).outcome === "preflight";
}

/** Chromium knows of a request that it never sent only the headers that the page set. */
function isProvisional({ request, engine }: Hop): boolean {
  const has = (name: string) => getHeader(request?.headers ?? [], name) !== null;
  return engine !== "firefox" && !has("accept") && !has("accept-language") && !has("sec-fetch-mode");
}

export function isOptions({ request, response, answers }: Hop): boolean {
  const method = request?.method || answers;
  if (method) return method.toUpperCase() === "OPTIONS";
  if (request && getHeader(request.headers, "access-control-request-method") !== null) return true;
  return response !== undefined && !request?.method && looksLikePreflightAnswer(response);
}

/** Of an answer alone: only one to OPTIONS says which methods and headers are allowed, or has no content. */
function looksLikePreflightAnswer({ status, headers }: SeenResponse): boolean {
  const has = (name: string) => getHeader(headers, name) !== null;
  if (has("access-control-allow-methods") || has("access-control-allow-headers") || has("access-control-max-age")) {
    return !has("content-type") || status === 204 || has("access-control-max-age");
  }
  return status === 204;
}

function askedMethod(hop: Hop): string | null {
  return hop.request ? getHeader(hop.request.headers, "access-control-request-method") : null;
}

function isActualOf(preflight: Hop, actual: Hop): boolean {
  if (isOptions(actual)) return false;
  const asked = askedMethod(preflight);
  const method = actual.request?.method || actual.answers;
  if (asked && method && asked.toUpperCase() !== method.toUpperCase()) return false;
  return isSameUrl(preflight, actual);
}

function isSameUrl(a: Hop, b: Hop): boolean {
  const [one, other] = [a.request?.url, b.request?.url];
  return !one || !other || parse(one)?.href === parse(other)?.href;
}

type Probe = NonNullable<PartialExchange["probe"]>["asks"];

/** What sets a second OPTIONS apart that a browser never sends: the names in another case, nothing that needs asking, no Origin. */
function probeOf(first: Hop, second: Hop): Probe | null {
  if (!isOptions(second) || !first.request || !second.request || !first.response || !second.response) return null;
  if (!isSameUrl(first, second)) return null;
  const [origin, otherOrigin] = [first.request, second.request].map(({ headers }) => getHeader(headers, "origin"));
  if (origin !== otherOrigin) return origin === null || otherOrigin === null ? "without-origin" : null;
  const [names, otherNames] = [askedHeaders(first), askedHeaders(second)];
  const isSameMethod = askedMethod(first) === askedMethod(second);
  if (isSameMethod && names !== otherNames && names.toLowerCase() === otherNames.toLowerCase()) {
    return "names-as-written";
  }
  return isPlainGet(first) !== isPlainGet(second) ? "plain-get" : null;
}

/** Whether the first of two is the one that a browser would send. */
function isBrowsers(first: Hop, second: Hop): boolean {
  switch (probeOf(first, second)) {
    case "names-as-written":
      return askedHeaders(first) === askedHeaders(first).toLowerCase();
    case "plain-get":
      return !isPlainGet(first);
    default:
      return getHeader(first.request?.headers ?? [], "origin") !== null;
  }
}

/** The names that an OPTIONS asks for, sorted as browsers do it. */
function askedHeaders({ request }: Hop): string {
  const names = request ? (getHeader(request.headers, "access-control-request-headers") ?? "") : "";
  const list = names.split(",").map((name) => name.trim());
  return list.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join(",");
}

function addProbe(exchange: PartialExchange, preflight: Hop, probe: Hop): void {
  const asks = probeOf(preflight, probe);
  if (!asks || probe.response?.status == null) return;
  exchange.probe = { asks, response: whole(probe.response) };
  if (asks === "names-as-written" && exchange.request.headers) exchange.request.headers = listed(askedHeaders(probe));
}

function isPlainGet(hop: Hop): boolean {
  const method = askedMethod(hop);
  return (method === null || method === "GET") && askedHeaders(hop) === "";
}

function leadsTo(hop: Hop, next: Hop): boolean {
  const location = locationOf(hop);
  return location !== null && (!next.request?.url || parse(next.request.url)?.href === location);
}

function redirectsFrom(hop: Hop, others: readonly Hop[], used: Set<Hop>): Chained[] {
  const chain: Chained[] = [];
  let last: Hop | undefined = hop;
  while (last) {
    const from: Hop = last;
    const targets = others.filter((other) => !used.has(other) && leadsTo(from, other));
    const preflight = targets.find(isOptions);
    const actual = targets.find((target) => !isOptions(target));
    if (preflight || actual) chain.push({ ...(preflight && { preflight }), ...(actual && { actual }) });
    for (const target of [preflight, actual]) if (target) used.add(target);
    last = actual;
  }
  return chain;
}

/** The hop to which a redirect led. */
export interface Chained {
  preflight?: Hop;
  actual?: Hop;
}

interface Parts {
  preflight?: Hop;
  actual?: Hop;
  chain?: readonly Chained[];
}

/** What hops that belong together say of their exchange. */
export function exchangeOf({ preflight, actual, chain = [] }: Parts): PartialExchange {
  const hop = actual ?? preflight;
  const seen = [actual, preflight].flatMap((each) => (each?.request ? [each.request] : []));
  const request: PartialExchange["request"] = {};
  const exchange: PartialExchange = { request };
  const origin = seen.map(({ headers }) => originIn(headers)).find((each) => each !== undefined);
  if (origin) request.origin = origin;
  const url = seen.find((each) => each.url)?.url;
  if (url) request.url = keptUrl(url);
  const asking = preflight?.request;
  if (actual?.request) {
    const { method, headers, body, credentials, mode, api, uploadListener = false } = actual.request;
    if (method) request.method = method;
    request.headers = authorHeaders(headers);
    for (const [name, value] of listed(
      asking ? (getHeader(asking.headers, "access-control-request-headers") ?? "") : "",
    )) {
      if (getHeader(request.headers, name) === null) request.headers = [...request.headers, [name, value]];
    }
    Object.assign(request, { body: body ?? "none", uploadListener, mode: mode ?? "cors", api: api ?? "fetch" });
    // These send no header that somebody set.
    if (api === "element" || api === "eventsource") request.headers = [];
    if (credentials) request.credentials = credentials;
    else if (getHeader(headers, "cookie") !== null) request.credentials = "include";
  } else if (asking) {
    const method = getHeader(asking.headers, "access-control-request-method");
    const names = getHeader(asking.headers, "access-control-request-headers");
    if (method) request.method = method;
    if (method || names) request.headers = listed(names ?? "");
    if (method) Object.assign(request, { body: "none", uploadListener: false, mode: "cors", api: "fetch" });
    if (getHeader(asking.headers, "cookie") !== null) request.credentials = "include";
  }
  if (!request.method && actual?.answers) request.method = actual.answers;
  if (preflight?.response) exchange.preflight = kept(preflight.response);
  if (actual?.response) exchange.response = kept(actual.response);
  if (chain.length > 0) {
    exchange.redirects = chain.map((each) => ({
      ...(each.preflight?.response && { preflight: whole(each.preflight.response) }),
      ...(each.actual?.response && { response: whole(each.actual.response) }),
    }));
  }
  const failure = hop?.failure ?? preflight?.failure;
  if (failure) exchange.unreachable = failure;
  const isOriginSent = seen.some(({ headers }) => getHeader(headers, "origin") !== null);
  // A browser's menu leaves Origin out.
  const isTold = seen.length > 0 && !actual?.copy && !preflight?.copy;
  exchange.seen = {
    ...(isTold && { origin: isOriginSent }),
    ...(seen.some(({ headers }) => /^basic\b/i.test(getHeader(headers, "authorization") ?? "")) && { basic: true }),
    ...(actual?.copy === "menu" && !actual.response && !origin && isProvisional(actual) && { isUnsent: true }),
  };
  return exchange;
}

function listed(names: string): HeaderLine[] {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name): HeaderLine => [name, unsafeValueOf(name)]);
}

function whole(response: SeenResponse): CorsResponse {
  const { status, headers } = response;
  const body = bodyOf(response);
  return { status: status ?? 200, headers: keptHeaders(headers), ...(body !== "" && { body }) };
}

function kept(response: SeenResponse): PartialResponse {
  const { status, ...rest } = whole(response);
  return { ...rest, ...(response.status !== null && { status }) };
}

/** A body's beginning: as it was seen or, where a recorder keeps none of an answer to OPTIONS, as its length and its headers tell. */
function bodyOf({ status, reason = "", headers, body }: SeenResponse): string {
  if (body.trim() !== "") return body;
  // Vert.x says it beside the status.
  if (/\bCORS\b/i.test(reason)) return reason;
  if (!/\borigin\b/i.test(getHeader(headers, "vary") ?? "")) return "";
  const length = getHeader(headers, "content-length");
  const isPlain = status === 400 && length === null && /^text\/plain/.test(getHeader(headers, "content-type") ?? "");
  const refused = corsRefusals.filter((refusal) => refusal.status === status);
  return (isPlain ? refused[0] : refused.find(({ says }) => String(says.length) === length))?.says ?? "";
}
