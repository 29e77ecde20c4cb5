import { isProgram } from "./findProgram.ts";
import { installPackages } from "./system-packages.ts";

const path = "/usr/bin/chromium-headless-shell";

/**
 * Finds Debian's headless shell of Chromium, and installs it where that is possible: the same engine without the
 * browser's window, which opens a page with a third of the work. Good for looking at pages; what browsers send is
 * asked of Chromium itself.
 * @returns its path, or `undefined` where there is none, or where `BROWSER_PATH` names the browser to use
 */
export async function ensureHeadlessShell(): Promise<string | undefined> {
  if (process.env.BROWSER_PATH) return undefined;
  if (!isProgram(path)) await installPackages(["chromium-headless-shell", "fonts-noto-cjk"]);
  return isProgram(path) ? path : undefined;
}
