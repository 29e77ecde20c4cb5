import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What brings axe to a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface WithAxe {
  axe?: { run(context: unknown, options: object): Promise<AxeResults> };
}

/** The rules whose outcome a theme may change: it changes colours and nothing else. */
export const colourRules = ["color-contrast", "link-in-text-block"];

interface Extent {
  /** Only these rules; all of axe's where left out. */
  rules?: readonly string[];
  /** All but these. */
  without?: readonly string[];
  /** Only the elements that it selects; the whole page where left out. */
  within?: string;
}

/** What axe finds wrong with a page as it is now, one line each. */
export async function axeViolations(page: Page, { rules, without = [], within }: Extent = {}): Promise<string[]> {
  // Evaluated over the debugger, which the page's Content-Security-Policy does not concern.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const options = {
    resultTypes: ["violations"],
    // No stylesheet need be fetched anew: only an experimental rule would read them.
    preload: false,
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    ...(rules && { runOnly: rules }),
  };
  const violations = await page.evaluate(
    async ([context, how]) => (await (window as unknown as WithAxe).axe?.run(context, how))?.violations ?? [],
    [within ?? "html", options] as const,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}
