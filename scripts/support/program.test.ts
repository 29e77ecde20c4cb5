import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { poll } from "../../tests/support/poll.ts";
import { runProgram, startProgram } from "./program.ts";

const node = (code: string) => ({ command: [process.execPath, "-e", code] });
const forEver = "setInterval(() => {}, 1000);";
/** Starts another program that runs for ever, says its number, and holds on to the same pipes. */
const withAnother = `const { pid } = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(forEver)}], { stdio: "inherit" }); console.log("started " + pid);`;
const patience = 60_000;

/** Whether a process runs. One that nobody has cleared away yet does not count, where that can be told. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.[0] !== "Z";
  } catch {
    return false;
  }
}

test("a program's end is its exit code, and all that it printed", async () => {
  const command = node('console.log("one"); console.error("two"); process.exitCode = 3;');
  const { code, output } = await runProgram(command);
  expect(code).toBe(3);
  expect(output.split("\n").sort()).toEqual(["", "one", "two"]);
});

test("one that is not there has no exit code, and its name in the output", async () => {
  const { code, output } = await runProgram({ command: ["no-such-program"] });
  expect(code).toBeNull();
  expect(output).toContain("no-such-program");
});

test("one that takes longer than it may is stopped", async () => {
  expect((await runProgram(node(forEver), 200)).code).toBeNull();
});

test.skipIf(process.platform === "win32")("what a program has started ends with it, stopped or not", async () => {
  for (const rest of [forEver, ""]) {
    const program = startProgram(node(withAnother + (rest || 'process.stdout.write("", () => process.exit(0));')));
    const other = Number(await program.printed(/started (\d+)/, patience));
    if (rest) await program.stop();
    else expect(await program.ended).toBe(0);
    await poll(() => runs(other)).toBe(false);
  }
});

test("one that ends before it has printed what is waited for is an error with what it printed", async () => {
  const program = startProgram(node('console.error("No room for a profile");'));
  await expect(program.printed(/listening on (\S+)/, patience)).rejects.toThrow(
    /ended\. What it printed may say why:\nNo room for a profile/,
  );
  expect(program.failure()).toBeDefined();
});

test("what is waited for may come in pieces", async () => {
  const program = startProgram(
    node(`process.stdout.write("listening on "); setTimeout(() => console.log("4711"), 50); ${forEver}`),
  );
  expect(await program.printed(/listening on (\d+)\n/, patience)).toBe("4711");
  expect(program.failure()).toBeUndefined();
  await program.stop();
});
