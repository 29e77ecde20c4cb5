import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { recordBuild } from "../../scripts/support/buildStamp.ts";
import { hashSiteInputs } from "../../scripts/support/siteInputs.ts";
import { copyProject, usersEnvironment } from "./project.ts";

const repository = join(import.meta.dirname, "../..");

/** A command that was started in a copy of the project. */
export interface Command {
  child: ChildProcess;
  /** All that it printed so far, on standard output and standard error. */
  output(): string;
  /** Its end: `code` is `null` where a signal ended it. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string; stderr: string }>;
}

/** A copy of the project in which the npm scripts run. */
export interface RunnableCopy {
  root: string;
  /** Starts a command, such as `["npm", "start"]`, in a process group of its own. */
  start(command: readonly string[], environment?: Record<string, string>): Command;
  /** Runs a command to its end. */
  run(command: readonly string[], environment?: Record<string, string>): Command["ended"];
  /** Puts a site that was built from the same sources into its dist/, as a build of its own would. */
  adoptSite(folder: string): void;
  /** Ends all that it has started, and removes it. */
  remove(): Promise<void>;
}

/** Copies the project with its commands. The packages are links; npm's records and all caches are its own. */
export function copyRunnable(): RunnableCopy {
  const copy = copyProject();
  for (const part of ["scripts", "package-lock.json"]) {
    cpSync(join(repository, part), join(copy.root, part), { recursive: true });
  }
  linkPackages(copy.root);

  const started: Command[] = [];
  const start = ([program = "", ...args]: readonly string[], environment: Record<string, string> = {}) => {
    const child = spawn(program, args, {
      cwd: copy.root,
      env: { ...usersEnvironment(), PORT: "0", NO_COLOR: "1", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      output += text;
      stderr += text;
    });
    const ended = once(child, "close").then(([code, signal]) => ({ code, signal, output, stderr }));
    const command = { child, output: () => output, ended };
    started.push(command);
    return command;
  };
  return {
    root: copy.root,
    start,
    run: (command, environment) => start(command, environment).ended,
    adoptSite(folder) {
      cpSync(folder, join(copy.root, "dist"), { recursive: true });
      recordBuild(copy.root, folder, hashSiteInputs(copy.root, {}));
    },
    async remove() {
      for (const { child, ended } of started) {
        killGroup(child);
        await ended;
      }
      copy.remove();
    },
  };
}

/** Ends a command and all that it has started, at once. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function linkPackages(root: string): void {
  const from = join(repository, "node_modules");
  const to = join(root, "node_modules");
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if ([".installed-from", ".package-lock.json"].includes(name)) cpSync(join(from, name), join(to, name));
    else if (!name.startsWith(".") || name === ".bin") symlinkSync(join(from, name), join(to, name));
  }
}
