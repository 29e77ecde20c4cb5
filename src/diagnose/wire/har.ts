import { getHeader, isRedirectStatus } from "../../rules/index.ts";
import type { Evidence, PartialExchange } from "../types.ts";
import { type Chained, exchangeOf } from "./assemble.ts";
import { askerOf, type Entry, entriesOf, hopOf, isCrossOrigin, isPreflightEntry, type Recorder } from "./harEntry.ts";
import { nearestPairs } from "./pairs.ts";
import { locationOf } from "./urls.ts";

/** An exchange of a HAR, with the indexes of its entries in `log.entries`. */
export interface HarExchange {
  exchange: PartialExchange;
  entries: number[];
}

/**
 * The exchanges of a HAR between scripts or elements and other origins, and those of scripts with
 * their own, in the order in which they began.
 * @param har what `JSON.parse` made of it; may be anything
 * @returns `null` where it is no HAR
 */
export function readHar(har: unknown): HarExchange[] | null {
  const read = entriesOf(har);
  if (!read) return null;
  const { entries, recorder } = read;
  const preflights = entries.filter(isPreflightEntry);
  const actuals = entries
    .filter((entry) => !isPreflightEntry(entry))
    .sort((a, b) => a.startedAt - b.startedAt || a.index - b.index);
  const preflightOf = pairPreflights(preflights, actuals);
  const followed = new Set<Entry>();
  const next = redirectTargets(actuals);
  const exchanges: (HarExchange & { at: number })[] = [];
  for (const entry of actuals) {
    if (followed.has(entry)) continue;
    const chain: Entry[] = [];
    for (let last = next.get(entry); last && !followed.has(last) && chain.length < 21; last = next.get(last)) {
      followed.add(last);
      chain.push(last);
    }
    const exchange = exchangeOfEntries(entry, chain, preflightOf, recorder);
    if (exchange) exchanges.push({ ...exchange, at: entry.startedAt });
  }
  const paired = new Set(preflightOf.values());
  for (const entry of preflights) {
    if (paired.has(entry)) continue;
    const exchange = exchangeOf({ preflight: hopOf(entry) });
    exchange.seen = {};
    exchanges.push({ exchange, entries: [entry.index], at: entry.startedAt });
  }
  return exchanges.sort((a, b) => a.at - b.at).map(({ at: _, ...exchange }) => exchange);
}

/** Which OPTIONS was sent for which request: of the same URL and method, the nearest in time. Some recorders list it before, some behind. */
function pairPreflights(preflights: readonly Entry[], actuals: readonly Entry[]): Map<Entry, Entry> {
  const asked = (entry: Entry) => getHeader(entry.headers, "access-control-request-method") ?? "";
  const keys = new Set(preflights.map((entry) => `${asked(entry)} ${entry.url}`));
  return nearestPairs(
    actuals.filter((entry) => keys.has(`${entry.method} ${entry.url}`)),
    preflights,
    ({ method, url }) => `${method} ${url}`,
    (entry) => `${asked(entry)} ${entry.url}`,
  );
}

/** Which entry a redirect led to: a recorder lists each hop. */
function redirectTargets(actuals: readonly Entry[]): Map<Entry, Entry> {
  const targets = new Map<Entry, Entry>();
  const redirects = new Map<string, Entry[]>();
  for (const entry of actuals) {
    const open = redirects.get(entry.url);
    // The oldest one that still leads here; it began before.
    const from = open?.shift();
    if (from) targets.set(from, entry);
    const location = isRedirectStatus(entry.status) ? locationOf(hopOf(entry)) : null;
    if (location === null) continue;
    const waiting = redirects.get(location);
    if (waiting) waiting.push(entry);
    else redirects.set(location, [entry]);
  }
  return targets;
}

function exchangeOfEntries(
  entry: Entry,
  chain: readonly Entry[],
  preflightOf: ReadonlyMap<Entry, Entry>,
  recorder: Recorder,
): HarExchange | null {
  if (isRefusedWebSocket(entry)) return { exchange: ofWebSocket(entry), entries: [entry.index] };
  const preflight = preflightOf.get(entry);
  const asker = askerOf(entry);
  if (!asker && !preflight) return null;
  const isScripts = asker?.api !== "element";
  if (asker?.mode === "no-cors" && (!isScripts || entry.type === "ping") && !isBlocked(entry)) return null;
  if (![entry, ...chain].some(isCrossOrigin) && (!isScripts || entry.status === 0)) return null;
  const chained = chain.map((each): Chained => {
    const own = preflightOf.get(each);
    return { actual: hopOf(each), ...(own && { preflight: hopOf(own) }) };
  });
  const exchange = exchangeOf({
    ...(preflight && { preflight: hopOf(preflight) }),
    actual: hopOf(entry),
    chain: chained,
  });
  const last = chain.at(-1) ?? entry;
  exchange.seen = evidenceOf(last, recorder);
  if (preflight && asksForNothing(preflight)) Object.assign(exchange.request, flagOf(entry));
  // Chromium shows nothing of the redirect that it refused to follow.
  if (preflight?.error === "ERR_INVALID_REDIRECT" && preflight.status === 0) {
    exchange.preflight = { status: 307, headers: [["Location", "/"]] };
  }
  const hops = [
    entry,
    ...(preflight ? [preflight] : []),
    ...chain,
    ...chain.flatMap((each) => preflightOf.get(each) ?? []),
  ];
  return { exchange, entries: hops.map(({ index }) => index) };
}

/** What became of an entry, as far as its recorder tells. */
function evidenceOf({ status, error }: Entry, recorder: Recorder): Evidence {
  // A browser that throws away an opaque answer unread calls that aborted, too.
  const isThrownAway = /^(?:ERR_ABORTED|ERR_BLOCKED_BY_ORB)$/.test(error) && status > 0;
  const isTold = recorder === "chromium" || recorder === "playwright";
  const isLast = !isRedirectStatus(status);
  const isFailed = status === 0 || (error !== "" && !isThrownAway);
  const outcome = isFailed ? "failed" : isTold && error === "" && isLast ? "delivered" : undefined;
  return {
    recorder,
    ...(outcome && { outcome }),
    ...(error !== "" && { error }),
    ...(status > 0 && { isSent: true }),
  };
}

/** What a browser does not even send, or throws away because an element asked for it. */
function isBlocked({ error, url, page, status }: Entry): boolean {
  const isMixed = status === 0 && error === "" && url.startsWith("http:") && page?.startsWith("https:") === true;
  return isMixed || /BLOCKED/.test(error);
}

/** What makes a browser ask first for a request that needs it by nothing else: a listener of XHR's, a stream of fetch()'s. */
function flagOf({ type }: Entry): PartialExchange["request"] {
  return type === "fetch" ? { api: "fetch", body: "stream" } : { api: "xhr", uploadListener: true };
}

/** A preflight that asks for no header and a method that needs none. */
function asksForNothing({ headers }: Entry): boolean {
  const method = getHeader(headers, "access-control-request-method") ?? "";
  return method === "POST" && getHeader(headers, "access-control-request-headers") === null;
}

function isRefusedWebSocket({ type, url, status }: Entry): boolean {
  return (type === "websocket" || /^wss?:/.test(url)) && status === 403;
}

function ofWebSocket(entry: Entry): PartialExchange {
  return { ...exchangeOf({ actual: hopOf(entry) }), seen: { isWebSocket: true } };
}
