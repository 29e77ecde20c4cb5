import type { Engine } from "../../src/rules/index.ts";
import type { RecordedStep } from "../../src/scenarios/recorded.ts";
import type { Playable } from "../../src/scenarios/types.ts";
import { labEngines } from "./engines/index.ts";
import { type IsWhole, needsUntrusted, playScenario } from "./playScenario.ts";
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
 * Browsers that play at once. A scenario waits more than it works, and shares no URL with another; but a tab that is
 * not looked at is slowed down, so each has a browser of its own.
 */
const sideBySide = 3;
/** Fewer scenarios than this for each are played sooner than one more browser starts. */
const worthABrowser = 20;

/**
 * Plays scenarios in real browsers of an engine: ones that trust the lab's certificate, and, for
 * the scenarios that need it, one that trusts none.
 * @param expecting what is waited for in a scenario, where it is known. @see playScenario
 * @throws where a browser does not start or a scenario cannot be played
 */
export async function observeEngine<Played extends Playable>(
  engine: Engine,
  lab: Lab,
  scenarios: readonly Played[],
  expecting?: (scenario: Played) => IsWhole,
): Promise<Observation> {
  const seen = new Map<string, RecordedStep[]>();
  let browser = "";
  for (const trusted of [true, false]) {
    const waiting = scenarios.filter((scenario) => needsUntrusted(scenario) !== trusted);
    const browsers = Math.min(sideBySide, Math.ceil(waiting.length / worthABrowser));
    const playAll = async () => {
      const driver = await labEngines[engine].launch({ trusted, publicOrigin: lab.real.publicPage });
      browser = driver.browser;
      try {
        if (trusted) await warmUp(driver, lab);
        for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
          seen.set(scenario.id, await playScenario(driver, lab, scenario, expecting?.(scenario)));
        }
      } finally {
        await driver.close();
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: browsers }, playAll));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }
  return { browser, scenarios: Object.fromEntries(scenarios.map(({ id }) => [id, seen.get(id) ?? []])) };
}
