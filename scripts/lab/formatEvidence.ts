import type { Evidence } from "../../src/evidence/types.ts";

/** Evidence as JSON with one line for each step, so that a diff shows which of them changed. */
export function formatEvidence({ scenarios, ...about }: Evidence): string {
  const head = Object.entries(about).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const entries = Object.entries(scenarios).map(([id, steps]) => {
    const lines = steps.map((step) => `      ${JSON.stringify(step)}`);
    return `    ${JSON.stringify(id)}: [\n${lines.join(",\n")}\n    ]`;
  });
  return `{\n${head.join(",\n")},\n  "scenarios": {\n${entries.join(",\n")}\n  }\n}\n`;
}
