/** What is read of the file that Vitest's JSON reporter writes. */
export interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName?: string }[] }[];
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

/** `12 passed, 0 failed`, and `, 1 skipped` where there are any. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The names of the tests that were not run, each once. */
export function skippedTests(report: VitestReport | undefined): string[] {
  const results = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
  const names = results.filter(({ status }) => status !== "passed" && status !== "failed");
  return [...new Set(names.map(({ fullName = "a test without a name" }) => fullName))];
}
