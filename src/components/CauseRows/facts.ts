import { exampleScenario, seenIn } from "../../evidence/ofCause.ts";
import type { Language } from "../../i18n/languages.ts";
import {
  type Cause,
  type CorsResponse,
  type Engine,
  engines,
  exampleDespiteCorsHeaders,
  type JudgedExchange,
  judgeExchange,
  printedMessages,
} from "../../rules/index.ts";

/** The statuses that the table can be filtered by: of the answer that fails, or that there is none. */
export const statuses = ["2xx", "3xx", "4xx", "5xx", "none"] as const;
export type StatusClass = (typeof statuses)[number];

/** The engines that were seen to stop a cause's example, before anything is sent or after. */
export function blockedBy(cause: Cause): Engine[] {
  const scenario = exampleScenario(cause);
  return engines.filter((engine) => {
    const upshot = scenario && seenIn(scenario, engine)?.upshot;
    return upshot === "blocked" || upshot === "unsent";
  });
}

/** The status of the answer at which a cause's example fails; where none fails, of the one that the fault is in. */
export function failingStatus({ example, hop }: Cause): StatusClass {
  const answer = failingAnswer(judgeExchange(example), hop);
  return answer ? (`${Math.floor(answer.status / 100)}xx` as StatusClass) : "none";
}

function failingAnswer(judged: JudgedExchange, hop: Cause["hop"]): CorsResponse | undefined {
  if (judged.next) return failingAnswer(judged.next, hop);
  const { preflight, preflightCheck, response, responseCheck, answered } = judged;
  if (preflightCheck?.ok === false) return preflight;
  if (responseCheck?.ok === false) return response;
  if (!answered) return undefined;
  return hop === "preflight" ? preflight : response;
}

/** Every line that engines print for a cause: those known from their sources, and those recorded. */
export function linesOf(cause: Cause, language: Language): string[] {
  const scenario = exampleScenario(cause);
  const exchanges = [cause.example, exampleDespiteCorsHeaders(cause)].filter((exchange) => exchange !== null);
  const known = exchanges
    .flatMap(printedMessages)
    .filter((message) => message.language === "en" || message.language === language)
    .map(({ text }) => text);
  const recorded = engines.flatMap((engine) => (scenario ? (seenIn(scenario, engine)?.lines ?? []) : []));
  return [...new Set([...known, ...recorded])];
}
