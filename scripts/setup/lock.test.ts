import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { acquireLock } from "./lock.cjs";
import { findProcess } from "./processes.cjs";

const lockModule = join(import.meta.dirname, "lock.cjs");
const timeout = 60_000;

let root: string;
let claims: string;
let started: ChildProcess[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lock-"));
  claims = join(root, ".cache/commands");
  started = [];
});
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

/** Starts a process that takes the lock, and then does something. */
function holder(work: string) {
  const code = `require(${JSON.stringify(lockModule)}).acquireLock(${JSON.stringify(root)}).then(async (lock) => { ${work} })`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  return child;
}

const forEver = 'console.log("locked"); setInterval(() => undefined, 1000);';

test("of many that come at once, one works at a time", { timeout }, async () => {
  const log = join(root, "log");
  const work = `
    const fs = require("node:fs");
    fs.appendFileSync(${JSON.stringify(log)}, "start\\n");
    await new Promise((resolve) => setTimeout(resolve, 20));
    fs.appendFileSync(${JSON.stringify(log)}, "end\\n");
    lock.release();`;
  const ends = await Promise.all(Array.from({ length: 6 }, () => once(holder(work), "exit")));
  expect(ends.map(([code]) => code)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(log, "utf8")).toBe("start\nend\n".repeat(6));
  expect(readdirSync(claims)).toEqual([]);
});

test("who finds another claim beside its own steps back, and waits", { timeout }, async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
  started.push(child);
  await once(child, "spawn");
  const other = `${child.pid}.${findProcess(child.pid ?? 0)?.started}`;
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  // Between the look for others and the own claim another one comes.
  const write = vi.spyOn(fs, "writeFileSync").mockImplementationOnce((path) => {
    write.mockRestore();
    writeFileSync(join(claims, other), "");
    writeFileSync(path as string, "");
  });
  try {
    const waiting = acquireLock(root);
    await vi.waitFor(() => expect(error.mock.calls.join()).toContain(`process ${child.pid})`), timeout);
    expect(readdirSync(claims)).toEqual([other]);
    child.kill("SIGKILL");
    (await waiting).release();
  } finally {
    error.mockRestore();
  }
});

test("who waits says for which process, once, and has waited", { timeout }, async () => {
  const child = holder(forEver);
  await once(child.stdout, "data");
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    const waiting = acquireLock(root);
    await vi.waitFor(() => expect(error).toHaveBeenCalled(), timeout);
    child.kill("SIGKILL");
    const lock = await waiting;
    expect(lock.waited).toBe(true);
    lock.release();
    expect(error.mock.calls).toEqual([
      [`Another command (process ${child.pid}) is installing or building here; waiting for it…`],
    ]);
  } finally {
    error.mockRestore();
  }
});

test("a lock of a process that was killed is void", { timeout }, async () => {
  const child = holder(forEver);
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = await acquireLock(root);
  expect(lock.waited).toBe(false);
  expect(readdirSync(claims)).toHaveLength(1);
  lock.release();
});

test("a lock that is shared with a child lasts until the child has ended", { timeout }, async () => {
  const child = holder(`
    const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
    lock.share(child.pid);
    console.log(child.pid);
    setInterval(() => undefined, 1000);`);
  const [pid] = await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    const waiting = acquireLock(root);
    await vi.waitFor(() => expect(error.mock.calls.join()).toContain(`process ${Number(pid)})`), timeout);
    process.kill(Number(pid), "SIGKILL");
    (await waiting).release();
  } finally {
    error.mockRestore();
  }
});

// Windows tells processes apart by their number alone.
test.runIf(process.platform !== "win32")(
  "another process with the number of one that is gone holds no lock",
  async () => {
    mkdirSync(claims, { recursive: true });
    writeFileSync(join(claims, `${process.ppid}.1`), "");
    const lock = await acquireLock(root);
    expect(lock.waited).toBe(false);
    lock.release();
    expect(readdirSync(claims)).toEqual([]);
  },
);

test("a folder that cannot be written to is an error of the system's", async () => {
  writeFileSync(join(root, ".cache"), "");
  await expect(acquireLock(root)).rejects.toMatchObject({ syscall: "mkdir" });
});
