import type { Engine } from "../../../src/rules/index.ts";
import { ensureBrowser, findBrowser } from "../../setup/browser.ts";
import { ensureFirefox, ensureWebKit, findFirefox, findWebKit } from "../../setup/engines.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { Driver, LaunchOptions } from "./types.ts";
import { launchWebKit } from "./webkit.ts";

/** How a real browser of an engine is got and started. */
interface LabEngine {
  /** @returns its program, or `undefined` where it is not installed */
  find(): string | undefined;
  /** Installs it where it is missing. @throws where it still is; the error says what to do */
  ensure(): Promise<unknown>;
  launch(options: LaunchOptions): Promise<Driver>;
}

export const labEngines: Readonly<Record<Engine, LabEngine>> = {
  chromium: { find: findBrowser, ensure: ensureChromium, launch: launchChromium },
  firefox: { find: findFirefox, ensure: ensureFirefox, launch: launchFirefox },
  webkit: { find: findWebKit, ensure: ensureWebKit, launch: launchWebKit },
};

/** @returns the browser of an engine as it calls itself: `Firefox 153.7.0esr` */
export async function browserOf(engine: Engine): Promise<string> {
  // No page is loaded, so it does not matter whom it trusts and what is public.
  const driver = await labEngines[engine].launch({ trusted: false, publicOrigin: "https://127.0.0.1" });
  await driver.close();
  return driver.browser;
}

async function ensureChromium(): Promise<void> {
  const found = await ensureBrowser();
  if ("missing" in found) throw new Error(found.missing);
}
