import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserOf, labEngines } from "../../../scripts/lab/engines/index.ts";
import { changedScenarios } from "../../../scripts/lab/inputs.ts";
import { type Observation, observeEngine } from "../../../scripts/lab/observeEngine.ts";
import type { IsWhole } from "../../../scripts/lab/playScenario.ts";
import { type Lab, startLab } from "../../../scripts/lab/servers.ts";
import { chooseReplays, type Extent } from "../../../scripts/support/replays.ts";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { evidence, type RecordedStep } from "../../../src/evidence/index.ts";
import type { Engine } from "../../../src/rules/index.ts";
import { neighbours, type Playable, scenarios } from "../../../src/scenarios/index.ts";
import { disagreements } from "../../../src/scenarios/predict.ts";
import { countNotRun } from "../../support/notRun.ts";

const patience = 1_200_000;

const all: readonly Playable[] = [...scenarios, ...neighbours];
const judged = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

/**
 * Plays scenarios live: an engine does what the rules of its profile say, and what it was recorded to do. Those that
 * are not played stand in its record, which `src/scenarios/evidence.test.ts` compares with the rules.
 */
export async function replayScenarios(engine: Engine, extent: Extent): Promise<void> {
  const { played, why } = await choose(engine, extent);

  if (played.length > 0) {
    describe(`${engine}, live`, () => {
      let lab: Lab;
      let seen: Observation;
      beforeAll(async () => {
        lab = await startLab();
        seen = await observeEngine(engine, lab, played, ({ id }) => asRecorded(recordOf(engine, id)));
        console.log(`Played ${played.length} of ${all.length} scenarios in ${seen.browser}${why}.`);
      }, patience);
      afterAll(() => lab?.close());

      test.for(played)("$id goes as the rules say, and as it is recorded", ({ id }) => {
        const steps = seen.scenarios[id] ?? [];
        // Of what is not CORS they say nothing.
        const scenario = judged.get(id);
        if (scenario) expect(disagreements(scenario, steps, engine)).toEqual([]);
        // To record it anew: npm run observe
        expect(steps.map(inAnyOrder)).toEqual(recordOf(engine, id)?.map(inAnyOrder));
      });
    });
  }

  test(`${engine}: what is not played is recorded`, (context) => {
    const live = new Set(played);
    const fromRecord = all.filter((scenario) => !live.has(scenario));
    expect(fromRecord.filter(({ id }) => !recordOf(engine, id))).toEqual([]);
    if (fromRecord.length === 0) return;
    const what = `scenarios in ${evidence[engine].browser}`;
    countNotRun(context, { count: fromRecord.length, what, variable: "ENGINES" });
  });
}

function recordOf(engine: Engine, id: string): readonly RecordedStep[] | undefined {
  const { scenarios: ofScenarios, neighbours: ofNeighbours } = evidence[engine];
  return ofScenarios[id] ?? ofNeighbours[id];
}

/** @returns the scenarios to play, and why not all of them */
async function choose(engine: Engine, extent: Extent): Promise<{ played: Playable[]; why: string }> {
  const { find, ensure } = labEngines[engine];
  if (extent !== "here") await ensure();
  if (!find()) return { played: [], why: "" };
  const changed = new Set(changedScenarios(all, evidence[engine], await browserOf(engine)));
  const seed = extent === "all" ? 0 : takeSeed(`The scenarios that ${engine} plays`);
  const chosen = chooseReplays(all, (scenario) => changed.has(scenario), extent, seed);
  if (chosen.fromRecord.length === 0) return { played: chosen.replayed, why: "" };
  const why = `: ${chosen.changed.length} that changed, and ${chosen.sampled.length} at random`;
  return { played: chosen.replayed, why };
}

/** As much as was seen before: all requests, and each line of the console. */
function asRecorded(recorded: readonly RecordedStep[] = []): IsWhole {
  return ({ arrivals, console }, index) => {
    const before = recorded[index];
    if (!before) return true;
    const isLong = arrivals.length >= before.arrivals.length && console.length >= before.console.length;
    return isLong && before.console.every((line) => console.includes(line));
  };
}

/** Lines of the console come from several processes, in no order that could be relied on. */
function inAnyOrder({ console, ...step }: RecordedStep): RecordedStep {
  return { ...step, console: console.toSorted() };
}
