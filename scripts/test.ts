/**
 * Checks the code and runs the tests; the last line counts both.
 * Usage: npm test, or npm test -- src/rules: then only those tests, with Vitest's own arguments
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./check.ts";
import { ensureBrowser } from "./setup/browser.ts";
import { runNode, tools } from "./support/runNode.ts";
import { type Counts, countTests, formatCounts, skippedTests, type VitestReport } from "./support/vitestReport.ts";

/** Says so where there is no browser, and goes on: the tests that need one fail. */
async function reportMissingBrowser(): Promise<void> {
  const browser = await ensureBrowser().catch((error: Error) => ({ missing: error.message }));
  if ("missing" in browser) console.error(browser.missing);
}

async function runTests(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "preflight-guide-tests-"));
  const reportFile = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  try {
    const { code } = await runNode([tools.vitest, "run", ...reporters, ...args]);
    const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, "utf8")) as VitestReport) : undefined;
    for (const name of skippedTests(report)) console.log(`not run: ${name}`);
    return countTests(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
await reportMissingBrowser();
// Who names tests wants those, and soon.
const checks = args.length === 0 ? await runChecks() : { passed: 0, failed: 0 };
const tests = await runTests(args);
const sum = { ...tests, passed: tests.passed + checks.passed, failed: tests.failed + checks.failed };
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`\n${formatCounts(sum)}`);
