import { exampleScenario, seenIn } from "../../evidence/ofCause.ts";
import type { Language } from "../../i18n/languages.ts";
import {
  type Cause,
  type CorsResponse,
  type Engine,
  engines,
  exampleDespiteCorsHeaders,
  furtherMessages,
  judgeExchange,
  printedMessages,
  type Step,
  type Trace,
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
export function failingStatus({ example, phase }: Cause): StatusClass {
  const answer = failingAnswer(judgeExchange(example), phase);
  return answer ? (`${Math.floor(answer.status / 100)}xx` as StatusClass) : "none";
}

function failingAnswer({ steps, end }: Trace, phase: Cause["phase"]): CorsResponse | undefined {
  switch (end.kind) {
    case "blocked":
    case "discarded":
      return end.response;
    case "opaque":
    case "readable":
    case "hidden":
      return phase === "preflight" ? preflightAnswer(steps.at(-1)) : end.response;
    case "refused":
    case "stopped":
    case "worker":
    case "unanswered":
      return undefined;
  }
}

/** Of a cached preflight, what its server would say now. */
function preflightAnswer(step: Step | undefined): CorsResponse | undefined {
  return step?.kind === "cached" ? step.now : step?.response;
}

/** Every line that engines print for a cause: those known from their sources, and those recorded. */
export function linesOf(cause: Cause, language: Language): string[] {
  const scenario = exampleScenario(cause);
  const exchanges = [cause.example, exampleDespiteCorsHeaders(cause)].filter((exchange) => exchange !== null);
  const known = exchanges
    .flatMap((exchange) => [...printedMessages(exchange), ...furtherMessages(exchange)])
    .concat(cause.alsoPrinted ?? [])
    .filter((message) => message.language === "en" || message.language === language)
    .map(({ text }) => text);
  const recorded = engines.flatMap((engine) => (scenario ? (seenIn(scenario, engine)?.lines ?? []) : []));
  return [...new Set([...known, ...recorded])];
}
