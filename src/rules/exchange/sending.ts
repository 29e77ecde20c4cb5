import type { Departures } from "../engines/departures.ts";
import type { Decision } from "../types.ts";
import { needsLocalNetworkPermission } from "./addressSpaces.ts";
import type { Exchange } from "./exchange.ts";
import { isMixedContent, isTrustworthyOrigin } from "./mixedContent.ts";
import { protocolOf } from "./protocol.ts";
import type { End, StopCode, Tainting } from "./trace.ts";

/** What ends an exchange before a server is asked anything. */
export function beforeSending(
  exchange: Exchange,
  departures: Departures,
  isPreflighted: boolean,
  page: string = exchange.request.origin,
): End | undefined {
  const { request, unreachable, serviceWorker } = exchange;
  const stopped = (code: StopCode): End => ({ kind: "stopped", request, code });
  const spaces = departures.ignoresAddressSpaces ? undefined : exchange.addressSpaces;
  const target = targetOf(exchange, departures);
  const isExempt = target === "local" || target === "loopback";
  if (!isExempt && isMixedContent(page, request.url, departures)) return stopped("mixed-content");
  if (serviceWorker === "answers-opaque" && request.mode === "cors") {
    return { kind: "worker", request, gave: "opaque-response" };
  }
  if (serviceWorker === "answers") return { kind: "worker", request, gave: "response" };
  if (exchange.stored) return undefined;
  const isLetThrough = isPreflighted && departures.ignoresTargetAddressSpace === "in-preflights";
  if (!isLetThrough && missesTarget(exchange, departures)) return stopped("local-network-target-mismatch");
  if (spaces && needsLocalNetworkPermission(spaces.page, spaces.server)) {
    if (!isTrustworthyOrigin(page)) return stopped("local-network-insecure-page");
    if (spaces.permission === "denied") return stopped("local-network");
  }
  return unreachable && stopped(unreachable);
}

/** What ends an exchange where the actual request is sent, and no server has answered it. */
export function stoppedAtSending(exchange: Exchange, departures: Departures): StopCode | undefined {
  if (missesTarget(exchange, departures)) return "local-network-target-mismatch";
  const { body } = exchange.request;
  // A stream over HTTP/1.1: HTTP-network fetch, step 6.
  if (body === "stream" && !departures.streamsAsText && protocolOf(exchange) === "HTTP/1.1") return "http2-needed";
  return undefined;
}

/** Where a script says that the server is, by an option of `fetch()`. */
function targetOf({ addressSpaces }: Exchange, { ignoresAddressSpaces, ignoresTargetAddressSpace }: Departures) {
  return ignoresAddressSpaces || ignoresTargetAddressSpace === "always" ? undefined : addressSpaces?.target;
}

/** Whether the server is in another address space than the script says. @see https://wicg.github.io/local-network-access/#fetch-api */
function missesTarget(exchange: Exchange, departures: Departures): boolean {
  const target = targetOf(exchange, departures);
  return target !== undefined && target !== exchange.addressSpaces?.server;
}

/** What an earlier hop tainted stays so: a request that a redirect brings back to its page has lost its origin. */
export function taintingOf({ outcome }: Decision): Tainting {
  if (outcome === "same-origin") return "basic";
  return outcome === "opaque" ? "opaque" : "cors";
}

export function sourceOf({ stored }: Exchange, { reasons }: Decision): "network" | "http-cache" | "data-url" {
  if (stored) return "http-cache";
  return reasons.some(({ code }) => code === "data-url") ? "data-url" : "network";
}
