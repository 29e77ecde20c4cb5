import { type Profile, standard } from "../engines/departures.ts";
import { decidePreflight } from "../request/preflight.ts";
import { hostOf, isHttpScheme, parseUrl } from "../syntax/url.ts";
import type { CorsRequest, Decision } from "../types.ts";
import { addressSpaceOf, needsLocalNetworkPermission } from "./addressSpaces.ts";
import type { AddressSpace } from "./exchange.ts";
import { judgeExchange } from "./judge.ts";
import type { Trace } from "./trace.ts";

/** What can be said of a request before any server has answered. */
export interface Outlook {
  decision: Decision;
  /** As far as it goes unanswered: it ends `refused`, `stopped` or `unanswered`. */
  trace: Trace;
  /** The space of the server's address where the user may have to permit the request first; `null` where that is not so or not known. */
  needsPermissionFor: AddressSpace | null;
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
  return {
    decision: decidePreflight(request, rules),
    trace: judgeExchange({ request }, rules),
    needsPermissionFor: server && needsLocalNetworkPermission(page, server) ? server : null,
  };
}

/** @param url absolute; an origin is one, too */
function spaceOf(url: string): AddressSpace | null {
  const parsed = parseUrl(url);
  return parsed && isHttpScheme(parsed) ? addressSpaceOf(hostOf(parsed.origin)) : null;
}
