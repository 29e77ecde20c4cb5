import {
  type CorsRequest,
  type Departures,
  type DifferenceId,
  differences,
  type Engine,
  engines,
  foresee,
  profiles,
  standard,
} from "../../rules/index.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** An engine that does something else with a request than the standard says, before any server answers. */
export interface EngineView {
  engine: Engine;
  verdict: Verdict;
  /** What it does otherwise here; none where only several things together make the difference. */
  differences: DifferenceId[];
}

/** The engines that decide otherwise about a request, or ask otherwise for it. */
export function enginesThatDiffer(request: CorsRequest): EngineView[] {
  const asStandard = viewOf(request, standard);
  return engines.flatMap((engine) => {
    const rules = profiles[engine];
    if (viewOf(request, rules) === asStandard) return [];
    const found = differences.filter(
      ({ engines: of, departure }) => of.includes(engine) && viewOf(request, departure) !== asStandard,
    );
    return [{ engine, verdict: verdictOf(foresee(request, rules)), differences: found.map(({ id }) => id) }];
  });
}

/** What can be told apart from outside: the verdict, and what the preflight says. */
function viewOf(request: CorsRequest, rules: Departures): string {
  const outlook = foresee(request, rules);
  return JSON.stringify([verdictOf(outlook), outlook.decision.preflightRequest?.headers]);
}
