import { type Browser, chromium } from "playwright-core";
import { ensureBrowser } from "../setup/browser.ts";

/**
 * Starts a headless Chromium. Its caller closes it.
 * @param more arguments besides those that it always gets
 * @throws with one line that says how to get a browser, where there is none
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const found = await ensureBrowser();
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({
    executablePath: found.path,
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
      ...more,
    ],
  });
}
