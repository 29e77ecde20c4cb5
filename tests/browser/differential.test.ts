import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CorsRequest, checkPreflightResponse } from "../../src/rules/index.ts";
import { launchTimeout } from "../support/chromium.ts";
import { chromiumFollows, differences } from "./chromiumDiffers.ts";
import { disagreements, isPreflight } from "./disagreements.ts";
import { browserCases, plainRequest } from "./generators.ts";
import { type Lab, startLab } from "./lab.ts";

/**
 * Generated requests, made by pages in a real Chromium to real servers, against the rules: does a
 * preflight go out and which, does a script see an answer and how much of it.
 * PREFLIGHT_SEED repeats a run, PREFLIGHT_RUNS changes the number of requests.
 */
const seed = Number(process.env.PREFLIGHT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.PREFLIGHT_RUNS ?? 600);

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
}, launchTimeout);
afterAll(() => lab?.close());

test(`Chromium does what the rules say for ${runs} generated requests`, { timeout: 120_000 }, async () => {
  console.log(`Differential test: PREFLIGHT_SEED=${seed} PREFLIGHT_RUNS=${runs}`);
  const arbitrary = browserCases(lab.page, lab.api).filter(({ request }) => chromiumFollows(request));
  const observed = await lab.play(fc.sample(arbitrary, { seed, numRuns: runs }));
  const found = observed.flatMap((each) =>
    disagreements(each).map(
      (problem) => `${problem}\n  ${JSON.stringify(each.case)}\n  ${JSON.stringify(each.decision)}`,
    ),
  );
  // Not toEqual([]): its diff would print them all once more.
  const message = `${found.length} disagreements, repeat them with PREFLIGHT_SEED=${seed}:\n${found.slice(0, 10).join("\n")}`;
  expect(found.length, message).toBe(0);

  if (runs < 600) return;
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

test.for(differences)(
  "unlike the standard, Chromium $chromium",
  { timeout: 30_000 },
  async ({ witness, applies, seen }) => {
    const url = (witness.url ?? `${lab.api}/CASE`).replace("HOST", new URL(lab.api).host);
    const request: CorsRequest = { ...plainRequest, origin: lab.page, ...witness, url };
    expect(applies(request)).toBe(true);
    const [observed] = await lab.play([{ request }]);
    if (!observed) throw new Error("The request was not played.");
    const preflights = observed.arrivals.filter(isPreflight).length;
    expect({ preflights, result: observed.played.result }).toEqual(seen);
    // The rules follow the standard: where they agree with Chromium, there is no difference.
    expect(disagreements(observed)).not.toEqual([]);
  },
);

test("unlike the standard, Chromium wants the method listed where an upload listener alone causes a preflight too", async () => {
  const request: CorsRequest = {
    ...plainRequest,
    origin: lab.page,
    url: `${lab.api}/CASE`,
    api: "xhr",
    method: "PUT",
    body: "text",
    uploadListener: true,
  };
  const preflight = { status: 204, headers: [["Access-Control-Allow-Origin", lab.page]] as const };
  expect(checkPreflightResponse(request, preflight)).toEqual({ ok: true });
  const [unlisted, listed] = await lab.play([
    { request, preflight },
    { request, preflight: { status: 204, headers: [...preflight.headers, ["Access-Control-Allow-Methods", "PUT"]] } },
  ]);
  expect(unlisted?.played.result).toBe("failed");
  expect(listed?.played.result).toBe("answered");
});
