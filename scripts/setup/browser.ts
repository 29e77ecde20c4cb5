import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, win32 } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { findProgram, inFolders } from "./findProgram.ts";
import { installPackages } from "./system-packages.ts";

const run = promisify(execFile);

/** The download is 170 MB or so: what takes longer than this is not going to end. */
const downloadTimeout = 180_000;

const howToGetOne =
  'No Chrome or Chromium was found: install one ("apt-get install chromium", "brew install --cask chromium", ' +
  "or https://www.google.com/chrome/), or set BROWSER_PATH to the path of one.";

/**
 * Finds the Chrome or Chromium to use: the one that `BROWSER_PATH` names, else Playwright's own,
 * else the system's.
 * @returns its path, or `undefined` where there is none
 * @throws where `BROWSER_PATH` names something that is not a program
 */
export function findBrowser(): string | undefined {
  const own = playwrightsOwn();
  return findProgram("BROWSER_PATH", [...(own ? [own] : []), ...systemBrowsers(process.platform, process.env)]);
}

/**
 * Where a system keeps its Chrome or Chromium, in the order in which to look.
 * @param platform as `process.platform` has it
 * @param environment as `process.env` has it: `PATH`, and on Windows the program folders
 */
export function systemBrowsers(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case "darwin":
      return ["Google Chrome", "Chromium"].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
    case "win32":
      return [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"], environment.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) =>
          ["Google\\Chrome", "Chromium"].map((app) => win32.join(folder, app, "Application", "chrome.exe")),
        );
    default: {
      const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
      return [...inFolders(environment.PATH, ...names), "/opt/google/chrome/chrome"];
    }
  }
}

/**
 * Finds a Chrome or Chromium, and gets one where there is none: Playwright's by its own installer,
 * else, as root on Debian or Ubuntu, the system's package.
 * @returns `path`: the program; or `missing`: one line that says how to get one
 * @throws only as `findBrowser` does
 */
export async function ensureBrowser(): Promise<{ path: string } | { missing: string }> {
  const found = findBrowser();
  if (found) return { path: found };

  // Not on standard output, where the command prints nothing but the path.
  console.error("Downloading Chromium…");
  await downloadPlaywrights();
  const downloaded = findBrowser();
  // A bare system lacks libraries that the download needs; the package below brings them.
  if (downloaded && (await starts(downloaded))) return { path: downloaded };

  await installPackages(["chromium", "fonts-noto-cjk"]);
  const path = findBrowser();
  return path ? { path } : { missing: howToGetOne };
}

/** Where Playwright would keep its own browser; `undefined` where it supports no browser here. */
function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Its output is long and of no use: where it fails, there is another way. */
async function downloadPlaywrights(): Promise<void> {
  // The package exports no path to its command, only its package.json.
  const folder = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
  const args = [join(folder, "cli.js"), "install", "--no-shell", "chromium"];
  await run(process.execPath, args, { timeout: downloadTimeout, maxBuffer: Infinity }).catch(() => undefined);
}

function starts(path: string): Promise<boolean> {
  return run(path, ["--version"], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

if (import.meta.main) {
  const browser = await ensureBrowser().catch((error: Error) => ({ missing: error.message }));
  if ("path" in browser) {
    console.log(browser.path);
  } else {
    console.error(browser.missing);
    process.exitCode = 1;
  }
}
