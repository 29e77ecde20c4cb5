import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

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
  return {
    root,
    build: (environment = {}) => build(root, environment),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function build(root: string, environment: Record<string, string>): Promise<Build> {
  const child = spawn(process.execPath, [astro, "build"], {
    cwd: root,
    env: { ...usersEnvironment(), ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, output, folder: join(root, "dist") }));
  });
}

/** The environment without what the test runner adds for its own files, such as `DEV` and `BASE_URL`, which Astro reads too. */
export function usersEnvironment(): NodeJS.ProcessEnv {
  const own = ["SITE_URL", "BASE_PATH", "BASE_URL", "NODE_ENV", "MODE", "DEV", "PROD", "SSR", "TEST"];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.includes(name) && !name.startsWith("VITE")),
  );
}
