import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { retiredWorker } from "../../src/build/offline.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { type Deployment, startDeployment } from "../support/deployment.ts";
import { poll } from "../support/poll.ts";
import { wake } from "../support/wake.ts";

// A reader's browser with the service worker, and a host of which the site is taken from under it.

let browser: Browser;
let host: Deployment;
let reader: BrowserContext;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await startDeployment(inject("siteFolder"), "first");
  reader = await browser.newContext({ serviceWorkers: "allow" });
});
afterEach(async () => {
  await reader?.close();
  host?.stop();
});

/** Opens a page, and does with it what readers do. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(host.address + path);
  await wake(page);
}

/**
 * Waits until the worker of the site as it is there now has kept what it was told to, and has the page, and no other is
 * there. Where a page is opened while one takes the other's place, Playwright's debugger may hold it for good; a browser
 * that nothing is attached to does not.
 */
async function settled(page: Page, caches: number): Promise<void> {
  await poll(async () => (await kept(page)).length, "builds that are kept").toBe(caches);
  await poll(() => page.evaluate(hasOneWorker), "whether the page has the only worker").toBe(true);
}

async function hasOneWorker(): Promise<boolean> {
  const { controller } = navigator.serviceWorker;
  const { installing, waiting, active } = await navigator.serviceWorker.ready;
  return !installing && !waiting && active === controller && active?.state === "activated";
}

/** What is kept, by builds: the paths of each. */
function kept(page: Page): Promise<string[][]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    return Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
    );
  });
}

/** Opens the first page, and waits until it is kept. */
async function readFirst(path: string): Promise<Page> {
  const page = await reader.newPage();
  await read(page, path);
  await settled(page, 1);
  await poll(async () => (await kept(page)).flat()).toContain(`/${path}`);
  return page;
}

/** The build that a page is of, and those of which it has loaded something. */
function buildsOf(page: Page): Promise<{ page: string | undefined; parts: string[] }> {
  return page.evaluate(() => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const marks = loaded.flatMap((name) => /-(first|second|third)\.\w+$/.exec(name)?.[1] ?? []);
    return { page: document.documentElement.dataset.build, parts: [...new Set(marks)] };
  });
}

/** Whether the page has its styles. */
const isStyled = (page: Page) =>
  page.evaluate(
    () => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0) && document.styleSheets.length > 0,
  );

test("nothing is kept for who does nothing with a page", async () => {
  const page = await reader.newPage();
  await page.goto(`${host.address}en/guides/preflight-404/`);
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("what was read opens without a network, styled and alive, and all else is a plain page in its language", async () => {
  const paths = ["en/guides/preflight-404/", "en/causes/", "ja/recipes/express/"];
  const page = await readFirst(paths[0] as string);
  for (const path of paths.slice(1)) await read(page, path);
  await poll(async () => (await kept(page)).flat()).toContain(`/${paths[2]}`);
  const titles = new Map<string, string>();
  host.cut();
  for (const path of paths) {
    await page.goto(`${host.address}${path}?from=elsewhere`);
    titles.set(path, (await page.locator("h1").textContent()) ?? "");
    expect(await isStyled(page), path).toBe(true);
    await wake(page);
  }
  expect(new Set(titles.values()).size).toBe(3);
  expect([...titles.values()]).not.toContain(uiStrings.en.common["offline.title"]);
  for (const language of languages) {
    await page.goto(`${host.address}${language}/glossary/`);
    const { "offline.title": title, "offline.lead": lead } = uiStrings[language].common;
    expect(await page.locator("main").textContent(), language).toContain(lead);
    expect(await page.locator("h1").textContent()).toBe(title);
    expect(await page.getAttribute("html", "lang")).toBe(language);
    expect(await isStyled(page), language).toBe(true);
  }
});

describe("another build comes while a page is open", () => {
  test("the page loads nothing of it, and the next is of it alone", async () => {
    const page = await readFirst("en/guides/preflight-404/");
    await read(page, "en/causes/");
    await poll(async () => (await kept(page)).flat()).toContain("/en/causes/");
    await host.deploy("second");
    // What it has not loaded yet is gone from the host.
    await page.keyboard.press("/");
    await page.locator("[data-cause-filter] input").first().fill("405");
    await page.waitForLoadState("networkidle");
    expect(await buildsOf(page)).toEqual({ page: "first", parts: ["first"] });

    const other = await reader.newPage();
    await read(other, "en/guides/preflight-404/");
    await settled(other, 2);
    expect(await buildsOf(other)).toEqual({ page: "second", parts: ["second"] });
    // The worker has changed under the page that is still open.
    await page.locator("[data-cause-filter] input").first().fill("404");
    expect(await buildsOf(page)).toEqual({ page: "first", parts: ["first"] });
  });

  test("without a network each page that was read opens with its own parts", async () => {
    const page = await readFirst("en/guides/preflight-404/");
    await read(page, "en/causes/");
    await host.deploy("second");
    await read(page, "en/causes/");
    await settled(page, 2);
    await read(page, "ja/causes/");
    await poll(async () => (await kept(page)).flat()).toContain("/ja/causes/");
    host.cut();
    for (const [path, build] of [
      ["en/guides/preflight-404/", "first"],
      ["en/causes/", "second"],
      ["ja/causes/", "second"],
      ["zh-TW/causes/", "second"],
    ] as const) {
      await read(page, path);
      expect(await isStyled(page), path).toBe(true);
      expect(await buildsOf(page), path).toEqual({ page: build, parts: [build] });
    }
  });

  test("of many builds the last four are kept", async () => {
    const page = await readFirst("en/causes/");
    for (const [build, count] of [
      ["second", 2],
      ["third", 3],
      ["fourth", 4],
    ] as const) {
      await host.deploy(build);
      await read(page, "en/causes/");
      await settled(page, count);
    }
    expect((await kept(page)).flat().join(" ")).toContain("-first.");
    await host.deploy("fifth");
    await read(page, "en/causes/");
    await poll(async () => (await kept(page)).flat().join(" ")).not.toContain("-first.");
    // One that came meanwhile goes after the first.
    await settled(page, 4);
  });
});

test("a build without a worker rids readers of the one before, and of all that it kept", async () => {
  const page = await readFirst("en/causes/");
  await page.evaluate(() => caches.open("of another site on this origin"));
  host.change((folder) => writeFileSync(join(folder, "sw.js"), retiredWorker()));
  await page.reload();
  await poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual(["of another site on this origin"]);
});
