import {
  addressSpaceOf,
  causes,
  checkPreflightResponse,
  checkResponse,
  type Exchange,
  engines,
  judgeExchange,
  leastResponses,
  normalizeMethod,
  type ProfileName,
  possibleLines,
  preflightMaxAge,
  profiles,
  type Trace,
} from "../../src/rules/index.ts";

/**
 * Puts an exchange through everything that the rules can say of it.
 * @returns how each profile has it go
 */
export function throughEverything(exchange: Exchange): { profile: ProfileName; trace: Trace }[] {
  if (exchange.preflight) preflightMaxAge(exchange.preflight);
  leastResponses(exchange.request);
  normalizeMethod(exchange.request.method);
  addressSpaceOf(exchange.request.url);
  return (["standard", ...engines] as const).map((profile) => ({ profile, trace: throughProfile(exchange, profile) }));
}

/**
 * Puts an exchange through what one profile says of it, and judges it but once: `findCauses` and
 * `printedMessages` would do so again. An answer that judging has not come to is checked all the same.
 */
export function throughProfile(exchange: Exchange, profile: ProfileName): Trace {
  const { request, preflight, response } = exchange;
  const trace = judgeExchange(exchange, profiles[profile]);
  const judged = [...trace.steps, trace.end].flatMap((each) => ("response" in each ? [each.response] : []));
  if (preflight && !judged.includes(preflight)) checkPreflightResponse(request, preflight, profiles[profile]);
  if (response && !judged.includes(response)) checkResponse(request, response, profiles[profile]);
  if (profile === "standard") causes.filter(({ shows }) => shows(trace, exchange));
  else possibleLines(exchange, profile, trace);
  return trace;
}
