import { expect, test } from "vitest";
import { scenarios } from "./index.ts";
import { wireOf } from "./wire.ts";

test.each([
  ["put-options-404-without-cors-headers", "PUT → OPTIONS 404"],
  ["head-needs-no-preflight", "HEAD → 200"],
  ["delete-granted", "DELETE → OPTIONS 204 → 200"],
  ["put-lowercase-granted", "PUT → OPTIONS 204 → 200"],
  ["method-trace", "TRACE → ✕"],
  ["mixed-content-get", "GET → ✕"],
  ["server-down-put", "PUT → ✕"],
  ["cached-options-404", "PUT → OPTIONS 204 → 200 · PUT → (OPTIONS) → 200"],
  ["redirect-put-303", "PUT → OPTIONS 204 → 303 → GET → 200"],
  ["redirect-put-307", "PUT → OPTIONS 204 → 307 → OPTIONS 204 → 200"],
  ["redirect-get-20-times", "GET → 302 × 20 → 200"],
  ["redirect-to-own-scheme", "GET → 302 → ✕"],
  ["redirect-https-to-http", "GET → 302 → ✕"],
  ["service-worker-answers-opaque-to-put", "PUT → SW → ✕"],
  ["url-of-data", "GET → 200"],
])("%s is %s", (id, wire) => {
  const scenario = scenarios.find((each) => each.id === id);
  expect(scenario && wireOf(scenario)).toBe(wire);
});

test("seconds between steps are said", () => {
  const waiting = scenarios.filter(({ steps }) => steps.some(({ secondsAfter }) => secondsAfter));
  expect(waiting.length).toBeGreaterThan(0);
  for (const scenario of waiting) expect(wireOf(scenario)).toMatch(/ · \+\d+ s [A-Z]+ → /);
});

test("every scenario has one, in signs that need no translation", () => {
  for (const scenario of scenarios) {
    expect([scenario.id, wireOf(scenario)]).toEqual([
      scenario.id,
      expect.stringMatching(/^[\w -]+ → [\w ()·→✕×+.-]+$/),
    ]);
  }
});
