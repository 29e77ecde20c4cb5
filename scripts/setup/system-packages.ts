import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * Installs Debian packages where that is possible (as root, with apt-get). Never throws.
 * @returns the last line of apt-get's complaint where it fails
 */
export async function installPackages(names: readonly string[]): Promise<string | undefined> {
  if (!canInstall()) return undefined;
  console.log(`Installing ${names.join(", ")}…`);
  // Test files run side by side, and apt-get's own locks do not wait for each other.
  const lock = join(tmpdir(), "preflight-guide-apt.lock");
  // A failed update is no reason to stop: the lists at hand may do.
  const script = 'apt-get update -qq; apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"';
  try {
    await run("flock", [lock, "sh", "-c", script, "sh", ...names], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: 16 * 1024 * 1024,
    });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return (stderr || message).trim().split("\n").at(-1);
  }
}
