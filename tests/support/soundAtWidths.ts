import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations, colourRules } from "./axe.ts";

/** Looks at a page as it is now, on a narrow screen and on a wide one: it fits, and axe finds nothing. */
export async function expectSoundAtWidths(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeViolations(page)).toEqual([]);
  }
}

/** The same, and then its colours in dark. */
export async function expectSoundInBothThemes(page: Page): Promise<void> {
  await expectSoundAtWidths(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await axeViolations(page, { rules: colourRules })).toEqual([]);
}
