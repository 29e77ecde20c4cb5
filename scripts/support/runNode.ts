import { spawn } from "node:child_process";
import { constants } from "node:os";

/** The commands of the tools that the scripts run: JavaScript files, so that they run with this Node. */
export const tools = {
  astro: "node_modules/astro/bin/astro.mjs",
  biome: "node_modules/@biomejs/biome/bin/biome",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

/**
 * Runs a JavaScript file with this Node, as if it were this command: it has the same terminal, and signals are handed on
 * to it. One whose output is wanted is run by `runProgram`.
 * @param args the file and its arguments
 * @returns its exit code: 128 and more where a signal ended it
 */
export function runNode(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const handOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
    });
  });
}
