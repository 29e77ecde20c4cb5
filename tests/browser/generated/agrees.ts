import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labEngines } from "../../../scripts/lab/engines/index.ts";
import { startLab } from "../../../scripts/lab/servers.ts";
import { readExtent } from "../../../scripts/support/replays.ts";
import { takeRuns, takeSeed } from "../../../scripts/support/seed.ts";
import { decidePreflight, type Engine, judgeExchange, profiles } from "../../../src/rules/index.ts";
import { countNotRun } from "../../support/notRun.ts";
import { answeredSteps } from "./answers.ts";
import { disagreementsIn } from "./playGenerated.ts";
import { requestSteps } from "./requests.ts";

/** With so many cases each outcome comes up. */
const many = 1000;

/** Milliseconds: the browser's start, and each case on a busy machine. */
const patience = (cases: number) => 300_000 + cases * 1500;

/**
 * Generated requests and answers, played in a real browser: it does what the rules of its profile say. PREFLIGHT_SEED
 * repeats a run, PREFLIGHT_RUNS changes the number of requests and of answers.
 * @param usual how many of each, where PREFLIGHT_RUNS is not set
 */
export async function agreesOnGenerated(engine: Engine, usual: number): Promise<void> {
  const { find, ensure } = labEngines[engine];
  const runs = takeRuns(usual);
  if (engine === "chromium" || readExtent("ENGINES") !== "here") await ensure();
  if (!find()) {
    test(`${engine}: generated cases are played where it is`, (context) => {
      countNotRun(context, { count: 2 * runs, what: `generated cases in ${engine}`, variable: "ENGINES" });
    });
    return;
  }

  describe(engine, () => {
    const profile = profiles[engine];
    const seed = takeSeed(`The generated cases for ${engine}`);
    const asked = fc.sample(requestSteps(profile), { seed, numRuns: runs });
    const answered = fc.sample(answeredSteps, { seed, numRuns: runs });

    test(
      `does what the rules say for ${runs} generated requests and ${runs} generated answers`,
      async () => {
        const lab = await startLab();
        try {
          const found = await disagreementsIn(engine, lab, [...asked, ...answered]);
          expect(found.join("\n"), `Repeat them with PREFLIGHT_SEED=${seed}`).toBe("");
        } finally {
          await lab.close();
        }
      },
      patience(2 * runs),
    );

    // Generators that no longer reach an outcome would make that test pass for nothing.
    test.runIf(runs >= many)("they have every outcome", () => {
      const outcomes = new Set(
        asked.map(({ request }) => `${request.api} ${decidePreflight(request, profile).outcome}`),
      );
      const ofFetch = ["preflight", "no-preflight", "same-origin", "opaque", "refused"].map((each) => `fetch ${each}`);
      const ofXhr = ["preflight", "no-preflight", "same-origin", "refused"].map((each) => `xhr ${each}`);
      const ofBeacon = ["beacon opaque", "beacon preflight"];
      const ofOthers = ["eventsource no-preflight", "element no-preflight", "element opaque", "worker refused"];
      expect([...ofFetch, ...ofXhr, ...ofBeacon, ...ofOthers].filter((each) => !outcomes.has(each))).toEqual([]);
      const ends = answered.map((step) => judgeExchange(step, profile).end.kind);
      expect(ends.filter((kind) => kind === "readable").length).toBeGreaterThan(30);
    });
  });
}
