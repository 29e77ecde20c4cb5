import type { Page } from "playwright-core";
import { poll } from "./poll.ts";

/**
 * Opens the search as a reader does who presses the keys again where nothing happens: a page that is shown has not yet
 * run its script on a busy machine.
 */
export async function openSearch(page: Page): Promise<void> {
  const dialog = page.locator("dialog.search[open]");
  await poll(async () => {
    if ((await dialog.count()) === 0) await page.keyboard.press("Control+k");
    return dialog.count();
  }).toBe(1);
}
