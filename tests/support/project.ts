import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runProgram } from "../../scripts/support/program.ts";
import { siteInputs } from "../../scripts/support/siteInputs.ts";

const repository = join(import.meta.dirname, "../..");
const caches = join(repository, ".cache");
/** What the last copy left to others. Apart from the project's own caches, which its own builds clear. */
const left = join(caches, "tests");
/** Beside what the site is made of: what `npm run guide` reads. */
const parts = [".vscode", "package.json", ...siteInputs];

/** How long a build of the site may take, on a machine that does other things too. */
export const buildTimeout = 900_000;

const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

/** A copy of the project that a test may break, build and throw away. */
export interface ProjectCopy {
  root: string;
  /** Builds it with Astro's own command. Never throws: a build that fails has another exit code than 0. */
  build(environment?: Record<string, string>): Promise<Build>;
  /** Runs `npm run guide -- …` in it, with its own code and configuration. @throws where the command fails */
  guide(...args: string[]): Promise<string>;
  /** Leaves what its builds kept to the copies that are made after it. To be called while there is no other. */
  leaveKept(): void;
  remove(): void;
}

export interface Build {
  exitCode: number | null;
  /** Standard output and standard error, in the order in which they came, without colours. */
  output: string;
  /** The folder that the site was built into. */
  folder: string;
}

/**
 * Copies the parts of the project that a build needs. The copy is inside the repository, so that
 * it finds the installed packages, and has caches of its own: a build in it disturbs no other.
 */
export function copyProject(): ProjectCopy {
  mkdirSync(caches, { recursive: true });
  const root = mkdtempSync(join(caches, "project-"));
  for (const part of parts) {
    cpSync(join(repository, part), join(root, part), { recursive: true });
  }
  mkdirSync(join(root, ".cache"));
  // Node's own, which many may write.
  mkdirSync(join(caches, "compiled"), { recursive: true });
  symlinkSync(join(caches, "compiled"), join(root, ".cache/compiled"), "junction");
  // Not links: a build removes from its caches what it has no use for, and another has.
  copyKept(left, join(root, ".cache"));
  return {
    root,
    build: (environment = {}) => build(root, environment),
    guide: (...args) => guide(root, args),
    leaveKept() {
      const next = `${left}.${process.pid}`;
      copyKept(join(root, ".cache"), next);
      rmSync(left, { recursive: true, force: true });
      renameSync(next, left);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Copies what builds keep, each file by all that it was made from. */
function copyKept(from: string, to: string): void {
  for (const kind of ["cards", "search", "texts", "twins"]) {
    if (existsSync(join(from, kind))) cpSync(join(from, kind), join(to, kind), { recursive: true });
  }
}

async function build(root: string, environment: Record<string, string>): Promise<Build> {
  const env = { ...usersEnvironment(), ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...environment };
  const command = [process.execPath, astro, "build"];
  const { code, output } = await runProgram({ command, folder: root, env }, buildTimeout);
  return { exitCode: code, output, folder: join(root, "dist") };
}

async function guide(root: string, args: readonly string[]): Promise<string> {
  if (!existsSync(join(root, "scripts")))
    cpSync(join(repository, "scripts"), join(root, "scripts"), { recursive: true });
  const command = [process.execPath, join(root, "scripts/guide.ts"), ...args];
  const { code, output } = await runProgram({ command, folder: root, env: { ...usersEnvironment(), NO_COLOR: "1" } });
  if (code !== 0) throw new Error(`npm run guide -- ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}

/** The environment without what the test runner adds for its own files, such as `DEV` and `BASE_URL`, which Astro reads too. */
export function usersEnvironment(): NodeJS.ProcessEnv {
  const own = ["SITE_URL", "BASE_PATH", "LAB_URL", "BASE_URL", "NODE_ENV", "MODE", "DEV", "PROD", "SSR", "TEST"];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.includes(name) && !name.startsWith("VITE")),
  );
}
