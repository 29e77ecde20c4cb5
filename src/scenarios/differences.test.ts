import { describe, expect, test } from "vitest";
import { evidence } from "../evidence/index.ts";
import { departuresIn, differences, engines } from "../rules/index.ts";
import { type Scenario, scenarios } from "./index.ts";
import { disagreements, predict } from "./predict.ts";

/** Each difference is there for a reason: without it, the rules would say something else of its scenarios than was seen. */

function scenarioOf(id: string): Scenario {
  const scenario = scenarios.find((each) => each.id === id);
  if (!scenario) throw new Error(`A difference names the scenario "${id}", and there is none.`);
  return scenario;
}

test("ids are unique and in kebab-case", () => {
  const ids = differences.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("no two of an engine are about the same thing", () => {
  for (const engine of engines) {
    const keys = differences
      .filter((difference) => difference.engines.includes(engine))
      .flatMap(({ departure }) => Object.keys(departure));
    expect([engine, keys.filter((key, index) => keys.indexOf(key) !== index)]).toEqual([engine, []]);
  }
});

describe.for(differences)("$id", (difference) => {
  test("has a clause, and scenarios or a source", () => {
    expect(difference.clause).toMatch(/^https:\/\//);
    if (difference.source) expect(difference.source).toMatch(/^https:\/\//);
    expect(difference.scenarios.length > 0 || difference.source !== undefined).toBe(true);
  });

  test.for(difference.scenarios.map((id) => ({ id })))("$id shows it", ({ id }) => {
    const scenario = scenarioOf(id);
    const shownBy = difference.engines.filter((engine) => {
      const without = departuresIn(
        differences.filter((each) => each !== difference),
        engine,
      );
      return JSON.stringify(predict(scenario, engine)) !== JSON.stringify(predict(scenario, engine, without));
    });
    expect(shownBy.length).toBeGreaterThan(0);
    for (const engine of shownBy) {
      const recorded = evidence[engine].scenarios[id] ?? [];
      const without = departuresIn(
        differences.filter((each) => each !== difference),
        engine,
      );
      expect(disagreements(scenario, recorded, engine)).toEqual([]);
      expect(disagreements(scenario, recorded, engine, without)).not.toEqual([]);
    }
  });
});
