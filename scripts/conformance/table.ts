import type { SuiteLine } from "../../src/generator/suiteLines.ts";
import type { Report } from "./suite.ts";

const marks = { holds: "✓", cannot: "–", fails: "✗" } as const;

/** A table of runs: recipe, versions, a column for each line of the suite, seconds. */
export function formatTable(
  lines: readonly SuiteLine[],
  runs: readonly { report: Report; versions: Record<string, string> }[],
): string {
  const rows = runs.map(({ report, versions }) => [
    report.id,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
    ...lines.map((line) => marks[report.lines[line].state]),
    `${report.seconds.toFixed(1)} s`,
  ]);
  const head = ["recipe", "versions", ...lines.map((_, index) => String(index + 1)), "time"];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const format = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const legend = lines.map((line, index) => `${index + 1} ${line}`).join(", ");
  return [
    format(head),
    ...rows.map(format),
    "",
    legend,
    "✓ holds, – cannot be held and the recipe's page says so, ✗ fails",
  ].join("\n");
}
