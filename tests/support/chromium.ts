import { type Browser, chromium } from "playwright-core";
import { ensureBrowser } from "../../scripts/setup/browser.ts";

/** How long a test that needs Chromium may wait for it: the first time, it may have to be got. */
export const launchTimeout = 600_000;

/**
 * Starts a headless Chromium for tests. Its caller closes it.
 * @throws with one line that says how to get a browser, where there is none: a test that needs a
 *   browser fails without one and is never skipped
 */
export async function launchChromium(): Promise<Browser> {
  const browser = await ensureBrowser();
  if ("missing" in browser) throw new Error(browser.missing);
  return chromium.launch({
    executablePath: browser.path,
    headless: true,
    args: [
      // The engine that users have: the old headless mode is a browser of its own.
      "--headless=new",
      // Containers and CI run as root, where Chromium's sandbox refuses to start.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
