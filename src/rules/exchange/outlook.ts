import { type Profile, standard } from "../engines/departures.ts";
import { decide } from "../request/preflight.ts";
import { readRequest } from "../request/readRequest.ts";
import { hostOf, isHttpScheme, parseUrl } from "../syntax/url.ts";
import type { CorsRequest, Decision } from "../types.ts";
import { addressSpaceOf, needsLocalNetworkPermission } from "./addressSpaces.ts";
import type { AddressSpace } from "./exchange.ts";
import { isTrustworthyOrigin } from "./mixedContent.ts";
import { beforeSending, sourceOf, stoppedAtSending, taintingOf } from "./sending.ts";
import type { End, Trace } from "./trace.ts";

/** What can be said of a request before any server has answered. */
export interface Outlook {
  decision: Decision;
  /** As far as it goes unanswered: it ends `refused`, `stopped` or `unanswered`. */
  trace: Trace;
  /** The space of the server's address where the user may have to permit the request first; `null` where that is not so or not known. */
  needsPermissionFor: AddressSpace | null;
  /** Whether the page is a secure context: only of one the user is asked for that permission. */
  isPageSecure: boolean;
}

/**
 * What can be said of a request before any server has answered: what the browser decides, and how far it gets.
 * A page whose host is a name is taken to be on the public internet.
 * @param rules a profile; by default the standard
 * @see https://wicg.github.io/local-network-access/#local-network-request
 */
export function foresee(request: CorsRequest, rules: Profile = standard): Outlook {
  const server = spaceOf(request.url);
  const page = spaceOf(request.origin) ?? "public";
  const read = readRequest(request, rules);
  const decision = decide(read, request.api, rules);
  return {
    decision,
    trace: { steps: [], end: endUnanswered(request, decision, rules) },
    needsPermissionFor: server && needsLocalNetworkPermission(page, server) ? server : null,
    isPageSecure: isTrustworthyOrigin(request.origin),
  };
}

/**
 * Where a request ends that nobody answers: as `judgeExchange` has it, without all that judges answers, which who
 * asks before there is one need not load.
 */
function endUnanswered(request: CorsRequest, decision: Decision, departures: Profile): End {
  const { outcome, reasons, preflightRequest: asks } = decision;
  if (outcome === "refused") return { kind: "refused", request, reasons };
  const stopped = beforeSending({ request }, departures, asks !== undefined);
  if (stopped) return stopped;
  if (asks) return { kind: "unanswered", at: "preflight", request, asks };
  const code = stoppedAtSending({ request }, departures);
  if (code) return { kind: "stopped", request, code };
  const from = sourceOf({ request }, decision);
  return { kind: "unanswered", at: "response", request, tainting: taintingOf(decision), from };
}

/** @param url absolute; an origin is one, too */
function spaceOf(url: string): AddressSpace | null {
  const parsed = parseUrl(url);
  return parsed && isHttpScheme(parsed) ? addressSpaceOf(hostOf(parsed.origin)) : null;
}
