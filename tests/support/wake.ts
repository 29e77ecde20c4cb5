import type { Page } from "playwright-core";
import { polling } from "./poll.ts";

/** Does something with a page, as a reader does, and waits for the scripts that wait for that. */
export async function wake(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("pointermove")));
  // They name what the theme's button is at. A page that has none has nothing that waits.
  const isAwake = () => document.querySelector<HTMLElement>("[data-theme-button]")?.title !== "";
  await page.waitForFunction(isAwake, undefined, { polling });
}
