import type { RecordedStep } from "../../src/evidence/types.ts";
import { type CorsRequest, type Engine, leastResponses } from "../../src/rules/index.ts";
import { hosts } from "../../src/scenarios/hosts.ts";
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
 * Some requests whose preflights are alike, over TLS and without. Firefox forgets what a preflight
 * has allowed where it looked a server's address up after it. It looks a bare address up again, each
 * time in another way, when it first uses what it has stored; a name it would have looked up before.
 */
const warmUps = [
  [hosts.page, hosts.api],
  [hosts.plainPage, hosts.plainApi],
].map(([origin = "", server = ""]): Scenario => {
  const request: CorsRequest = {
    origin,
    url: `${server}/items`,
    method: "PUT",
    headers: [],
    credentials: "same-origin",
    mode: "cors",
    api: "fetch",
    body: "none",
    uploadListener: false,
  };
  const step = { request, ...leastResponses(request) };
  return { id: "warm-up", title: "The same PUT four times.", shows: [], steps: [step, step, step, step] };
});

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
