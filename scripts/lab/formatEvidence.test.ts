import { expect, test } from "vitest";
import type { Evidence } from "../../src/scenarios/recorded.ts";
import { formatEvidence } from "./formatEvidence.ts";

test("evidence is JSON with a line for each step", () => {
  const step = { arrivals: [], played: { result: "queued" }, console: ["A “line”\nof two"] } as const;
  const evidence: Evidence = {
    engine: "webkit",
    browser: "WebKitGTK 2.50.6",
    date: "2026-11-21",
    inputs: { lab: "0a", scenarios: { "z-first": "1b", "a-second": "2c" } },
    scenarios: { "z-first": [step], "a-second": [step, step] },
    neighbours: { csp: [step] },
  };
  const text = formatEvidence(evidence);
  expect(JSON.parse(text)).toEqual(evidence);
  expect(text.split("\n").filter((line) => line.includes('"queued"'))).toHaveLength(4);
  // Their order is the scenarios'.
  expect(text.indexOf("z-first")).toBeLessThan(text.indexOf("a-second"));
  expect(text.endsWith("}\n")).toBe(true);
});
