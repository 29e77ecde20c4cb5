import { expect, test, vi } from "vitest";
import type { Scenario } from "../scenarios/index.ts";
import type { RecordedStep } from "../scenarios/recorded.ts";
import { byTheEngine, byTheStandard } from "./compare.ts";

const url = "https://api.example.com/items";
const origin = ["origin", "https://app.example.com"] as const;
const asksForPut = ["access-control-request-method", "PUT"] as const;
const failed = { result: "failed", error: "TypeError: Failed to fetch" } as const;

const { recorded } = vi.hoisted(() => ({ recorded: {} as Record<string, RecordedStep[]> }));
vi.mock("./index.ts", () => ({ evidence: { chromium: { scenarios: recorded } } }));

const scenario: Scenario = {
  id: "put-refused",
  title: "A PUT is refused.",
  shows: [],
  steps: [
    {
      request: {
        origin: origin[1],
        url,
        method: "PUT",
        headers: [],
        credentials: "same-origin",
        mode: "cors",
        api: "fetch",
        body: "none",
        uploadListener: false,
      },
      preflight: { status: 404, headers: [] },
      response: { status: 200, headers: [] },
    },
  ],
};
function record(step: RecordedStep) {
  recorded[scenario.id] = [step];
  return byTheEngine(scenario, "chromium");
}
const preflight = { url, method: "OPTIONS", headers: [asksForPut, origin] };

test("what the standard says of a scenario, in short", () => {
  expect(byTheStandard(scenario)).toEqual({ upshot: "blocked", requests: "OPTIONS", headers: [] });
});

test("an engine that does the same is told apart by its line", () => {
  expect(record({ arrivals: [preflight], played: failed, console: ["No.", "Failed to load."] })).toEqual({
    upshot: "blocked",
    requests: "OPTIONS",
    headers: [],
    line: "No.",
  });
});

test("one that sends something else is told apart by that, and its line is left out", () => {
  const arrivals = [{ url, method: "PUT", headers: [origin] }];
  expect(record({ arrivals, played: failed, console: ["No."] })).toEqual({
    upshot: "blocked",
    requests: "PUT",
    headers: [],
  });
});

test("one whose requests have other headers is told apart by these", () => {
  const asksForMore = ["access-control-request-headers", "x-more"] as const;
  const arrivals = [{ ...preflight, headers: [asksForPut, asksForMore, ["origin", "null"] as const] }];
  expect(record({ arrivals, played: failed, console: ["No."] })?.headers).toEqual([
    "Origin: null",
    "Access-Control-Request-Headers: x-more",
  ]);
});
