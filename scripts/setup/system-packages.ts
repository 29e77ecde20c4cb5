import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Test files run side by side, and apt-get's own locks do not wait for each other. In a folder that only root
 * writes to: in the temporary folder anyone may put a link in its place.
 */
export const aptLock = "/run/preflight-guide-apt.lock";

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * Installs Debian packages where that is possible (as root, with apt-get). Never throws.
 * @returns the last line of apt-get's complaint where it fails
 */
export async function installPackages(names: readonly string[]): Promise<string | undefined> {
  if (!canInstall()) return undefined;
  // Not on standard output, where a command may print nothing but a path.
  console.error(`Installing ${names.join(", ")}…`);
  // A failed update is no reason to stop: the lists at hand may do.
  const script = 'apt-get update -qq; apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"';
  try {
    await run("flock", [aptLock, "sh", "-c", script, "sh", ...names], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: Infinity,
    });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return (stderr || message).trim().split("\n").at(-1);
  }
}
