import { type Engine, standard } from "../rules/index.ts";
import { exchangeOf, type Scenario } from "../scenarios/index.ts";
import { type PredictedRequest, predict } from "../scenarios/predict.ts";
import type { RecordedRequest } from "../scenarios/recorded.ts";
import { seenIn } from "./ofCause.ts";
import { type Upshot, upshotOf } from "./upshot.ts";

/** What came of a scenario's last step, in short. */
export interface Short {
  upshot: Upshot;
  /** The requests that arrive: `OPTIONS → PUT`; empty where none does. */
  requests: string;
  /** Headers of these requests that are others than the standard has. */
  headers: readonly string[];
  /** The line of the console with the reason. Only where nothing else sets the engine apart. */
  line?: string;
}

/** What the standard says of a scenario. */
export function byTheStandard(scenario: Scenario): Short {
  const { arrivals, upshot } = predicted(scenario);
  return { upshot, requests: methodsOf(arrivals), headers: [] };
}

/** What an engine was seen to do in a scenario, told apart from the standard; nothing where it was not recorded yet. */
export function byTheEngine(scenario: Scenario, engine: Engine): Short | undefined {
  const seen = seenIn(scenario, engine);
  if (!seen) return undefined;
  const standard = predicted(scenario);
  const short = { upshot: seen.upshot, requests: methodsOf(seen.arrivals) };
  const isAlike = short.upshot === standard.upshot && short.requests === methodsOf(standard.arrivals);
  const headers = isAlike ? otherHeaders(seen.arrivals, standard.arrivals) : [];
  const [line] = seen.lines;
  return { ...short, headers, ...(isAlike && headers.length === 0 && line !== undefined && { line }) };
}

function predicted(scenario: Scenario): { arrivals: readonly PredictedRequest[]; upshot: Upshot } {
  // Of the engine only what it prints depends, which is not looked at here.
  const step = predict(scenario, "chromium", standard).at(-1);
  if (!step) throw new Error("unreachable: a scenario has a step");
  return { arrivals: step.arrivals, upshot: upshotOf(step, exchangeOf(scenario)) };
}

function methodsOf(arrivals: readonly { method: string }[]): string {
  return arrivals.map(({ method }) => method).join(" → ");
}

/** Origins, and the headers that a preflight asks for, where they are others. */
function otherHeaders(seen: readonly RecordedRequest[], standard: readonly PredictedRequest[]): string[] {
  return seen.flatMap(({ headers }, index) => {
    const expected = standard[index];
    const value = (name: string) => headers.find(([each]) => each === name)?.[1];
    const compared = [
      ["Origin", value("origin"), expected?.origin],
      ["Access-Control-Request-Headers", value("access-control-request-headers"), expected?.asks?.headers],
    ] as const;
    return compared.flatMap(([name, own, other]) =>
      own !== undefined && own !== (other ?? undefined) ? [`${name}: ${own}`] : [],
    );
  });
}
