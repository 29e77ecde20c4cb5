import { expect, test } from "vitest";
import { hosts, scenarios } from "../../src/scenarios/index.ts";
import { needsUntrusted } from "./playScenario.ts";

test("a browser that trusts no certificate plays the scenarios of untrusted ones, from pages that need none", () => {
  const untrusted = scenarios.filter(needsUntrusted);
  expect(untrusted.map(({ id }) => id)).toContain("certificate-untrusted-get");
  for (const { id, steps } of untrusted) {
    expect(
      steps.map(({ request }) => request.origin),
      id,
    ).toEqual(steps.map(() => hosts.plainPage));
  }
  expect(scenarios.filter((scenario) => !needsUntrusted(scenario)).length).toBeGreaterThan(untrusted.length);
});
