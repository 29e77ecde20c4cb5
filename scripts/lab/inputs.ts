import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Evidence } from "../../src/scenarios/recorded.ts";
import type { Playable } from "../../src/scenarios/types.ts";
import { hashFiles, sourcesIn } from "../support/hashFiles.ts";

const root = join(import.meta.dirname, "../..");

/** All that decides how a scenario is played. The lab's page is for people, and plays by the same. */
const parts = [
  "scripts/lab/bodyOf.ts",
  "scripts/lab/certificate.ts",
  "scripts/lab/engines",
  "scripts/lab/http2Server.ts",
  "scripts/lab/names.ts",
  "scripts/lab/plan.ts",
  "scripts/lab/playScenario.ts",
  "scripts/lab/plays.ts",
  "scripts/lab/rawServer.ts",
  "scripts/lab/runner",
  "scripts/lab/servers.ts",
  "scripts/lab/warmUp.ts",
  "scripts/support/launchChromium.ts",
  "scripts/support/program.ts",
  "scripts/support/within.ts",
  "src/scenarios/hosts.ts",
];

/** What evidence is made from: the lab, and these scenarios. */
export function evidenceInputs(scenarios: readonly Playable[]): Evidence["inputs"] {
  return {
    lab: hashFiles(root, sourcesIn(root, parts)).slice(0, 16),
    scenarios: Object.fromEntries(scenarios.map((scenario) => [scenario.id, hashScenario(scenario)])),
  };
}

/** Of what is played. What a scenario shows is the rules' to say, and tested against every recording. */
function hashScenario({ steps }: Playable): string {
  return createHash("sha256").update(JSON.stringify(steps)).digest("hex").slice(0, 16);
}

/**
 * The scenarios of which a recording may no longer be true: they, the lab or the browser are others than it was made
 * with.
 * @param browser as the browser that is here calls itself
 */
export function changedScenarios(scenarios: readonly Playable[], recorded: Evidence, browser: string): Playable[] {
  const now = evidenceInputs(scenarios);
  if (recorded.browser !== browser || recorded.inputs.lab !== now.lab) return [...scenarios];
  return scenarios.filter(({ id }) => recorded.inputs.scenarios[id] !== now.scenarios[id]);
}
