/**
 * Checks the code and runs the tests; the last line counts both.
 * Usage: npm test
 *        npm test -- --changed    what has changed since the last commit, in seconds
 *        npm test -- src/rules    only those tests; every argument goes to Vitest
 * ENGINES and RECIPES say how much of what was recorded is played anew (CONTRIBUTING.md).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./check.ts";
import { ensureBrowser } from "./setup/browser.ts";
import { ensureFirefox, ensureWebKit } from "./setup/engines.ts";
import { ensureHeadlessShell } from "./setup/headlessShell.ts";
import { changedFiles, checkChanged } from "./support/changedFiles.ts";
import { readExtent } from "./support/replays.ts";
import { runNode, tools } from "./support/runNode.ts";
import { describePlan } from "./support/testPlan.ts";
import {
  addCounts,
  type Counts,
  countTests,
  formatCounts,
  formatNotRun,
  type VitestReport,
} from "./support/vitestReport.ts";

/** Gets the browsers. Says so where there is none, and goes on: the tests that need it fail. */
async function getBrowsers(): Promise<void> {
  const browser = await ensureBrowser().catch((error: Error) => ({ missing: error.message }));
  if ("missing" in browser) console.error(browser.missing);
  await ensureHeadlessShell();
  if (readExtent("ENGINES") === "here") return;
  for (const ensure of [ensureFirefox, ensureWebKit]) {
    await ensure().catch((error: Error) => console.error(error.message));
  }
}

async function runTests(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "preflight-guide-tests-"));
  const reportFile = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  try {
    const code = await runNode([tools.vitest, "run", ...reporters, ...args]);
    const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, "utf8")) as VitestReport) : undefined;
    const notRun = formatNotRun(report);
    if (notRun) console.log(notRun);
    return countTests(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function testAll(): Promise<Counts> {
  console.log(describePlan(readExtent("ENGINES"), readExtent("RECIPES")));
  await getBrowsers();
  // Side by side: the tests wait for browsers and servers while the checks compute.
  const [checks, tests] = await Promise.all([runChecks(), runTests([])]);
  if (checks.failed > 0) console.log("A check has failed, too: see ✗ above, or run npm run check -- --all");
  return addCounts(checks, tests);
}

/** Without a browser: lint of the files, the content, and the tests that import them. */
async function testChanged(args: readonly string[]): Promise<Counts> {
  const files = await changedFiles();
  const checks = await checkChanged(files);
  const tests = await runTests(["--project=src", "--project=code", "--passWithNoTests", ...args]);
  console.log("Not looked at: types, and the tests in browsers, of recipes and of the site. To run them: npm test");
  return addCounts(checks, tests);
}

async function testSome(args: readonly string[]): Promise<Counts> {
  await getBrowsers();
  return runTests(args);
}

const args = process.argv.slice(2);
try {
  const run = args.length === 0 ? testAll() : args.includes("--changed") ? testChanged(args) : testSome(args);
  const counts = await run;
  process.exitCode = counts.failed === 0 ? 0 : 1;
  console.log(`\n${formatCounts(counts)}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
