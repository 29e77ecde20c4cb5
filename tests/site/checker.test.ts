import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { writeLink } from "../../src/components/Checker/link.ts";
import { presets } from "../../src/components/Checker/presets.ts";
import { type CheckerState, toRequest } from "../../src/components/Checker/state.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { decidePreflight } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { launchChromium, launchTimeout } from "../support/chromium.ts";
import { attributes, readPages } from "../support/pages.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const root = inject("siteUrl");
const { origin } = new URL(root);
const t = uiStrings.en.checker;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, launchTimeout);
afterAll(() => browser?.close());

/** Opens the checker's page and waits until it is alive: from then on the address follows the form. */
async function openChecker(search = "", language = "en"): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await watched.page.goto(`${root}${language}/checker/${search}`);
  await watched.page.waitForLoadState("networkidle");
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
    expect(await verdict(page).textContent()).toBe(t["verdict.preflight"]);
    await field(page, t["field.method"]).fill("POST");
    await field(page, "Content-Type").fill("");
    await page.getByRole("checkbox", { name: "Authorization" }).uncheck();
    expect(await verdict(page).textContent()).toBe(t["verdict.no-preflight"]);
    await page.getByRole("checkbox", { name: "X-Requested-With" }).check();
    expect(await verdict(page).textContent()).toBe(t["verdict.preflight"]);
    await field(page, t["field.mode"]).selectOption("no-cors");
    expect(await verdict(page).textContent()).toBe(t["verdict.opaque"]);
    await field(page, t["field.origin"]).fill("https://app.example.com/");
    expect(await verdict(page).textContent()).toBe(t["verdict.refused"]);
    await page.getByRole("button", { name: t.reset }).click();
    expect(await verdict(page).textContent()).toBe(t["verdict.preflight"]);
    expect(faults).toEqual([]);
    await close();
  });

  test("is announced: it changes within one live region that is there from the start", async () => {
    const { page, close } = await openChecker();
    const region = await page.locator("[role=status]").first().elementHandle();
    const before = await region?.textContent();
    expect(await region?.evaluate((element) => element.closest("[aria-hidden=true]"))).toBeNull();
    await field(page, t["field.method"]).fill("TRACE");
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await region?.textContent()).not.toBe(before);
    expect(await region?.textContent()).toContain(t["verdict.refused"]);
    await close();
  });

  test("says which item causes it, in words", async () => {
    const { page, close } = await openChecker("?method=GET&type=&body=none&h=");
    expect(await page.locator(".fires").count()).toBe(0);
    await field(page, t["field.method"]).fill("DELETE");
    expect(await page.locator(".row.fires").textContent()).toContain(`${t["field.method"]} (${t.fires})`);
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
    expect(await verdict(page).textContent()).toBe(t["verdict.no-preflight"]);

    await tabTo(page, page.getByRole("button", { name: t["field.headers.add"] }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("X-Trace");
    expect(await verdict(page).textContent()).toBe(t["verdict.preflight"]);
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
    expect(new URL(page.url()).search).toBe(writeLink(expected));
    await page.reload();
    await expect.poll(() => field(page, t["field.method"]).inputValue()).toBe("PATCH");
    expect(await page.getByRole("checkbox", { name: "X-API-Key" }).isChecked()).toBe(true);
    expect(await page.locator(".malformed").count()).toBe(0);
    await close();
  });

  test("survives a header row that is still empty", async () => {
    const { page, close } = await openChecker();
    await page.getByRole("button", { name: t["field.headers.add"] }).click();
    await page.reload();
    await expect.poll(() => page.getByLabel(t["field.headers.name"]).count()).toBe(2);
    expect(await page.locator(".malformed").count()).toBe(0);
    await close();
  });

  test.each([...languages])(
    "%s: one that cannot be read in part says which part, and keeps the rest",
    async (language) => {
      const { page, faults, close } = await openChecker("?method=DELETE&via=pigeon&h=broken&constructor=1", language);
      const words = uiStrings[language].checker;
      const alert = page.locator("[role=alert]");
      await alert.waitFor();
      expect(await alert.textContent()).toBe(words["share.malformed"].replace("{problems}", "via, h, constructor"));
      expect(await field(page, words["field.method"]).inputValue()).toBe("DELETE");
      expect(await field(page, words["field.api"]).inputValue()).toBe(presets.default.api);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("is left alone by a checker that is not on its own page", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(`${root}en/?method=DELETE`);
    await page.locator("[data-checker]").scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
    await field(page, t["field.method"]).fill("GET");
    await expect.poll(() => page.locator(".share a").getAttribute("href")).toContain("method=GET");
    expect(page.url()).toBe(`${root}en/?method=DELETE`);
    await close();
  });
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
    expect(await checker.locator("form").count()).toBe(0);
    const before = await checker.locator("[role=status] b").textContent();
    await open.click();
    await checker.locator("form").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await checker.getByLabel(t["field.origin"]).first().fill("nonsense");
    expect(await checker.locator("[role=status] b").textContent()).not.toBe(before);
    expect(page.url()).toBe(root + path);
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
    expect(new URL(page.url()).search).toBe(writeLink(initial));
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
