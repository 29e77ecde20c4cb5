import { engines, profiles } from "../engines/differences.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { judgeExchange } from "../exchange/judge.ts";
import { isAnswered } from "../exchange/trace.ts";
import { leastResponses } from "../response/leastResponses.ts";
import { isOkStatus, isRedirectStatus } from "../response/responses.ts";
import type { Engine } from "../types.ts";
import { cacheCauses } from "./cacheCauses.ts";
import { checkCauses } from "./checkCauses.ts";
import { layerCauses } from "./layerCauses.ts";
import { listCauses } from "./listCauses.ts";
import { networkCauses } from "./networkCauses.ts";
import { readingCauses } from "./readingCauses.ts";
import { statusCauses } from "./statusCauses.ts";
import type { Cause } from "./types.ts";

export type { Cause, Phase } from "./types.ts";

/** Every cause that the site knows, in the order in which the table shows them: along the exchange. */
export const causes: readonly Cause[] = [
  ...networkCauses,
  ...layerCauses,
  ...statusCauses,
  ...checkCauses,
  ...listCauses,
  ...cacheCauses,
  ...readingCauses,
];

/** The causes that an exchange shows, in the table's order; none where nothing is wrong. */
export function findCauses(exchange: Exchange): Cause[] {
  const trace = judgeExchange(exchange);
  return causes.filter((cause) => cause.shows(trace, exchange));
}

/** The engines that let a cause's example pass today although the standard says that it fails. */
export function allowedBy({ example }: Cause): Engine[] {
  if (isAnswered(judgeExchange(example))) return [];
  return engines.filter((engine) => isAnswered(judgeExchange(example, profiles[engine])));
}

/**
 * A cause's example as it is where the failing answer to the preflight carries the right CORS
 * headers all the same: engines that look at those first then name the status.
 * @returns `null` where that is no other example
 */
export function exampleDespiteCorsHeaders({ example }: Cause): Exchange | null {
  const { request, preflight } = example;
  if (!preflight || isOkStatus(preflight.status) || isRedirectStatus(preflight.status) || example.earlier) return null;
  const { preflight: least } = leastResponses(request);
  return { ...example, preflight: { ...preflight, headers: [...preflight.headers, ...(least?.headers ?? [])] } };
}
