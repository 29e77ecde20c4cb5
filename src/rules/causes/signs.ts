import type { Exchange } from "../exchange/exchange.ts";
import type { Blocked, Trace } from "../exchange/trace.ts";
import { isOkStatus, isRedirect } from "../response/responses.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { getHeader } from "../syntax/headerLines.ts";
import type { FailureCode } from "../types.ts";
import { isOfRefusal, refusedByCorsLayer } from "./refusals.ts";

/** The answer that fails, where no redirect has led to it: what redirects lead to is a cause of its own. */
export function blockedAtOnce({ steps, end }: Trace): Blocked | null {
  return end.kind === "blocked" && !steps.some(({ kind }) => kind === "redirected") ? end : null;
}

type BlockedPreflight = Extract<Blocked, { at: "preflight" }>;
type BlockedResponse = Extract<Blocked, { at: "response" }>;

/** The preflight's answer, where that fails. */
export function blockedPreflight(trace: Trace): BlockedPreflight | null {
  const blocked = blockedAtOnce(trace);
  return blocked?.at === "preflight" ? blocked : null;
}

/** The actual answer, where that fails. */
export function blockedResponse(trace: Trace): BlockedResponse | null {
  const blocked = blockedAtOnce(trace);
  return blocked?.at === "response" ? blocked : null;
}

/**
 * The status for which a preflight failed; 200 where it did not, or there was none, or a CORS layer
 * refused with it.
 */
export function failedStatus(trace: Trace, exchange: Exchange): number {
  return blockedByCorsLayer(trace, exchange) ? 200 : (blockedPreflight(trace)?.response.status ?? 200);
}

/**
 * The preflight's answer, where that fails and a CORS layer may have given it: its status is ok, or
 * the layer refused, and then only what it refused counts. What a 404 or a redirect lacks besides is
 * not a fault of its own.
 */
export function blockedByCorsLayer(trace: Trace, exchange: Exchange): BlockedPreflight | null {
  const blocked = blockedPreflight(trace);
  if (!blocked || isOkStatus(blocked.response.status)) return blocked;
  const refuses = refusedByCorsLayer(blocked.response, exchange);
  const failures = refuses ? blocked.failures.filter(({ code }) => isOfRefusal(code, refuses)) : [];
  return failures.length > 0 ? { ...blocked, failures } : null;
}

/** Whether an answer fails, and for this. */
export function hasFailure(blocked: Blocked | null, code: FailureCode): boolean {
  return blocked?.failures.some((failure) => failure.code === code) ?? false;
}

/** Whether a list holds `*` for a request with credentials, where it is a name like any other. */
export function listsWildcardUnderCredentials({ request }: Exchange, list: string | undefined): boolean {
  return request.credentials === "include" && (list ?? "").split(",").some((item) => item.trim() === "*");
}

/**
 * Whether the actual answer fails because a cache had stored it for another origin: a shared one,
 * which says so by `Age`, or the browser's own; and nothing told the cache to keep the origins apart.
 */
export function isStoredForAnother(trace: Trace): boolean {
  const blocked = blockedResponse(trace);
  if (!blocked || isRedirect(blocked.response) || blocked.response.status >= 400) return false;
  if (!hasFailure(blocked, "allow-origin-missing") && !hasFailure(blocked, "allow-origin-mismatch")) return false;
  const { headers } = blocked.response;
  if (blocked.from !== "http-cache" && getHeader(headers, "Age") === null) return false;
  const vary = (getHeader(headers, "Vary") ?? "").split(",").map((name) => asciiLowercase(name.trim()));
  return !vary.includes("origin") && !vary.includes("*");
}
