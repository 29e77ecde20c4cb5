import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { writeLink } from "../../src/components/Checker/link.ts";
import { presets } from "../../src/components/Checker/presets.ts";
import { type CheckerState, toRequest } from "../../src/components/Checker/state.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { type CorsRequest, decidePreflight, normalizeMethod } from "../../src/rules/index.ts";
import { browserCases } from "../browser/generators.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";

/** The requests that the differential test plays, shown on the checker's page instead. */
const RUNS = 220;
const seed = takeSeed("The checker's requests");

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

/** The form's state for a request, or `null` where the form has no way to say it (a trailing line break in a method). */
function stateFor(request: CorsRequest): CheckerState | null {
  const { bodyType = "", ...rest } = request;
  const state: CheckerState = { ...presets.default, ...rest, bodyType, contentType: "" };
  const said = toRequest(state);
  const same = JSON.stringify(decidePreflight(said)) === JSON.stringify(decidePreflight(request));
  return same && said.method === request.method && said.headers.length === request.headers.length ? state : null;
}

test(`the checker's page shows the rules' verdict for ${RUNS} generated requests`, { timeout: 900_000 }, async () => {
  const t = uiStrings.en.checker;
  const requests = browserCases("https://app.example.com", "https://api.example.com").map(({ request }) => request);
  const states = fc.sample(
    requests.map(stateFor).filter((state) => state !== null),
    { seed, numRuns: RUNS },
  );
  const page = await browser.newPage();
  for (const state of states) {
    const { outcome, preflightRequest } = decidePreflight(toRequest(state));
    await page.goto(`${inject("siteUrl")}en/checker/${writeLink(state)}`);
    // All at once: each further question to the browser has it draw a frame, and takes longer than the page's answer.
    const shown = () =>
      page.evaluate(() => {
        const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? "";
        const [, url] = document.querySelectorAll<HTMLInputElement>("form.checklist input");
        return {
          url: url?.value,
          verdict: textOf("[role=status] b"),
          sent: textOf(".result pre"),
          exchange: textOf(".exchange"),
        };
      });
    await poll(shown, `PREFLIGHT_SEED=${seed} ${JSON.stringify(state)}`).toMatchObject({
      url: state.url,
      verdict: t[`verdict.${outcome}`],
    });
    const { sent, exchange } = await shown();
    if (preflightRequest) {
      for (const [name, value] of preflightRequest.headers) expect(sent).toContain(`${name}: ${value}`);
    } else if (outcome !== "refused") {
      expect(exchange).toContain(normalizeMethod(toRequest(state).method));
    }
  }
});
