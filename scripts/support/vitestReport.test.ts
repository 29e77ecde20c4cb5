import { expect, test } from "vitest";
import { countTests, formatCounts, formatNotRun } from "./vitestReport.ts";

function file(status: string, ...tests: string[]) {
  return { name: "a.test.ts", status, assertionResults: tests.map((status) => ({ status })) };
}

test("tests are counted over all files", () => {
  const report = { testResults: [file("passed", "passed", "skipped"), file("failed", "passed", "failed", "todo")] };
  expect(countTests(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test("a file that failed outside its tests is a failure", () => {
  const report = { testResults: [file("passed", "passed"), file("failed"), file("failed", "passed", "skipped")] };
  expect(countTests(report, 1)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

test("a run that failed outside its files is a failure", () => {
  expect(countTests({ testResults: [file("passed", "passed")] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test.each([
  ["without a report", undefined, 0],
  ["without a test", { testResults: [] }, 0],
  ["with nothing but skipped tests", { testResults: [file("passed", "skipped")] }, 0],
])("a run %s is a failure", (_what, report, exitCode) => {
  expect(countTests(report, exitCode).failed).toBe(1);
});

test("skipped tests are named only where there are any", () => {
  expect(formatCounts({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(formatCounts({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("what was not run is one line, with its counts and the command that runs it", () => {
  const taken = (count: number, what: string, variable: "ENGINES" | "RECIPES" | "PAGES") => ({
    status: "passed",
    meta: { notRun: { count, what, variable } },
  });
  const engines = [taken(471, "scenarios in Firefox 153.7.0esr", "ENGINES"), { status: "passed", meta: {} }];
  const report = {
    testResults: [
      { ...file("passed"), assertionResults: engines },
      { ...file("passed"), assertionResults: [taken(472, "scenarios in WebKitGTK 2.50.6", "ENGINES")] },
    ],
  };
  expect(formatNotRun(report)).toBe(
    "Not run: 471 scenarios in Firefox 153.7.0esr, which are recorded; 472 scenarios in WebKitGTK 2.50.6, " +
      "which are recorded. To run all: ENGINES=all npm test",
  );
  const more = [
    file("passed", "skipped", "passed", "skipped"),
    { ...file("passed"), assertionResults: [taken(29, "recipes", "RECIPES")] },
  ];
  expect(formatNotRun({ testResults: more })).toBe(
    "Not run: 29 recipes, which are recorded; 2 tests of what is not installed. To run all: ENGINES=all RECIPES=all npm test",
  );
  const pages = {
    ...file("passed"),
    assertionResults: [1, 2].map(() => ({ ...taken(1, "pages", "PAGES"), status: "skipped" })),
  };
  expect(formatNotRun({ testResults: [pages] })).toBe(
    "Not run: 2 pages, which are recorded. To run all: PAGES=all npm test",
  );
  expect(formatNotRun({ testResults: [file("passed", "passed")] })).toBeUndefined();
  expect(formatNotRun(undefined)).toBeUndefined();
});
