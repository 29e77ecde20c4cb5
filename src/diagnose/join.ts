import { findingOfMessage } from "./console/findingOfMessage.ts";
import type { Message } from "./console/types.ts";
import type { Certainty, Finding, Known, PartialExchange } from "./types.ts";
import { findingOf, type WireExchange } from "./wire/index.ts";

/** What a console said and what was on the wire, as far as they are about the same. */
export interface Pairs {
  together: { message: Message; seen: WireExchange }[];
  messages: Message[];
  exchanges: WireExchange[];
}

/** Puts messages to the exchanges that they are about: those to the same URL, to the same server, or the only ones. */
export function pairs(messages: readonly Message[], exchanges: readonly WireExchange[]): Pairs {
  const byUrl = new Map<string, WireExchange>();
  const byServer = new Map<string, WireExchange>();
  for (const each of exchanges) {
    const { url } = each.exchange.request;
    if (url === undefined) continue;
    if (!byUrl.has(plainUrl(url))) byUrl.set(plainUrl(url), each);
    if (!byServer.has(serverOf(url))) byServer.set(serverOf(url), each);
  }
  const [only, ...others] = exchanges;
  const taken = new Set<WireExchange>();
  const together: Pairs["together"] = [];
  const alone: Message[] = [];
  for (const message of messages) {
    const { url } = message;
    const isOnly = only && others.length === 0 && (url === undefined || only.exchange.request.url === undefined);
    const seen = url === undefined ? undefined : (byUrl.get(plainUrl(url)) ?? byServer.get(serverOf(url)));
    const match = seen ?? (isOnly ? only : undefined);
    if (match && !taken.has(match)) {
      taken.add(match);
      together.push({ message, seen: match });
    } else alone.push(message);
  }
  return { together, messages: alone, exchanges: exchanges.filter((each) => !taken.has(each)) };
}

function plainUrl(url: string): string {
  return url.replace(/[?#][\s\S]*$/, "").replace(/\/$/, "");
}

/** A URL up to its path, whatever its scheme. */
function serverOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
}

/** What a message and an exchange say together: the message names what failed, the exchange what the server answered. */
export function joined(message: Message, exchange: PartialExchange, known: Known): Omit<Finding, "pieces"> {
  const { request, preflight, response } = exchange;
  const ofMessage = findingOfMessage(
    { ...message, ...(request.method && !message.method && { method: request.method }) },
    {
      ...(preflight?.status !== undefined && { preflightStatus: preflight.status }),
      ...(response?.status !== undefined && { status: response.status }),
      ...(request.credentials && { credentials: request.credentials }),
      ...known,
    },
  );
  const whole = { ...exchange, request: { ...definedOf(message), ...request } };
  const ofExchange = findingOf(whole, known);
  if (ofMessage.notCors && ofMessage.notCors !== "says-nothing") return { ...ofMessage, exchange: whole };
  if (ofExchange.notCors) return ofExchange;
  const agreed = ofExchange.causes.filter(({ id }) => ofMessage.causes.some((cause) => cause.id === id));
  const asks = [
    ...ofExchange.asks,
    ...ofMessage.asks.filter(({ id }) => !ofExchange.asks.some((ask) => ask.id === id)),
  ];
  if (agreed.length > 0) {
    return { ...ofExchange, causes: agreed.map((cause) => surer(cause, ofMessage)), asks: ofExchange.asks };
  }
  // What was seen counts for more than what a message may mean, but for one that passes and yet failed.
  if (ofExchange.causes.length > 0 && (preflight || response)) return ofExchange;
  return ofMessage.causes.length > 0 ? { ...ofMessage, asks, exchange: whole } : { ...ofExchange, asks };
}

/** What a message adds to a request. */
function definedOf({ url, origin, method }: Message): PartialExchange["request"] {
  return { ...(url && { url }), ...(origin && { origin }), ...(method && { method }) };
}

const sureness: readonly Certainty[] = ["possible", "likely", "certain"];

function surer(cause: Finding["causes"][number], { causes }: Pick<Finding, "causes">): Finding["causes"][number] {
  const other = causes.find(({ id }) => id === cause.id)?.certainty ?? "possible";
  return sureness.indexOf(other) > sureness.indexOf(cause.certainty) ? { ...cause, certainty: other } : cause;
}
