import { type Cause, causes, type Engine, isPreflight, printedMessages } from "../rules/index.ts";
import { scenariosPlaying } from "../scenarios/find.ts";
import { exchangeOf, type Scenario, scenarios } from "../scenarios/index.ts";
import type { RecordedStep } from "../scenarios/recorded.ts";
import { evidence } from "./index.ts";
import { seenOf, type Upshot, upshotOf } from "./upshot.ts";

/** What an engine was seen to do in a scenario's last step, which is what the scenario is about. */
export interface Seen {
  upshot: Upshot;
  /** Whether a preflight arrived. */
  preflight: boolean;
  /** What the console printed, verbatim: the line with the reason first. */
  lines: readonly string[];
  arrivals: RecordedStep["arrivals"];
}

const showing = new Map(causes.map(({ id }) => [id, [] as Scenario[]]));
for (const scenario of scenarios) {
  for (const id of scenario.shows) showing.get(id)?.push(scenario);
}

/** The scenarios that show a cause. */
export function scenariosOf(cause: Cause): readonly Scenario[] {
  return showing.get(cause.id) ?? [];
}

/** The scenario that plays a cause's example; nothing where no scenario does yet. */
export function exampleScenario(cause: Cause): Scenario | undefined {
  return scenariosPlaying(cause.example, scenariosOf(cause))[0];
}

/** What an engine was seen to do in a scenario; nothing where it was not recorded yet. */
export function seenIn(scenario: Scenario, engine: Engine): Seen | undefined {
  const step = evidence[engine].scenarios[scenario.id]?.at(-1);
  if (!step) return undefined;
  const exchange = exchangeOf(scenario);
  const reasons = printedMessages(exchange).filter((message) => message.engine === engine && message.language === "en");
  const isReason = (line: string) => reasons.some(({ text }) => text === line);
  return {
    upshot: upshotOf(seenOf(step), exchange),
    preflight: step.arrivals.some(isPreflight),
    lines: [...step.console.filter(isReason), ...step.console.filter((line) => !isReason(line))],
    arrivals: step.arrivals,
  };
}
