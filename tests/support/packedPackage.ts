import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProgram } from "../../scripts/support/program.ts";
import { readExtent } from "../../scripts/support/replays.ts";

const root = join(import.meta.dirname, "../..");
const place = join(root, ".cache/package");

/** Packs the package. @returns the file that others install */
export async function packageFile(): Promise<string> {
  const { code, output } = await runProgram({
    command: [process.execPath, join(root, "scripts/pack.ts")],
    folder: root,
  });
  if (code !== 0) throw new Error(output);
  return packedFile();
}

/** @returns the file that was packed before the tests */
export function packedFile(): string {
  const name = existsSync(place) && readdirSync(place).find((each) => each.endsWith(".tgz"));
  if (!name) throw new Error("There is no package. Run npm run pack.");
  return join(place, name);
}

const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder outside the project, in which the package is installed from its file and nothing else is. */
export async function installed(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "preflight-package-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const command = ["npm", "install", "--offline", "--no-audit", "--no-fund", packedFile()];
  const { code, output } = await runProgram({ command, folder });
  if (code !== 0) throw new Error(output);
  return folder;
}

/**
 * What runs JavaScript or tests besides the project's Node and Vitest: packages of npm that bring a program, and where
 * in them it is.
 */
const runtimes = {
  "node 20": { name: `node-${process.platform}-${process.arch}`, version: "20.20.2", program: "bin/node" },
  "node 22": { name: `node-${process.platform}-${process.arch}`, version: "22.23.5", program: "bin/node" },
  deno: { name: `@deno/${process.platform}-${process.arch}-glibc`, version: "2.9.6", program: "deno" },
  bun: { name: "bun", version: "1.4.5", program: "bin/bun.exe" },
  jest: { name: "jest", version: "30.5.2", program: "bin/jest.js" },
  // Its tests need no browser, and it gets none unasked.
  playwright: { name: "@playwright/test", version: "1.65.1", program: "cli.js" },
} as const;
export type Runtime = keyof typeof runtimes;

function placeOf(runtime: Runtime): { folder: string; path: string } {
  const { name, program } = runtimes[runtime];
  const folder = join(root, ".cache/runtimes", runtime.replace(" ", "-"));
  return { folder, path: join(folder, "node_modules", name, program) };
}

/** Whether a runtime is installed, or may be: together they are half a gigabyte, which nobody waits for unasked. */
export function mayRun(runtime: Runtime): boolean {
  return readExtent("RECIPES") !== "here" || existsSync(placeOf(runtime).path);
}

/** A runtime's program, which is installed the first time. */
export async function programOf(runtime: Runtime): Promise<string> {
  const { name, version } = runtimes[runtime];
  const { folder, path } = placeOf(runtime);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const command = ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", `${name}@${version}`];
  const { code, output } = await runProgram({ command, folder });
  if (code !== 0) throw new Error(output);
  return path;
}

/** Puts a runtime beside the package that is installed in a folder, where its tests import it. @returns its program */
export async function programBeside(folder: string, runtime: "jest" | "playwright"): Promise<string> {
  const { name, program } = runtimes[runtime];
  await programOf(runtime);
  const place = join(folder, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(placeOf(runtime).folder, "node_modules", name), place, "dir");
  return join(place, program);
}

export interface RunOptions {
  /** By default the project's. */
  node?: string;
  /** What standard input holds; by default nothing. */
  input?: string;
  env?: Record<string, string>;
}

/** What a run came to: its outputs apart, as who reads one of them has it. */
export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

/**
 * Starts a program. One that was just written may still be open in a process that was forked meanwhile, and cannot be
 * run until that has become another program.
 */
async function startSoon(...[program, args, options]: Parameters<typeof spawnPiped>) {
  for (let tries = 1; ; tries++) {
    try {
      return spawnPiped(program, args, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ETXTBSY" || tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const spawnPiped = (program: string, args: readonly string[], options: { env: NodeJS.ProcessEnv }) =>
  spawn(program, args, { ...options, stdio: "pipe" });

/** Runs the command of an installed package as a shell would. */
export async function runCommand(
  folder: string,
  args: readonly string[],
  { node = process.execPath, input = "", env = {} }: RunOptions = {},
): Promise<Ran> {
  const bin = join(folder, "node_modules/preflight-guide/dist/bin.js");
  const child = await startSoon(node, [bin, ...args], {
    env: { PATH: process.env.PATH, LANG: "en_US.UTF-8", ...env },
  });
  const ran: Ran = { status: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ran.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ran.err += text;
  });
  child.stdin.on("error", () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ ...ran, status }));
  });
}
