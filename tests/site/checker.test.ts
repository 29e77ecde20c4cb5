import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { writeLink } from "../../src/components/Checker/link.ts";
import { presets } from "../../src/components/Checker/presets.ts";
import { type CheckerState, toRequest } from "../../src/components/Checker/state.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { decidePreflight } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { axeViolations } from "../support/axe.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { attributes, readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const root = inject("siteUrl");
const { origin } = new URL(root);
const t = uiStrings.en.checker;

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

/** Opens the checker's page and waits until it is alive. */
async function openChecker(search = "", language = "en"): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await watched.page.goto(`${root}${language}/checker/${search}`);
  await checkerToLive(watched.page);
  return watched;
}

const verdict = (page: Page): Locator => page.locator("[role=status] b").first();
const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: false }).first();

describe("without JavaScript", () => {
  test.each([...languages])(
    "%s: the verdict for the request shown is on the page, and a line says why it does not follow",
    async (language) => {
      const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
      const words = uiStrings[language].checker;
      const { outcome } = decidePreflight(toRequest(presets.default));
      await page.goto(`${root}${language}/checker/`);
      expect(await verdict(page).textContent()).toBe(words[`verdict.${outcome}`]);
      expect(await page.locator("noscript").first().textContent()).toContain(
        uiStrings[language].common["checker.noscript"],
      );
      expect(await page.locator("form.checklist").isVisible()).toBe(true);
      await close();
    },
  );
});

describe("the verdict", () => {
  test("follows what is ticked, chosen and typed", async () => {
    const { page, faults, close } = await openChecker();
    await poll(() => verdict(page).textContent()).toBe(t["verdict.preflight"]);
    await field(page, t["field.method"]).fill("POST");
    await field(page, "Content-Type").fill("");
    await page.getByRole("checkbox", { name: "Authorization" }).uncheck();
    await poll(() => verdict(page).textContent()).toBe(t["verdict.no-preflight"]);
    await page.getByRole("checkbox", { name: "X-Requested-With" }).check();
    await poll(() => verdict(page).textContent()).toBe(t["verdict.preflight"]);
    await field(page, t["field.mode"]).selectOption("no-cors");
    await poll(() => verdict(page).textContent()).toBe(t["verdict.opaque"]);
    await field(page, t["field.url"]).fill("http://api.example.com/items");
    await poll(() => verdict(page).textContent()).toBe(t["verdict.blocked"]);
    await field(page, t["field.url"]).fill("wss://api.example.com/live");
    await poll(() => verdict(page).textContent()).toBe(t["verdict.websocket"]);
    await page.getByRole("button", { name: t.reset }).click();
    await poll(() => verdict(page).textContent()).toBe(t["verdict.preflight"]);
    expect(faults).toEqual([]);
    await close();
  });

  test("knows of the permission that Chrome asks the user for", async () => {
    const { page, close } = await openChecker("?url=http%3A%2F%2Flocalhost%3A8080%2Fitems");
    await poll(() => page.locator(".why .note").allTextContents()).toContainEqual(expect.stringContaining("loopback"));
    await close();
  });

  test.each([...languages])(
    "%s: what is no request yet is no refusal: its field is marked, says why, and one click mends it",
    async (language) => {
      const { page, faults, close } = await openChecker("", language);
      const words = uiStrings[language].checker;
      const origin = field(page, words["field.origin"]);
      const hint = page.locator("#origin-hint");
      await origin.fill("localhost:3000/login");
      await poll(() => verdict(page).textContent()).toBe(words["verdict.incomplete"]);
      expect(await origin.getAttribute("aria-invalid")).toBe("true");
      expect(await origin.getAttribute("aria-describedby")).toBe("origin-hint");
      expect(await hint.textContent()).toContain("localhost:3000/login");
      expect(await page.locator(".exchange").count()).toBe(0);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await axeViolations(page)).toEqual([]);
      await hint.getByRole("button").click();
      await poll(() => origin.inputValue()).toBe("http://localhost:3000");
      await poll(() => verdict(page).textContent()).toBe(words["verdict.preflight"]);
      expect(await origin.getAttribute("aria-invalid")).toBeNull();
      // The page's whole address is as good, and what it is read as is said.
      await origin.fill("https://app.example.com/login");
      await poll(() => hint.textContent()).toContain("https://app.example.com");
      expect(await verdict(page).textContent()).toBe(words["verdict.preflight"]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("is announced: it changes within one live region that is there from the start", async () => {
    const { page, close } = await openChecker();
    const region = await page.locator("[role=status]").first().elementHandle();
    const before = await region?.textContent();
    expect(await region?.evaluate((element) => element.closest("[aria-hidden=true]"))).toBeNull();
    await field(page, t["field.method"]).fill("TRACE");
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
    await poll(() => region?.textContent()).not.toBe(before);
    await poll(() => region?.textContent()).toContain(t["verdict.refused"]);
    await close();
  });

  test("says which item causes it, in words", async () => {
    const { page, close } = await openChecker("?method=GET&type=&body=none&h=");
    await poll(() => page.locator(".fires").count()).toBe(0);
    await field(page, t["field.method"]).fill("DELETE");
    await poll(() => page.locator(".row.fires").textContent()).toContain(`${t["field.method"]} (${t.fires})`);
    await close();
  });
});

describe("by keyboard alone", () => {
  /** Presses Tab until the focus is on what a selector matches. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("The focus never came there.");
  }

  test("a reader can make the request one that needs no preflight, and back", async () => {
    const { page, faults, close } = await openChecker();
    await tabTo(page, field(page, t["field.method"]));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("POST");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await tabTo(page, page.getByRole("checkbox", { name: "Authorization" }));
    await page.keyboard.press("Space");
    await poll(() => verdict(page).textContent()).toBe(t["verdict.no-preflight"]);

    await tabTo(page, page.getByRole("button", { name: t["field.headers.add"] }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("X-Trace");
    await poll(() => verdict(page).textContent()).toBe(t["verdict.preflight"]);
    expect(faults).toEqual([]);
    await close();
  });

  test("the focus is always seen, and stays where it was when the form changes", async () => {
    const { page, close } = await openChecker();
    const method = field(page, t["field.method"]);
    await tabTo(page, method);
    expect(await method.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
    await page.keyboard.type("X");
    expect(await method.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });
});

describe("the address", () => {
  test("carries the request, and gives it back", async () => {
    const { page, close } = await openChecker();
    await field(page, t["field.method"]).fill("PATCH");
    await page.getByRole("checkbox", { name: "X-API-Key" }).check();
    const expected: CheckerState = {
      ...presets.default,
      method: "PATCH",
      headers: [...presets.default.headers, ["X-API-Key", "key"]],
    };
    await poll(() => new URL(page.url()).search).toBe(writeLink(expected));
    await page.reload();
    await poll(() => field(page, t["field.method"]).inputValue()).toBe("PATCH");
    await poll(() => page.getByRole("checkbox", { name: "X-API-Key" }).isChecked()).toBe(true);
    await poll(() => page.locator(".malformed").count()).toBe(0);
    await close();
  });

  test("survives a header row that is still empty", async () => {
    const { page, close } = await openChecker();
    await page.getByRole("button", { name: t["field.headers.add"] }).click();
    await page.reload();
    await poll(() => page.getByLabel(t["field.headers.name"]).count()).toBe(2);
    await poll(() => page.locator(".malformed").count()).toBe(0);
    await close();
  });

  test.each([...languages])(
    "%s: one that cannot be read in part says which part, and keeps the rest",
    async (language) => {
      const { page, faults, close } = await openChecker("?method=DELETE&via=pigeon&h=broken&constructor=1", language);
      const words = uiStrings[language].checker;
      const alert = page.locator("[role=alert]");
      await alert.waitFor();
      const named = ["via", "h", "constructor"].join(words["list.separator"]);
      await poll(() => alert.textContent()).toBe(words["share.malformed"].replace("{problems}", named));
      await poll(() => field(page, words["field.method"]).inputValue()).toBe("DELETE");
      await poll(() => field(page, words["field.api"]).inputValue()).toBe(presets.default.api);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("is left alone by a checker that is not on its own page", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(`${root}en/?method=DELETE`);
    await page.locator("[data-checker]").scrollIntoViewIfNeeded();
    await checkerToLive(page);
    await field(page, t["field.method"]).fill("GET");
    await poll(() => page.locator(".share a").getAttribute("href")).toContain("method=GET");
    await poll(() => page.url()).toBe(`${root}en/?method=DELETE`);
    await close();
  });
});

test("what was typed without a break makes the page no wider, wherever it is shown", { timeout: 240_000 }, async () => {
  const long = "x".repeat(60_000);
  const { page, close } = await openWatched(browser, origin, { viewport: { width: 320, height: 640 } });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.goto(`${root}en/checker/?${long.slice(0, 3000)}=1`);
  await page.locator(".malformed").waitFor();
  expect(await width()).toBeLessThanOrEqual(320);
  const inputs = page.locator("form.checklist input:not([type=checkbox])");
  for (let i = 0; i < (await inputs.count()); i++) {
    const input = inputs.nth(i);
    const right = await input.inputValue();
    // As text of any kind, then as an origin, a URL, a type of its own kind.
    for (const value of [long, `https://${long}.example/`, `a/${long}`]) {
      await input.fill(value);
      expect(
        await width(),
        `${await input.evaluate((field) => field.closest("label")?.textContent)}`,
      ).toBeLessThanOrEqual(320);
    }
    await input.fill(right);
  }
  await close();
});

describe("in a guide", () => {
  const guide = readPages(inject("siteFolder")).find(
    (page) => /^\/en\/guides\/.+/.test(page.path) && attributes(page, "[data-checker]", "data-checker").length > 0,
  );
  const path = guide?.path.slice(1) as string;

  test("shows its verdict, and opens on demand, on a narrow screen too", async () => {
    const { page, faults, close } = await openWatched(browser, origin, { viewport: { width: 320, height: 640 } });
    await page.goto(root + path);
    const checker = page.locator("[data-checker]").first();
    await checker.scrollIntoViewIfNeeded();
    const open = checker.getByRole("button", { name: t.open });
    await open.waitFor();
    await poll(() => checker.locator("form").count()).toBe(0);
    const before = await checker.locator("[role=status] b").textContent();
    await open.click();
    await checker.locator("form").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await checker.getByLabel(t["field.origin"]).first().fill("nonsense");
    await poll(() => checker.locator("[role=status] b").textContent()).not.toBe(before);
    await poll(() => page.url()).toBe(root + path);
    expect(faults).toEqual([]);
    await close();
  });

  test("leads to the checker's page with the same request", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(root + path);
    const link = page.locator("[data-checker] .share a").first();
    const { initial } = JSON.parse((await page.locator("[data-checker]").first().getAttribute("data-checker")) ?? "{}");
    await link.click();
    await page.waitForURL(`${root}en/checker/**`);
    await poll(() => new URL(page.url()).search).toBe(writeLink(initial));
    await close();
  });
});

test("searching breaks no policy and leaves the site's origin alone", async () => {
  const { page, faults, close } = await openChecker();
  await page.locator("[data-search]").click();
  await page.locator("dialog[open] input").fill("preflight");
  await page.locator("dialog[open] li a").first().waitFor();
  expect(faults).toEqual([]);
  await close();
});
