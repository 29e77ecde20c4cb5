import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What brings axe to a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface WithAxe {
  axe?: { run(options: object): Promise<AxeResults> };
}

/** The rules whose outcome a theme may change: it changes colours and nothing else. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong with a page as it is now, one line each.
 * @param rules only these; all of axe's where left out
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated over the debugger, which the page's Content-Security-Policy does not concern.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (only) => {
    // No stylesheet need be fetched anew: only an experimental rule would read them.
    const options = { resultTypes: ["violations"], preload: false, ...(only && { runOnly: only }) };
    const results = await (window as unknown as WithAxe).axe?.run(options);
    return results?.violations ?? [];
  }, rules);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}
