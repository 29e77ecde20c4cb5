/**
 * Checks the code without running it: lint and types.
 * Usage: npm run check
 */
import { runProgram } from "./support/program.ts";
import { tools } from "./support/runNode.ts";
import type { Counts } from "./support/vitestReport.ts";

/** In this order: Astro writes the types of its collections, which tsc then reads. */
const checks = [
  { name: "Biome", args: [tools.biome, "lint", "--error-on-warnings"] },
  { name: "Astro's types", args: [tools.astro, "check", "--minimumFailingSeverity", "warning"] },
  { name: "TypeScript", args: [tools.tsc, "-p", "."] },
  { name: "TypeScript, the rules alone", args: [tools.tsc, "-p", "src/rules"] },
];

/** Runs every check, and shows the output of those that fail. */
export async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, args } of checks) {
    const { code, output } = await runProgram({ command: [process.execPath, ...args] });
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
    counts[code === 0 ? "passed" : "failed"]++;
  }
  return counts;
}

if (import.meta.main) {
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
}
