import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBrowser } from "../../scripts/setup/browser.ts";
import { diagnose } from "../../src/diagnose/index.ts";
import { launchTimeout } from "../support/chromium.ts";
import { type Served, serve } from "../support/ownServers.ts";
import { poll } from "../support/poll.ts";

/** What the guides say of a Chromium that an extension asks in, and of one without web security. */

const temporary = mkdtempSync(join(tmpdir(), "extension-test-"));
let page: Served;
/** It sends no CORS header. */
let api: Served;

beforeAll(async () => {
  const html = (body: string) => (_: unknown, response: ServerResponse) =>
    void response.setHeader("Content-Type", "text/html").end(body);
  page = await serve(html("<!doctype html><body>"));
  api = await serve(html("the answer"));
});
afterAll(() => {
  page.stop();
  api.stop();
  rmSync(temporary, { recursive: true, force: true });
});

/** What arrived at the API since this was last asked. */
function arrived(): { method: string; origin: string | undefined }[] {
  return api.requests.splice(0).map(({ method, headers }) => {
    const at = headers.findIndex((name) => name.toLowerCase() === "origin");
    return { method, origin: at < 0 ? undefined : headers[at + 1] };
  });
}

/** Runs something in a Chromium with its own arguments, and closes it. */
async function within<T>(args: readonly string[], run: (context: BrowserContext) => Promise<T>): Promise<T> {
  const found = await ensureBrowser();
  if ("missing" in found) throw new Error(found.missing);
  const context = await chromium.launchPersistentContext(mkdtempSync(join(temporary, "profile-")), {
    executablePath: found.path,
    headless: true,
    // Playwright's own arguments switch extensions off.
    ignoreDefaultArgs: ["--disable-extensions"],
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", ...args],
  });
  try {
    return await run(context);
  } finally {
    await context.close();
  }
}

/** An expression that gives what a `fetch()` came to. */
const asks = (method: string) =>
  `fetch("${api.url}", { method: "${method}" }).then((answer) => answer.text(), (error) => String(error))`;

/**
 * An extension that may ask the server, and blocks what goes to /collect: its content script writes into the page what
 * it got, its worker waits.
 */
function makeExtension(): string {
  const folder = join(temporary, "extension");
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name: "Asks",
    version: "1",
    host_permissions: ["http://127.0.0.1/*"],
    background: { service_worker: "worker.js" },
    content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.js"] }],
    permissions: ["declarativeNetRequest"],
    declarative_net_request: { rule_resources: [{ id: "blocked", enabled: true, path: "rules.json" }] },
  };
  const rules = [{ id: 1, action: { type: "block" }, condition: { urlFilter: "/collect" } }];
  const content = `(async () => {
    const got = [await ${asks("GET")}, await ${asks("PUT")}];
    document.body.append(Object.assign(document.createElement("p"), { id: "got", textContent: JSON.stringify(got) }));
  })();`;
  const files = {
    "manifest.json": JSON.stringify(manifest),
    "content.js": content,
    "rules.json": JSON.stringify(rules),
    "worker.js": "",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test("a content script asks as the page does, a service worker without CORS; what is blocked is known for it", {
  timeout: launchTimeout,
}, async () => {
  const folder = makeExtension();
  const args = [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  await within(args, async (context) => {
    const tab = await context.newPage();
    await tab.goto(page.url);
    const got = await tab.locator("#got").textContent({ timeout: launchTimeout });
    expect(JSON.parse(got ?? "")).toEqual(["TypeError: Failed to fetch", "TypeError: Failed to fetch"]);
    const { origin } = new URL(page.url);
    expect(arrived()).toEqual([
      { method: "GET", origin },
      { method: "OPTIONS", origin },
    ]);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    expect([await worker.evaluate(asks("GET")), await worker.evaluate(asks("PUT"))]).toEqual([
      "the answer",
      "the answer",
    ]);
    const [get, put] = arrived();
    expect([get?.method, put?.method]).toEqual(["GET", "PUT"]);
    expect(put?.origin).toMatch(/^chrome-extension:\/\/\w+$/);

    // What an ad blocker stops, the diagnosis takes for nothing else.
    const printed: string[] = [];
    tab.on("console", (message) => printed.push(message.text()));
    expect(await tab.evaluate(`fetch("${api.url}collect").catch(String)`)).toBe("TypeError: Failed to fetch");
    await poll(() => printed.map((line) => diagnose(line).findings[0]?.notCors)).toEqual(["extension"]);
    expect(arrived()).toEqual([]);
  });
});

test("without web security a PUT of JSON has neither a preflight nor an Origin", {
  timeout: launchTimeout,
}, async () => {
  await within(["--disable-web-security"], async (context) => {
    const tab = await context.newPage();
    await tab.goto(page.url);
    const json = `fetch("${api.url}", { method: "PUT", headers: { "Content-Type": "application/json" }, body: "{}" }).then((answer) => answer.text())`;
    expect(await tab.evaluate(json)).toBe("the answer");
    expect(arrived()).toEqual([{ method: "PUT", origin: undefined }]);
  });
});
