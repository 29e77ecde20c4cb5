import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startLabPage } from "../../scripts/lab/page/labPage.ts";
import type { LabServer } from "../../scripts/lab/rawServer.ts";
import { scenarios } from "../../src/scenarios/index.ts";
import { axeViolations, colourRules } from "../support/axe.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";

/** Each needs another thing of the page: a preflight, an opaque frame, a service worker, HTTP/2. */
const played = ["put-allow-origin-trailing-slash", "null-origin-put", "service-worker-passes", "stream-granted"];
const impossible = "local-network-denied-get";

let browser: Browser;
let lab: LabServer;
let page: Page;
beforeAll(async () => {
  const listed = scenarios.filter(({ id }) => [...played, impossible].includes(id));
  expect(listed).toHaveLength(played.length + 1);
  [browser, lab] = await Promise.all([launchForPages(), startLabPage(listed)]);
}, launchTimeout);
afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

beforeEach(async () => {
  // As if its reader had accepted the certificate.
  const viewport = { width: 320, height: 800 };
  const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: "allow", viewport });
  page = await context.newPage();
  await page.goto(lab.origin);
  await page.getByText("accepted").first().waitFor();
  return () => context.close();
});

const rowOf = (id: string): Locator => page.locator(".scenario", { hasText: id });
const summary = () => page.getByRole("status").textContent();

test("it runs a scenario by keyboard and shows what arrived, what the script saw and that the rules agree", async () => {
  expect(await page.getByLabel("Rules of").inputValue()).toBe("chromium");
  const row = rowOf("put-allow-origin-trailing-slash");
  await row.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await row.getByText("✓ What the rules say of Chromium").waitFor();
  await row.locator("summary").click();
  expect(await row.locator("summary").textContent()).toContain("■ blocked");
  const text = await row.textContent();
  expect(text).toContain("OPTIONS https://api.example.com/items\n  accept: */*\n  access-control-request-method: PUT");
  expect(text).toContain('"error": "TypeError: Failed to fetch"');
  expect(text).toContain("has a value 'https://app.example.com/' that is not equal to the supplied origin");
  await poll(summary).toBe("5 scenarios, 1 run, 0 unlike the rules");
});

test("it runs all that a page can arrange, and marks what another engine would do otherwise", async () => {
  await page.getByRole("button", { name: "Run all" }).click();
  await page.getByText(`5 scenarios, ${played.length} run, 0 unlike the rules`).waitFor();
  await page.getByRole("button", { name: "Run all" }).waitFor();
  expect(await rowOf(impossible).getByRole("button").isDisabled()).toBe(true);
  expect(await rowOf(impossible).textContent()).toContain("Cannot be run here");

  // Firefox sends no stream: it makes a string of it, which needs no preflight.
  await page.getByLabel("Rules of").selectOption("firefox");
  await rowOf("stream-granted").getByText("✗ Not what the rules say of Firefox").waitFor();
  await poll(() => rowOf("stream-granted").textContent()).toContain("arrived: OPTIONS https://h2.example.com/items");
  await rowOf("null-origin-put").getByText("✓ What the rules say of Firefox").waitFor();
});

test("a filter leaves what has the words, and the page fits a narrow screen and passes axe in light and dark", async () => {
  await page.getByLabel("Filter").fill("NULL-origin");
  await poll(() => page.locator(".scenario:visible").count()).toBe(1);
  await poll(() => page.locator("#groups h3:visible").count()).toBe(1);
  await rowOf("null-origin-put").getByRole("button").click();
  await rowOf("null-origin-put").locator("summary").click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await axeViolations(page, { rules: colourRules })).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await axeViolations(page, { rules: colourRules })).toEqual([]);
});

test("it has the site's own look", async () => {
  const loaded = (url: string) => page.evaluate(async (path) => (await fetch(path)).status, url);
  for (const sheet of await page.locator("link[rel=stylesheet]").all()) {
    expect(await loaded((await sheet.getAttribute("href")) ?? "")).toBe(200);
  }
  // Its sheets take others in, and those their values.
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(246, 243, 234)");
  expect(await loaded("/src/styles/none.css")).toBe(404);
  expect(await loaded("/src/site.config.ts")).toBe(404);
});

test("where a certificate is not accepted, it says which, and what to do", async () => {
  const strict = await browser.newPage();
  await strict.goto(lab.origin);
  await strict.getByText("not accepted yet").first().waitFor();
  const row = strict.locator(".scenario", { hasText: "null-origin-put" });
  await row.getByRole("button").click();
  await row.getByText(/✗ Not run: https:\/\/127\.0\.0\.1:\d+ does not answer\. Open it once/).waitFor();
  await strict.close();
});

test("no other site's page can run anything", async () => {
  for (const path of ["/run", "/reply", "/judge"]) {
    const options = { method: "POST", body: "{}", headers: { Origin: "https://evil.example" } };
    expect((await fetch(`${lab.origin}${path}`, options)).status).toBe(403);
  }
});
