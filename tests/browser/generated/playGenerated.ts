import { observeEngine } from "../../../scripts/lab/observeEngine.ts";
import type { Lab } from "../../../scripts/lab/servers.ts";
import type { Engine } from "../../../src/rules/index.ts";
import { disagreementsInStep, isAsPredicted, predict } from "../../../src/scenarios/predict.ts";
import type { RecordedStep } from "../../../src/scenarios/recorded.ts";
import type { Scenario, Step } from "../../../src/scenarios/types.ts";

/** Steps of one scenario: the page is loaded once for them. */
const together = 25;
/** So many disagreements are looked into and told: a rule that is wrong has hundreds. */
const enough = 10;

/**
 * Plays generated steps, and says where an engine does something else than the rules of its profile say. What goes
 * otherwise is played once more, alone: only then is it known which line of the console is whose, and waited for.
 * @param steps all of whose URLs are of servers of the lab, or of none
 * @returns the disagreements, the first few with what was played
 */
export async function disagreementsIn(engine: Engine, lab: Lab, steps: readonly Step[]): Promise<string[]> {
  const scenarios = Array.from({ length: Math.ceil(steps.length / together) }, (_, index) =>
    generated(index, steps.slice(index * together, (index + 1) * together)),
  );
  const observed = await observeEngine(engine, lab, scenarios);
  const suspects = scenarios.flatMap((scenario) => {
    const seen = observed.scenarios[scenario.id] ?? [];
    const expected = predict(scenario, engine);
    return scenario.steps.filter((_, index) => {
      const [should, did] = [expected[index], seen[index]];
      return !should || !did || disagreementsInStep(should, did).length > 0;
    });
  });

  const found: string[] = [];
  while (suspects.length > 0 && found.length < enough) {
    const alone = suspects.splice(0, enough).map((step, index) => generated(index, [step]));
    const again = await observeEngine(engine, lab, alone, (scenario) => isAsPredicted(scenario, engine));
    for (const scenario of alone) {
      const problems = disagreementsOf(scenario, engine, again.scenarios[scenario.id] ?? []);
      if (problems.length > 0) found.push(`${problems.join("\n")}\n  ${JSON.stringify(scenario.steps[0])}`);
    }
  }
  if (suspects.length > 0) found.push(`and up to ${suspects.length} more`);
  return found;
}

/** A scenario of generated steps, each with a URL of its own, so that no cache answers it. */
function generated(number: number, steps: readonly Step[]): Scenario {
  const [first, ...rest] = steps.map((step, index) => ({
    ...step,
    request: { ...step.request, url: step.request.url.replace("/items", `/items/${index}`) },
  }));
  if (!first) throw new Error("unreachable: there is a step");
  return { id: `generated-${number}`, title: "Generated requests and answers.", shows: [], steps: [first, ...rest] };
}

function disagreementsOf(scenario: Scenario, engine: Engine, seen: readonly RecordedStep[]): string[] {
  return predict(scenario, engine).flatMap((expected, index) => {
    const step = seen[index];
    return step ? disagreementsInStep(expected, step) : ["was not played"];
  });
}
