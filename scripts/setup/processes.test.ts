import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { findProcess, isAlive } from "./processes.cjs";

test("a process that lives is known by its parent and by when it started", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
  await once(child, "spawn");
  const pid = child.pid ?? expect.fail("It was not started.");
  try {
    const found = findProcess(pid);
    if (process.platform !== "win32") expect(found?.parent).toBe(process.pid);
    if (process.platform === "linux") expect(found?.started).not.toBe(findProcess(process.pid)?.started);
    expect(findProcess(pid)?.started).toBe(found?.started);
    expect(isAlive(pid)).toBe(true);
  } finally {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  expect(findProcess(pid)).toBeUndefined();
  expect(isAlive(pid)).toBe(false);
});

test.runIf(process.platform !== "win32")("a process has the name of its program", async () => {
  const child = spawn("sleep", ["1000"]);
  await once(child, "spawn");
  // Until the program is loaded it has the name of who started it.
  await expect.poll(() => basename(findProcess(child.pid ?? 0)?.name ?? "")).toBe("sleep");
  child.kill("SIGKILL");
});

test.runIf(process.platform === "linux")("a process that has ended and was not asked how is gone", async () => {
  // It ends when the shell, which would ask, is another program already.
  const child = spawn("sh", ["-c", "sleep 0.5 & echo $!; exec sleep 1000"], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = Number((await once(child.stdout, "data"))[0]);
  await expect.poll(() => findProcess(pid)).toBeUndefined();
  expect(existsSync(`/proc/${pid}`)).toBe(true);
  child.kill("SIGKILL");
});
