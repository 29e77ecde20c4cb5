import { expect, test } from "vitest";
import { causes, engines } from "../rules/index.ts";
import { exchangeOf, scenarios } from "../scenarios/index.ts";
import { evidence } from "./index.ts";
import { exampleScenario, scenariosOf, seenIn } from "./ofCause.ts";

test.each(causes.map((cause) => [cause.id, cause] as const))(
  "%s: a scenario plays its example and shows it",
  (id, cause) => {
    const scenario = exampleScenario(cause);
    expect(scenario?.shows).toContain(id);
    expect(scenario && exchangeOf(scenario)).toMatchObject(cause.example);
    expect(scenariosOf(cause)).toContain(scenario);
  },
);

test("of two scenarios that play an example, the one without more around it is taken", () => {
  const cause = causes.find(({ id }) => id === "options-not-routed");
  expect(cause && exampleScenario(cause)?.steps).toHaveLength(1);
});

test("every scenario that was recorded says what came of it, with every line that was printed", () => {
  for (const engine of engines) {
    for (const scenario of scenarios) {
      const recorded = evidence[engine].scenarios[scenario.id]?.at(-1);
      const seen = seenIn(scenario, engine);
      expect(seen?.lines.toSorted()).toEqual(recorded?.console.toSorted());
    }
  }
});

test("a scenario that was not recorded says nothing", () => {
  const [first] = scenarios;
  expect(first && seenIn({ ...first, id: "not-recorded" }, "chromium")).toBeUndefined();
});
