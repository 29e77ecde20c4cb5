import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a command took, with all processes that it started. */
export interface Cost {
  /** Seconds of the processor: what else the machine does counts little. */
  cpu: number;
  /** Seconds by the clock. */
  wall: number;
  /** Megabytes of its largest process, at their most. */
  peak: number;
}

/** How often is looked how much memory there is, in milliseconds. */
const INTERVAL = 250;

/**
 * Runs a command and measures it, on Linux.
 * @throws with what it printed, where it fails
 */
export async function measure(folder: string, command: readonly [string, ...string[]]): Promise<Cost> {
  const [program, ...args] = command;
  const [start, cpuBefore] = [performance.now(), cpuOfChildren()];
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, ...treeOf(child.pid ?? 0).map(mostMemoryOf));
  }, INTERVAL);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code} in ${folder}:\n${output.slice(-4000)}`);
  return { cpu: cpuOfChildren() - cpuBefore, wall: (performance.now() - start) / 1000, peak };
}

/** The fields of a process's state, from the third on: its name before them may hold anything. */
function statOf(pid: number | "self"): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Seconds of all processes that this one has waited for, and of those that they have. */
function cpuOfChildren(): number {
  const stat = statOf("self");
  // In hundredths of a second on every Linux.
  return (Number(stat[13]) + Number(stat[14])) / 100;
}

/** A process and all below it. */
function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = orGone(() => Number(statOf(Number(name))[1]));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function mostMemoryOf(pid: number): number {
  const status = orGone(() => readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(/VmHWM:\s+(\d+)/.exec(status ?? "")?.[1] ?? 0) / 1024;
}

/** What can be read of a process, unless it has ended meanwhile. */
function orGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
