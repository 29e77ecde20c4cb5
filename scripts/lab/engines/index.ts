import type { Engine } from "../../../src/rules/index.ts";
import { ensureBrowser } from "../../setup/browser.ts";
import { ensureFirefox, ensureWebKit } from "../../setup/engines.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { Driver, LaunchOptions } from "./types.ts";
import { launchWebKit } from "./webkit.ts";

/** How a real browser of an engine is got and started. */
interface LabEngine {
  /** Installs it where it is missing. @throws where it still is; the error says what to do */
  ensure(): Promise<unknown>;
  launch(options: LaunchOptions): Promise<Driver>;
}

export const labEngines: Readonly<Record<Engine, LabEngine>> = {
  chromium: { ensure: ensureChromium, launch: launchChromium },
  firefox: { ensure: ensureFirefox, launch: launchFirefox },
  webkit: { ensure: ensureWebKit, launch: launchWebKit },
};

async function ensureChromium(): Promise<void> {
  const found = await ensureBrowser();
  if ("missing" in found) throw new Error(found.missing);
}
