import type { Browser, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { axeSource, axeViolations, colourRules } from "../../support/axe.ts";
import { newColours } from "../../support/newColours.ts";
import { polling } from "../../support/poll.ts";
import { wake } from "../../support/wake.ts";
import { openWatched, type WatchedPage } from "../../support/watchedPage.ts";

const { origin } = new URL(inject("siteUrl"));

/** Brings what waits for its reader, and to come into view, to life. */
export async function comeToLife(page: Page): Promise<void> {
  await wake(page);
  // Most pages have none, and asking by a locator brings its tools to each page: a tenth of a second's work.
  if (!(await page.evaluate(() => document.querySelector("[data-checker]")))) return;
  for (const checker of await page.locator("[data-checker]").all()) {
    await checker.scrollIntoViewIfNeeded();
    // The framework that takes an element over leaves its own properties on it.
    const isAlive = (element: Element | null) => element !== null && Object.keys(element).length > 0;
    await page.waitForFunction(isAlive, await checker.elementHandle(), { polling });
  }
}

export const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 800 };

/**
 * Looks at the page as it is now, on a narrow screen and on a wide one, in light and in dark.
 * @param seen what has been looked at for its colours; what is new here is added
 */
export async function expectSound({ page, faults }: WatchedPage, seen: Set<string>): Promise<void> {
  await page.setViewportSize(narrow);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    "the width that the content needs",
  ).toBeLessThanOrEqual(narrow.width);
  await page.setViewportSize(wide);
  // Scripts are told of a new size with a frame, and none is drawn here.
  await page.evaluate(() => dispatchEvent(new Event("resize")));
  expect(await axeViolations(page, { without: colourRules })).toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Four fifths of axe's work are the colours, and nearly all pages have those of another page.
    const within = await newColours(page, seen);
    if (within) expect(await axeViolations(page, { rules: colourRules, within }), `in ${colorScheme}`).toEqual([]);
  }
  expect(faults).toEqual([]);
}

/** Opens an empty page. A reader of none of the site's languages is not sent on from the root. */
export async function open(browser: Browser): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin, { locale: "fr-FR", viewport: narrow, colorScheme: "light" });
  // Once, not for each page: it is half a megabyte.
  await watched.page.addInitScript(axeSource);
  return watched;
}
