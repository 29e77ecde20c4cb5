import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A command that comes from the system's package manager, not from npm. */
export type SystemCommand = "nginx" | "flask";

const debianPackages = { nginx: "nginx-light", flask: "python3-flask" } as const;

/**
 * Finds a command that the recipes need, and installs its Debian package where that is possible
 * (as root, with apt-get).
 * @param name `nginx`, or `flask`, which stands for a Python that can import Flask
 * @returns `path`: the program to start (for `flask` the Python); or `missing`: one line that says
 *   what to install. Never throws.
 */
export async function ensureCommand(name: SystemCommand): Promise<{ path?: string; missing?: string }> {
  const found = await find(name);
  if (found) return { path: found };

  const problem = await installPackages([debianPackages[name]]);
  const installed = await find(name);
  if (installed) return { path: installed };

  const detail = problem ? ` (apt-get said: ${problem})` : "";
  return { missing: `${name} is missing: run "apt-get install ${debianPackages[name]}"${detail}` };
}

function find(name: SystemCommand): Promise<string | undefined> {
  return name === "nginx" ? Promise.resolve(lookUp("nginx")) : pythonWithFlask();
}

/** Debian keeps nginx in /usr/sbin, which is not in every user's PATH. */
function lookUp(command: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

/** The first Python in PATH may be one that Debian's packages are not installed for. */
async function pythonWithFlask(): Promise<string | undefined> {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const imports = run(python, ["-c", "from flask import Flask"]).then(
      () => true,
      () => false,
    );
    if (await imports) return python;
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

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
