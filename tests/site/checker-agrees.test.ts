import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { takeRuns, takeSeed } from "../../scripts/support/seed.ts";
import { sendable } from "../../src/client/address.ts";
import { readLink, writeLink } from "../../src/components/Checker/link.ts";
import { presets } from "../../src/components/Checker/presets.ts";
import { type CheckerState, toRequest } from "../../src/components/Checker/state.ts";
import { assess, isUnsent } from "../../src/components/Checker/verdict.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { type CorsRequest, decidePreflight, normalizeMethod } from "../../src/rules/index.ts";
import { generatedRequests } from "../browser/generated/requests.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";

/** The requests that the tests in tests/browser/generated/ play, shown on the checker's page instead. */
const RUNS = takeRuns(220);
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

/** Origins and URLs as people have them at hand: from the address bar, from their code, half typed. */
const typedOrigins = fc.constantFrom(
  "https://app.example.com",
  "http://localhost:3000/login",
  "https://app.example.com/",
  "HTTPS://app.example.com:443",
  "localhost:5173",
  "file:///home/me/index.html",
  "http://192.168.1.7",
  "https://",
  "",
);
const typedUrls = fc.constantFrom(
  "/api/items",
  "https://api.example.com/items",
  "http://api.example.com/items",
  "http://localhost:8080/items",
  "http://192.168.1.5/items",
  "localhost:8080/items",
  "api.example.com/items",
  "wss://api.example.com/live",
  "ftp://api.example.com/items",
  "https:/",
  "",
);

test(`the checker's page shows the rules' verdict for ${RUNS} generated requests`, { timeout: 900_000 }, async () => {
  const t = uiStrings.en.checker;
  const requests = generatedRequests("https://app.example.com", "https://api.example.com").map((each) => each.request);
  const exact = requests.map(stateFor).filter((state) => state !== null);
  const asTyped = fc
    .tuple(exact, typedOrigins, typedUrls)
    .map(([state, origin, url]): CheckerState => ({ ...state, origin, url }));
  const states = fc.sample(fc.oneof(exact, asTyped), { seed, numRuns: RUNS });
  const page = await browser.newPage();
  for (const state of states) {
    const { verdict, outlook } = assess(state);
    const link = writeLink(state);
    await page.goto(`${inject("siteUrl")}en/checker/${link}`);
    // All at once: each further question to the browser has it draw a frame, and takes longer than the page's answer.
    const shown = () =>
      page.evaluate(() => {
        const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? "";
        return {
          url: document.querySelector<HTMLInputElement>("form.checklist #url")?.value,
          // Last of all, a link to the request: until then what the build has drawn may still be there.
          share: document.querySelector<HTMLAnchorElement>(".share a")?.search,
          verdict: textOf("[role=status] b"),
          sent: textOf(".result pre"),
          exchange: textOf(".exchange"),
        };
      });
    await poll(shown, `PREFLIGHT_SEED=${seed} ${JSON.stringify(state)}`).toMatchObject({
      // Without its secrets, as the link has it.
      url: readLink(link).state.url,
      share: sendable(link) === link ? link : undefined,
      verdict: t[`verdict.${verdict}`],
    });
    const { sent, exchange } = await shown();
    const preflightRequest = outlook?.decision.preflightRequest;
    if (verdict === "preflight" && preflightRequest) {
      for (const [name, value] of preflightRequest.headers) expect(sent).toContain(`${name}: ${value}`);
    } else if (!outlook || isUnsent(verdict)) {
      expect(sent).toBe("");
    }
    // Nothing that is not sent is drawn as an exchange that goes well.
    if (!outlook) expect(exchange).toBe("");
    else if (isUnsent(verdict) || verdict === "refused") expect(exchange).toContain(t["exchange.unsent"]);
    else expect(exchange).toContain(normalizeMethod(outlook.trace.end.request.method));
  }
});
