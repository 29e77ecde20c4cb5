import { type ChildProcess, spawn } from "node:child_process";

/** A started server: where it is, and how to end it. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

export interface Command {
  /** The program and its arguments. */
  command: readonly string[];
  folder: string;
  env: Record<string, string>;
}

const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) killGroup(child, "SIGKILL");
});

/** A program that runs until it is stopped, or ends by itself. */
export interface Started {
  /** All that it printed so far. */
  output(): string;
  hasEnded(): boolean;
  /** Its exit code; `null` where it did not start, or was killed. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a program in a process group of its own, so that what it starts ends with it. */
export function start({ command: [program = "", ...args], folder, env }: Command): Started {
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let over = false;
  alive.add(child);
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => {
    const end = (code: number | null) => {
      over = true;
      alive.delete(child);
      resolve(code);
    };
    child.on("exit", (code) => {
      // What it started may hold the pipes open.
      killGroup(child, "SIGKILL");
      setTimeout(() => end(code), 20);
    });
    child.on("error", (error) => {
      output += error.message;
      end(null);
    });
  });
  const stop = async () => {
    if (!over) killGroup(child, "SIGTERM");
    // One that does not hear SIGTERM must not outlive its caller.
    const timer = setTimeout(() => killGroup(child, "SIGKILL"), 3000);
    await ended;
    clearTimeout(timer);
  };
  return { output: () => output, hasEnded: () => over, ended, stop };
}

/**
 * Runs a program to its end.
 * @param patience seconds; then it is stopped
 * @returns its exit code, and all that it printed
 */
export async function runToEnd(command: Command, patience: number): Promise<{ code: number | null; output: string }> {
  const child = start(command);
  const timer = setTimeout(() => void child.stop(), patience * 1000);
  const code = await child.ended;
  clearTimeout(timer);
  return { code, output: child.output() };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
