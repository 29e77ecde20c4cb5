import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { within } from "./within.ts";

/**
 * How long a browser may take to start, in milliseconds: the first time is slow, and on a busy machine takes over a
 * minute. Only one that never starts takes so long.
 */
export const startTimeout = 300_000;

/** What hears SIGTERM ends in a second or so; what does not is killed after this time. */
const stopTimeout = 5000;

/** What was killed still counts as there until the system clears it away, which some containers never do. */
const clearingTimeout = 2000;

const onWindows = process.platform === "win32";

/** A program that was started, with the programs that it started itself. */
export interface Started {
  /**
   * Waits until it has printed something, and returns the pattern's first group.
   * @throws where it ends without having printed it, or takes longer than five minutes
   */
  printed(pattern: RegExp): Promise<string>;
  /** Where it has ended: an error that says so, with what it printed. */
  failure(): Error | undefined;
  /** Ends it and what it has started, and waits until all of them are gone. */
  stop(): Promise<void>;
}

/**
 * Starts a program.
 * @param env its whole environment
 */
export function startProgram(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Started {
  // A browser is many processes. As a group they can be ended, and waited for, as a whole.
  const child = spawn(path, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: !onWindows });
  running.add(child);

  let output = "";
  const watchers = new Set<() => void>();
  const print = (text: string) => {
    // Its last words are enough to look into, however long it runs.
    output = (output + text).slice(-10_000);
    for (const watcher of watchers) watcher();
  };
  child.stdout.setEncoding("utf8").on("data", print);
  child.stderr.setEncoding("utf8").on("data", print);

  const ended = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<Error>();
  let failure: Error | undefined;
  const fail = () => {
    failure = new Error(`${path} ended. What it printed may say why:\n${output}`);
    failed.resolve(failure);
  };
  child.once("exit", () => ended.resolve());
  // After the last of what it printed, and of what those printed that it has started.
  child.once("close", fail);
  // It could not be started.
  child.once("error", (error) => {
    print(error.message);
    ended.resolve();
    fail();
  });

  const printed = async (pattern: RegExp) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = () => {
      const found = pattern.exec(output);
      if (found) resolve(found[1] ?? "");
    };
    watchers.add(look);
    look();
    void failed.promise.then(reject);
    const problem = `${path} has not started within five minutes. Start it by hand to see what it waits for.`;
    return within(promise, startTimeout, problem).finally(() => watchers.delete(look));
  };

  const stop = async () => {
    child.kill();
    const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeout);
    await ended.promise;
    clearTimeout(timer);
    await groupToEnd(child);
    running.delete(child);
  };

  return { printed, failure: () => failure, stop };
}

const running = new Set<ChildProcess>();

// A group of its own hears nothing of Ctrl+C, and outlives this process where nobody ends it.
process.on("exit", killAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    killAll();
    process.kill(process.pid, signal);
  });
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
