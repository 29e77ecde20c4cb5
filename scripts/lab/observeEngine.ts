import type { RecordedStep } from "../../src/evidence/types.ts";
import type { Engine } from "../../src/rules/index.ts";
import type { Scenario } from "../../src/scenarios/types.ts";
import { labEngines } from "./engines/index.ts";
import { needsUntrusted, playScenario } from "./playScenario.ts";
import type { Lab } from "./servers.ts";
import { warmUp } from "./warmUp.ts";

/** What an engine did in some scenarios. */
export interface Observation {
  /** As the browser calls itself. */
  browser: string;
  /** By the scenario's id, in the order in which they were given. */
  scenarios: Record<string, RecordedStep[]>;
}

/**
 * Plays scenarios in a real browser of an engine: one that trusts the lab's certificate, and, for
 * the scenarios that need it, one that trusts none.
 * @throws where the browser does not start or a scenario cannot be played
 */
export async function observeEngine(engine: Engine, lab: Lab, scenarios: readonly Scenario[]): Promise<Observation> {
  const seen = new Map<string, RecordedStep[]>();
  let name = "";
  for (const trusted of [true, false]) {
    const played = scenarios.filter((scenario) => needsUntrusted(scenario) !== trusted);
    if (played.length === 0) continue;
    const driver = await labEngines[engine].launch({ trusted, publicOrigin: lab.real.publicPage });
    name = driver.browser;
    try {
      if (trusted) await warmUp(driver, lab);
      for (const scenario of played) seen.set(scenario.id, await playScenario(driver, lab, scenario));
    } finally {
      await driver.close();
    }
  }
  return { browser: name, scenarios: Object.fromEntries(scenarios.map(({ id }) => [id, seen.get(id) ?? []])) };
}
