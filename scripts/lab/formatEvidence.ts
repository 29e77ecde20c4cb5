import type { Evidence } from "../../src/scenarios/recorded.ts";

/** Evidence as JSON with one line for each hash and each step, so that a diff shows which of them changed. */
export function formatEvidence({ inputs, scenarios, neighbours, ...about }: Evidence): string {
  const head = Object.entries(about).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const hashes = Object.entries(inputs.scenarios).map(([id, hash]) => `      ${JSON.stringify(id)}: "${hash}"`);
  const made = `  "inputs": {\n    "lab": "${inputs.lab}",\n    "scenarios": {\n${hashes.join(",\n")}\n    }\n  }`;
  const played = Object.entries({ scenarios, neighbours }).map(
    ([key, recorded]) => `  "${key}": {\n${formatSteps(recorded)}\n  }`,
  );
  return `{\n${[...head, made, ...played].join(",\n")}\n}\n`;
}

function formatSteps(recorded: Evidence["scenarios"]): string {
  const entries = Object.entries(recorded).map(([id, steps]) => {
    const lines = steps.map((step) => `      ${JSON.stringify(step)}`);
    return `    ${JSON.stringify(id)}: [\n${lines.join(",\n")}\n    ]`;
  });
  return entries.join(",\n");
}
