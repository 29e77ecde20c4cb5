import type { JudgedExchange } from "../exchange.ts";
import { isOkStatus } from "../responses.ts";
import type { Failure, FailureCode } from "../types.ts";

/** The failures of a preflight's answer; none where it passed or was never asked for. */
export function preflightFailures({ preflightCheck }: JudgedExchange): readonly Failure[] {
  return preflightCheck && !preflightCheck.ok ? preflightCheck.failures : [];
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
