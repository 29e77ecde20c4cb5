import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { within } from "./within.ts";

/** What hears SIGTERM ends in a second or so; what does not is killed after this time, in milliseconds. */
const stopTimeout = 5000;

/** What was killed still counts as there until the system clears it away, which some containers never do. */
const clearingTimeout = 2000;

/** A program that runs for hours may print for hours: its last words are enough to look into. In characters. */
const keptOutput = 1_000_000;

const onWindows = process.platform === "win32";

/** What to start. */
export interface Command {
  /** The program and its arguments. */
  command: readonly string[];
  /** Where it runs; here, where there is none. */
  folder?: string;
  /** Its whole environment; this process's, where there is none. */
  env?: NodeJS.ProcessEnv;
}

/** A program that was started, with the programs that it started itself: it runs until it is stopped, or ends. */
export interface Program {
  /** What it printed so far, on standard output and standard error. */
  output(): string;
  /**
   * Waits until it has printed something, and returns the pattern's first group.
   * @param patience milliseconds
   * @throws where it ends without having printed it, or takes longer
   */
  printed(pattern: RegExp, patience: number): Promise<string>;
  /** Where it has ended: an error that says so, with what it printed. */
  failure(): Error | undefined;
  /** Its exit code, once all that it printed is there; `null` where it did not start, or was killed. */
  ended: Promise<number | null>;
  /** Ends it and what it has started, and waits until all of them are gone. */
  stop(): Promise<void>;
}

/** A server that was started: where it is, and how to end it. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** Starts a program. Whatever becomes of this process, the program does not outlive it. */
export function startProgram({ command: [path = "", ...args], folder, env }: Command): Program {
  // A browser is many processes. As a group they can be ended, and waited for, as a whole.
  const child = spawn(path, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: !onWindows });
  endWithThisProcess(child);

  let output = "";
  const watchers = new Set<() => void>();
  const print = (text: string) => {
    output = (output + text).slice(-keptOutput);
    for (const watcher of watchers) watcher();
  };
  child.stdout.setEncoding("utf8").on("data", print);
  child.stderr.setEncoding("utf8").on("data", print);

  const exited = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<number | null>();
  let failure: Error | undefined;
  let lateEnd: ReturnType<typeof setTimeout> | undefined;
  const end = (code: number | null) => {
    clearTimeout(lateEnd);
    running.delete(child);
    failure ??= new Error(`${path} ended. What it printed may say why:\n${output.slice(-10_000)}`);
    ended.resolve(code);
  };
  child.once("exit", (code) => {
    // What it has started may hold its pipes open; what has left the group still does.
    killGroup(child);
    lateEnd = setTimeout(() => end(code), clearingTimeout);
    exited.resolve();
  });
  // After the last of what it printed, and of what those printed that it has started.
  child.once("close", end);
  // It could not be started.
  child.once("error", (error) => {
    print(error.message);
    exited.resolve();
    end(null);
  });

  const printed = async (pattern: RegExp, patience: number) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = () => {
      const found = pattern.exec(output);
      if (found) resolve(found[1] ?? "");
    };
    watchers.add(look);
    look();
    void ended.promise.then(() => reject(failure));
    const problem = `${path} has not started within ${patience / 60_000} minutes. Start it by hand to see what it waits for.`;
    return within(promise, patience, problem).finally(() => watchers.delete(look));
  };

  const stop = async () => {
    child.kill();
    const timer = setTimeout(() => killGroup(child), stopTimeout);
    await exited.promise;
    clearTimeout(timer);
    await groupToEnd(child);
  };

  return { output: () => output, printed, failure: () => failure, ended: ended.promise, stop };
}

/**
 * Runs a program to its end.
 * @param patience milliseconds; then it is stopped. Without it, it may take as long as it takes
 * @returns its exit code, and what it printed
 */
export async function runProgram(
  command: Command,
  patience?: number,
): Promise<{ code: number | null; output: string }> {
  const program = startProgram(command);
  const timer = patience === undefined ? undefined : setTimeout(() => void program.stop(), patience);
  const code = await program.ended;
  clearTimeout(timer);
  return { code, output: program.output() };
}

const running = new Set<ChildProcess>();
let watching = false;

/** A group of its own hears nothing of Ctrl+C, and outlives this process where nobody ends it. */
function endWithThisProcess(child: ChildProcess): void {
  running.add(child);
  if (watching) return;
  watching = true;
  process.on("exit", killAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      killAll();
      process.kill(process.pid, signal);
    });
  }
}

function killAll(): void {
  for (const child of running) killGroup(child);
}

/** @returns whether there was anything left to kill */
function killGroup(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  try {
    return onWindows ? child.kill("SIGKILL") : process.kill(-child.pid, "SIGKILL");
  } catch {
    return false;
  }
}

/** What a program has started does not always end with it. */
async function groupToEnd(leader: ChildProcess): Promise<void> {
  const deadline = Date.now() + clearingTimeout;
  while (killGroup(leader) && Date.now() < deadline) await wait(20);
}
