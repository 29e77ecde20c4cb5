import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFirefox } from "../../scripts/lab/engines/firefox.ts";
import { findWebKit } from "../../scripts/lab/engines/webkit.ts";
import { type Observation, observeEngine } from "../../scripts/lab/observeEngine.ts";
import { type Lab, startLab } from "../../scripts/lab/servers.ts";
import type { Engine } from "../../src/rules/index.ts";
import { scenarios } from "../../src/scenarios/index.ts";
import { disagreements } from "../../src/scenarios/predict.ts";

/**
 * Every scenario, played live: an engine does what the rules of its profile say. Chromium always;
 * Firefox and WebKit where they are installed, and else their recorded evidence stands for them
 * (`src/scenarios/evidence.test.ts`).
 */
const engines: { engine: Engine; installed: boolean }[] = [
  { engine: "chromium", installed: true },
  { engine: "firefox", installed: findFirefox() !== undefined },
  { engine: "webkit", installed: findWebKit() !== undefined },
];

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab?.close());

for (const { engine, installed } of engines) {
  describe.skipIf(!installed)(installed ? engine : `${engine} (not installed here)`, () => {
    let seen: Observation;
    beforeAll(async () => {
      seen = await observeEngine(engine, lab, scenarios);
      console.log(`Played ${scenarios.length} scenarios in ${seen.browser}.`);
    }, 600_000);

    test.for(scenarios)("$id goes as the rules say", (scenario) => {
      expect(disagreements(scenario, seen.scenarios[scenario.id] ?? [], engine)).toEqual([]);
    });
  });
}
