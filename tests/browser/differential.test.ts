import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeRuns, takeSeed } from "../../scripts/support/seed.ts";
import { launchTimeout } from "../support/chromium.ts";
import { disagreements } from "./disagreements.ts";
import { browserCases } from "./generators.ts";
import { type Lab, playInTurns, startLab } from "./lab.ts";

/**
 * Generated requests, made by pages in a real Chromium to real servers, against the rules for its profile: does a
 * preflight go out and which, does a script see an answer and how much of it.
 * PREFLIGHT_SEED repeats a run, PREFLIGHT_RUNS changes the number of requests.
 */
const seed = takeSeed("Generated requests");
const runs = takeRuns(1000);

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
}, launchTimeout);
afterAll(() => lab?.close());

test(`Chromium does what the rules say for ${runs} generated requests`, { timeout: 60_000 + runs * 60 }, async () => {
  const observed = await playInTurns(lab, fc.sample(browserCases(lab.page, lab.api), { seed, numRuns: runs }));
  const found = observed.flatMap((each) =>
    disagreements(each).map(
      (problem) => `${problem}\n  ${JSON.stringify(each.case)}\n  ${JSON.stringify(each.decision)}`,
    ),
  );
  // Not toEqual([]): its diff would print them all once more.
  const message = `${found.length} disagreements, repeat them with PREFLIGHT_SEED=${seed}:\n${found.slice(0, 10).join("\n")}`;
  expect(found.length, message).toBe(0);

  if (runs < 1000) return;
  // Generators that no longer reach an outcome would make this test pass for nothing.
  const outcomes = new Set(observed.map(({ case: { request }, decision }) => `${request.api} ${decision.outcome}`));
  const ofFetch = ["preflight", "no-preflight", "same-origin", "opaque", "refused"].map(
    (outcome) => `fetch ${outcome}`,
  );
  const ofXhr = ["preflight", "no-preflight", "same-origin", "refused"].map((outcome) => `xhr ${outcome}`);
  const ofOthers = [
    "beacon opaque",
    "beacon preflight",
    "eventsource no-preflight",
    "element no-preflight",
    "element opaque",
  ];
  expect([...ofFetch, ...ofXhr, ...ofOthers].filter((outcome) => !outcomes.has(outcome))).toEqual([]);
});
