import type { Page } from "playwright-core";
import { polling } from "./poll.ts";
import { wake } from "./wake.ts";

/** Waits until the first checker of a page is alive, and so follows its form. It may have to come into view for that. */
export async function checkerToLive(page: Page): Promise<void> {
  await wake(page);
  // Preact's own mark on what it has taken over: nothing that a reader sees says so.
  await page.waitForFunction(() => "__k" in (document.querySelector("[data-checker]") ?? {}), undefined, { polling });
}
