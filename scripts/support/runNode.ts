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
 * Runs a JavaScript file with this Node and waits for its end. Signals are handed on to it.
 * @param args the file and its arguments
 * @param options `quiet`: its output is caught, and not shown
 * @returns its exit code (128 and more where a signal ended it), and its output where that was caught
 */
export function runNode(args: readonly string[], { quiet = false } = {}): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, { stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const handOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve({ code: code ?? 128 + constants.signals[signal ?? "SIGTERM"], output });
    });
  });
}
