import {
  addressSpaceOf,
  causes,
  checkPreflightResponse,
  checkResponse,
  type Exchange,
  engines,
  type JudgedExchange,
  judgeExchange,
  leastResponses,
  normalizeMethod,
  type Outcome,
  type ProfileName,
  possibleLines,
  preflightMaxAge,
  profiles,
} from "../../src/rules/index.ts";

/**
 * Puts an exchange through everything that the rules can say of it.
 * @returns what each profile decides
 */
export function throughEverything(exchange: Exchange): { profile: ProfileName; outcome: Outcome }[] {
  if (exchange.preflight) preflightMaxAge(exchange.preflight);
  leastResponses(exchange.request);
  normalizeMethod(exchange.request.method);
  addressSpaceOf(exchange.request.url);
  return (["standard", ...engines] as const).map((profile) => ({
    profile,
    outcome: throughProfile(exchange, profile).decision.outcome,
  }));
}

/**
 * Puts an exchange through what one profile says of it, and judges it but once: `findCauses` and
 * `printedMessages` would do so again. An answer that judging has not come to is checked all the same.
 */
export function throughProfile(exchange: Exchange, profile: ProfileName): JudgedExchange {
  const { request, preflight, response } = exchange;
  const judged = judgeExchange(exchange, profiles[profile]);
  if (preflight && !judged.preflightCheck) checkPreflightResponse(request, preflight, profiles[profile]);
  if (response && !judged.responseCheck) checkResponse(request, response, profiles[profile]);
  if (profile === "standard") causes.filter(({ shows }) => shows(judged));
  else possibleLines(exchange, profile, judged);
  return judged;
}
