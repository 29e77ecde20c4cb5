/** What a run left out, because it stands in a record or needs what is not here. */
export interface NotRun {
  count: number;
  /** What was counted: `scenarios in Firefox 153.7.0esr`. */
  what: string;
  /** The variable that has all of them run. */
  variable: "ENGINES" | "RECIPES" | "PAGES";
  /** What stands for them in this run: a record, where nothing else is said. */
  instead?: string;
}

/** What is read of the file that Vitest's JSON reporter writes. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName?: string; meta?: { notRun?: NotRun } }[];
  }[];
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts a run's tests. A file that failed outside its tests (an import, a hook), and a run that
 * failed outside its files or ran nothing, count as one failure each.
 * @param report `undefined` where Vitest wrote none
 * @param exitCode Vitest's own
 */
export function countTests(report: VitestReport | undefined, exitCode: number): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === "passed") counts.passed++;
      else if (status === "failed") counts.failed++;
      else counts.skipped++;
    }
    if (file.status === "failed" && counts.failed === failedBefore) counts.failed++;
  }
  const ranNothing = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (exitCode !== 0 || ranNothing)) counts.failed = 1;
  return counts;
}

/** Each count of both. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** `12 passed, 0 failed`, and `, 1 skipped` where there are any. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * One line that says how much was not run, and the command that runs it.
 * @returns nothing where everything was run
 */
export function formatNotRun(report: VitestReport | undefined): string | undefined {
  const results = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
  const recorded = results.flatMap(({ meta }) => meta?.notRun ?? []);
  const counts = new Map<string, number>();
  for (const { count, what, instead = "which are recorded" } of recorded) {
    const which = `${what}, ${instead}`;
    counts.set(which, (counts.get(which) ?? 0) + count);
  }
  const parts = [...counts].map(([which, count]) => `${count} ${which}`);
  const variables = new Set(recorded.map(({ variable }) => variable));
  const skipped = results.filter(
    ({ status, meta }) => status !== "passed" && status !== "failed" && !meta?.notRun,
  ).length;
  if (skipped > 0) {
    parts.push(`${skipped} tests of what is not installed`);
    variables.add("ENGINES").add("RECIPES");
  }
  if (parts.length === 0) return undefined;
  const command = [...variables].sort().map((name) => `${name}=all `);
  return `Not run: ${parts.join("; ")}. To run all: ${command.join("")}npm test`;
}
