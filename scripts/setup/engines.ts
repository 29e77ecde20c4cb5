import { readdirSync } from "node:fs";
import { join, win32 } from "node:path";
import { findProgram, firstProgram, inFolders } from "./findProgram.ts";
import { installPackages } from "./system-packages.ts";

/** A browser that the lab drives, besides Chromium. */
interface Engine {
  name: string;
  find(): string | undefined;
  /** Debian's packages. */
  packages: readonly string[];
  /** The environment variable that names its program. */
  variable: string;
}

/**
 * Finds Firefox: the program that `FIREFOX_PATH` names, else the system's.
 * @returns its path, or `undefined` where there is none
 * @throws where `FIREFOX_PATH` names something that is not a program
 */
export function findFirefox(): string | undefined {
  return findProgram("FIREFOX_PATH", systemFirefoxes(process.platform, process.env));
}

/**
 * Where a system keeps its Firefox, in the order in which to look.
 * @param platform as `process.platform` has it
 * @param environment as `process.env` has it
 */
export function systemFirefoxes(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case "darwin":
      return ["/Applications/Firefox.app/Contents/MacOS/firefox"];
    case "win32":
      return [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"], environment.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .map((folder) => win32.join(folder, "Mozilla Firefox", "firefox.exe"));
    default:
      return ["firefox-esr", "firefox"].flatMap((name) => inFolders(environment.PATH, name));
  }
}

/**
 * Finds WebKitGTK's own small browser, MiniBrowser: the program that `WEBKIT_PATH` names, else the system's.
 * @returns its path, or `undefined` where there is none, or no Xvfb to show its window to
 * @throws where `WEBKIT_PATH` names something that is not a program
 */
export function findWebKit(): string | undefined {
  const path = findProgram("WEBKIT_PATH", systemMiniBrowsers());
  return findXvfb() ? path : undefined;
}

/** It is not in PATH but beside the library: Debian has a folder for each architecture, Fedora /usr/libexec. */
function systemMiniBrowsers(): string[] {
  const folders = ["/usr/lib", ...subfolders("/usr/lib"), "/usr/lib64", "/usr/libexec"];
  return folders.map((folder) => join(folder, "webkit2gtk-4.1", "MiniBrowser"));
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Finds Xvfb, the display for browsers that need a window and have nobody to show it to. */
export function findXvfb(): string | undefined {
  return firstProgram(inFolders(process.env.PATH, "Xvfb"));
}

/**
 * Finds Firefox, and installs Debian's package where there is none and where that is possible.
 * @returns its path
 * @throws where there is still none; the error says what to install
 */
export function ensureFirefox(): Promise<string> {
  return ensure({ name: "Firefox", find: findFirefox, packages: ["firefox-esr"], variable: "FIREFOX_PATH" });
}

/**
 * Finds WebKitGTK's MiniBrowser and Xvfb, and installs Debian's packages where one is missing and where that is
 * possible.
 * @returns MiniBrowser's path
 * @throws as `ensureFirefox` does
 */
export function ensureWebKit(): Promise<string> {
  const packages = ["libwebkit2gtk-4.1-0", "xvfb"];
  return ensure({ name: "WebKitGTK's MiniBrowser or Xvfb", find: findWebKit, packages, variable: "WEBKIT_PATH" });
}

async function ensure({ name, find, packages, variable }: Engine): Promise<string> {
  const found = find();
  if (found) return found;

  const problem = await installPackages(packages);
  const installed = find();
  if (installed) return installed;

  const detail = problem ? ` (apt-get said: ${problem})` : "";
  throw new Error(
    `${name} is missing: run "apt-get install ${packages.join(" ")}", or set ${variable} to the browser's path${detail}.`,
  );
}
