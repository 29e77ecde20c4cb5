import { describe, expect, test } from "vitest";
import { evidence, type RecordedStep } from "../evidence/index.ts";
import { type Exchange, engines, findCauses, isPreflight } from "../rules/index.ts";
import { exchangeOf, type Scenario, scenarios } from "./index.ts";
import { disagreements, predict, urlOnTheWire } from "./predict.ts";

/** What was recorded of the three engines is what the rules of their profiles say. */

/** A scenario's last exchange with only those answers in it that the browser has asked for. */
function asSeen(scenario: Scenario, { arrivals }: RecordedStep): Exchange {
  const { preflight, response, ...exchange } = exchangeOf(scenario);
  const url = urlOnTheWire(exchange.request);
  const here = arrivals.filter((arrival) => arrival.url === url);
  const preflighted = here.some(isPreflight);
  // Where the browser did not ask because it had an answer in its cache, a developer still can.
  const cached = exchange.earlier !== undefined;
  return {
    ...exchange,
    ...(preflight && (preflighted || cached) && { preflight }),
    ...(response &&
      (here.some((arrival) => !isPreflight(arrival)) || exchange.stored || arrivals.length === 0) && { response }),
  };
}

describe.for(engines)("%s", (engine) => {
  const recorded = evidence[engine];

  test("the recording says what was recorded, and when", () => {
    expect(recorded.engine).toBe(engine);
    expect(recorded.browser).toMatch(/^(Chromium|Firefox|WebKitGTK) \d+\.\d/);
    expect(recorded.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test("every scenario is recorded, and nothing else", () => {
    expect(Object.keys(recorded.scenarios)).toEqual(scenarios.map(({ id }) => id));
  });

  test.for(scenarios)("$id went as the rules say", (scenario) => {
    expect(disagreements(scenario, recorded.scenarios[scenario.id] ?? [], engine)).toEqual([]);
  });

  test.for(scenarios.filter(({ shows }) => shows.length > 0))("$id: what was seen shows its causes", (scenario) => {
    const last = recorded.scenarios[scenario.id]?.at(-1);
    if (!last) throw new Error("It is not recorded. Run npm run observe.");
    const found = findCauses(asSeen(scenario, last)).map(({ id }) => id);
    // An engine that departs from the standard here may have met no fault at all.
    const departs = JSON.stringify(predict(scenario, engine, {})) !== JSON.stringify(predict(scenario, engine));
    expect(found.filter((id) => !scenario.shows.includes(id))).toEqual([]);
    if (!departs) expect(found).toEqual(scenario.shows);
  });
});
