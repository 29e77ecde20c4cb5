import type { JudgedExchange } from "../exchange/exchange.ts";
import { isOkStatus, isRedirect } from "../response/responses.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import { getHeader } from "../syntax/headerLines.ts";
import type { Failure, FailureCode } from "../types.ts";

/** The failures of a preflight's answer; none where it passed or was never asked for. */
export function preflightFailures({ preflightCheck }: JudgedExchange): readonly Failure[] {
  return preflightCheck && !preflightCheck.ok ? preflightCheck.failures : [];
}

/** The status for which a preflight failed; 200 where it did not, or there was none. */
export function failedStatus({ preflight, preflightCheck }: JudgedExchange): number {
  const failed = preflight && preflightCheck && !preflightCheck.ok && !isOkStatus(preflight.status);
  return failed ? preflight.status : 200;
}

/**
 * The failures of a preflight's answer in its lists: only where the answer is one at all. What
 * a 404 or a redirect lacks besides is not a fault of its own.
 */
export function listFailures(exchange: JudgedExchange): readonly Failure[] {
  return exchange.preflight && isOkStatus(exchange.preflight.status) ? preflightFailures(exchange) : [];
}

/** The failures of the actual answer; none where it passed or never came. */
export function responseFailures({ responseCheck }: JudgedExchange): readonly Failure[] {
  return responseCheck && !responseCheck.ok ? responseCheck.failures : [];
}

/** All failures of an exchange. */
export function failuresOf(exchange: JudgedExchange): Failure[] {
  return [...preflightFailures(exchange), ...responseFailures(exchange)];
}

export function hasFailure(failures: readonly Failure[], code: FailureCode): boolean {
  return failures.some((failure) => failure.code === code);
}

/** Whether a list holds `*` for a request with credentials, where it is a name like any other. */
export function listsWildcardUnderCredentials({ request }: JudgedExchange, list: string | undefined): boolean {
  return request.credentials === "include" && (list ?? "").split(",").some((item) => item.trim() === "*");
}

/** Whether an actual answer leads on to another URL. */
export function leadsOn({ response }: JudgedExchange): boolean {
  return response !== undefined && isRedirect(response);
}

/**
 * Whether the actual answer fails because a cache had stored it for another origin: a shared one,
 * which says so by `Age`, or the browser's own; and nothing told the cache to keep the origins apart.
 */
export function isStoredForAnother(exchange: JudgedExchange): boolean {
  const { response, stored } = exchange;
  if (!response || leadsOn(exchange) || response.status >= 400) return false;
  const failures = responseFailures(exchange);
  if (!hasFailure(failures, "allow-origin-missing") && !hasFailure(failures, "allow-origin-mismatch")) return false;
  if (!stored && getHeader(response.headers, "Age") === null) return false;
  const vary = (getHeader(response.headers, "Vary") ?? "").split(",").map((name) => asciiLowercase(name.trim()));
  return !vary.includes("origin") && !vary.includes("*");
}
