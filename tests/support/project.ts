import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runProgram } from "../../scripts/support/program.ts";

const repository = join(import.meta.dirname, "../..");
const parts = ["astro.config.mjs", "package.json", "tsconfig.base.json", "tsconfig.json", "content", "public", "src"];

/** How long a build of the site may take, on a machine that does other things too. */
export const buildTimeout = 900_000;

const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

/** A copy of the project that a test may break, build and throw away. */
export interface ProjectCopy {
  root: string;
  /** Builds it with Astro's own command. Never throws: a build that fails has another exit code than 0. */
  build(environment?: Record<string, string>): Promise<Build>;
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
  const caches = join(repository, ".cache");
  mkdirSync(caches, { recursive: true });
  const root = mkdtempSync(join(caches, "project-"));
  for (const part of parts) {
    cpSync(join(repository, part), join(root, part), { recursive: true });
  }
  // What builds keep, each file by all that it was made from, is the same in a copy; files are put there whole.
  mkdirSync(join(root, ".cache"));
  for (const kind of ["cards", "compiled", "twins"]) {
    mkdirSync(join(caches, kind), { recursive: true });
    symlinkSync(join(caches, kind), join(root, ".cache", kind), "junction");
  }
  return {
    root,
    build: (environment = {}) => build(root, environment),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function build(root: string, environment: Record<string, string>): Promise<Build> {
  const env = { ...usersEnvironment(), ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...environment };
  const command = [process.execPath, astro, "build"];
  const { code, output } = await runProgram({ command, folder: root, env }, buildTimeout);
  return { exitCode: code, output, folder: join(root, "dist") };
}

/** The environment without what the test runner adds for its own files, such as `DEV` and `BASE_URL`, which Astro reads too. */
export function usersEnvironment(): NodeJS.ProcessEnv {
  const own = ["SITE_URL", "BASE_PATH", "BASE_URL", "NODE_ENV", "MODE", "DEV", "PROD", "SSR", "TEST"];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.includes(name) && !name.startsWith("VITE")),
  );
}
