import { decidePreflight } from "./preflight.ts";
import { checkPreflightResponse, checkResponse } from "./responses.ts";
import type { Check, CorsRequest, CorsResponse, Decision, ResponseCheck } from "./types.ts";

/** A request and what came back for it: to the preflight, and to the actual request. */
export interface Exchange {
  request: CorsRequest;
  preflight?: CorsResponse;
  response?: CorsResponse;
  /** A response header that the script means to read, in any case. */
  wantedHeader?: string;
}

/** An exchange, judged. What was never sent has no check. */
export interface JudgedExchange extends Exchange {
  decision: Decision;
  preflightCheck?: Check;
  responseCheck?: ResponseCheck;
}

/**
 * Judges an exchange hop by hop and stops where a browser would stop: an actual answer after a
 * failed preflight, or to a refused request, is not looked at.
 */
export function judgeExchange(exchange: Exchange): JudgedExchange {
  const { request, preflight, response } = exchange;
  const decision = decidePreflight(request);
  const judged: JudgedExchange = { ...exchange, decision };
  if (decision.outcome === "refused") return judged;
  if (decision.outcome === "preflight") {
    if (!preflight) return judged;
    judged.preflightCheck = checkPreflightResponse(request, preflight);
    if (!judged.preflightCheck.ok) return judged;
  }
  if (response) judged.responseCheck = checkResponse(request, response);
  return judged;
}
