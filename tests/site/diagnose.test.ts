import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fillIn } from "../../src/i18n/fillIn.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { languages } from "../../src/site.config.ts";
import { axeViolations } from "../support/axe.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { poll } from "../support/poll.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

/** The box for what one has in hand, from the paste or the file to the fix. */
const root = inject("siteUrl");
const { origin } = new URL(root);

/** Chrome's own export of a preflight that was answered 404, with a token and a cookie in it. */
const har = "tests/fixtures/har/chrome.har";
const SECRET = "fixtureSecret42x9Qa7Zk";

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

async function open(path = "en/diagnose/"): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await watched.page.goto(root + path);
  return watched;
}

const t = uiStrings.en.diagnose;
const field = (page: Page) => page.locator("textarea");
const go = (page: Page) => page.locator("form[data-box] button[type=submit]");
const findings = (page: Page) => page.locator("[data-answer] .finding");
const title = async (page: Page) => (await findings(page).first().locator(".lamp b").textContent()) ?? "";
const status = (page: Page) => page.locator("[data-box-status]").textContent();

async function paste(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await go(page).click();
  await poll(() => findings(page).count()).toBeGreaterThan(0);
}

const blocked = (why: string, url = "https://api.example.com/items") =>
  `Access to fetch at '${url}' from origin 'https://app.example.com' has been blocked by CORS policy: ${why}`;
const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const preflight = "Response to preflight request doesn't pass access control check: ";

describe("the 404 page of no language", () => {
  test.each(languages)("carries what is written into its box to the diagnosis in %s", async (language) => {
    const { page, faults, close } = await open("404.html");
    await field(page).fill(blocked(preflight + missing));
    await page.locator(`[data-carry] button[lang=${language}]`).click();
    await page.waitForURL(`**/${language}/diagnose/#paste=*`);
    await poll(() => findings(page).count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("a HAR", () => {
  test("is chosen, diagnosed and mended by keyboard alone, and no secret in it is shown", async () => {
    const { page, faults, close } = await open();
    await field(page).focus();
    await page.keyboard.press("Tab");
    await poll(() => page.evaluate(() => document.activeElement?.matches("input[type=file]"))).toBe(true);
    const chosen = page.waitForEvent("filechooser");
    await page.keyboard.press("Space");
    const chooser = await chosen;
    await chooser.setFiles(har);
    await poll(() => title(page)).toBe("No route answers OPTIONS");
    // The answer has the focus, and the next stops are within it: the server, whose code is the fix.
    await poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-answer"))).toBe(true);
    while (!(await page.evaluate(() => document.activeElement?.matches(".finding select")))) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("[data-answer]") !== null)).toBe(true);
    }
    await page.keyboard.press("ArrowDown");
    await poll(() => page.locator(".finding figure.code pre").first().textContent()).toContain("https://shop.test");
    const shown = await page.evaluate(() => document.documentElement.outerHTML);
    expect(shown).toContain("https://api.shop.test/orders");
    expect(shown).not.toContain(SECRET);
    expect(faults).toEqual([]);
    await close();
  });

  test("is dropped", async () => {
    const { page, close } = await open();
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "shop.har"));
        return transfer;
      },
      readFileSync(har, "utf8"),
    );
    await page.locator("form[data-box]").dispatchEvent("dragover", { dataTransfer: data });
    await page.locator("form[data-box]").dispatchEvent("drop", { dataTransfer: data });
    await poll(() => title(page)).toBe("No route answers OPTIONS");
    await close();
  });

  test("that is large does not freeze the page, can be cancelled, and another is read after it", async () => {
    const { page, close } = await open();
    await page.evaluate(() => {
      const line = `${"x".repeat(1023)}\n`;
      const transfer = new DataTransfer();
      transfer.items.add(new File(Array(200 * 1024).fill(line), "large.har"));
      const input = document.querySelector<HTMLInputElement>("input[type=file]");
      if (input) input.files = transfer.files;
      input?.dispatchEvent(new Event("change", { bubbles: true }));
      input?.focus();
    });
    const cancel = page.getByRole("button", { name: t["answer.cancel"] });
    await poll(() => cancel.isVisible()).toBe(true);
    expect(await page.locator("progress").isVisible()).toBe(true);
    await cancel.click();
    await poll(() => status(page)).toBe(t["answer.stopped"]);
    expect(await cancel.isVisible()).toBe(false);
    expect(await findings(page).count()).toBe(0);
    await paste(page, blocked(missing));
    await poll(() => title(page)).toBe("No Access-Control-Allow-Origin");
    await close();
  });
});

test("what is stopped before there is a diagnosis is not diagnosed when there is one", async () => {
  const { page, close } = await open();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/mount\./, async (route) => {
    await released;
    await route.continue();
  });
  await field(page).fill(blocked(missing));
  await go(page).click();
  await page.getByRole("button", { name: t["answer.cancel"] }).click();
  release();
  await poll(() => status(page)).toBe(t["answer.stopped"]);
  expect(await findings(page).count()).toBe(0);
  await close();
});

describe("an answer", () => {
  test("shows the code of the server that was chosen last, however late that of another comes", async () => {
    const { page, close } = await open();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/recipes/express/", async (route) => {
      await released;
      await route.continue();
    });
    await paste(page, blocked(preflight + missing));
    const server = page.locator(".finding select");
    const late = page.waitForResponse("**/recipes/express/");
    await server.selectOption("express");
    await server.selectOption("nginx");
    const code = page.locator(".finding figure.code pre").first();
    await poll(() => code.textContent()).toContain("add_header");
    release();
    await (await late).finished();
    // A task after its text has come, the page has done with it what it does.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await code.textContent()).toContain("add_header");
    await close();
  });

  test.each([...languages])(
    "in %s is announced, sound, and fits a narrow screen in light and dark",
    async (language) => {
      const { page, faults, close } = await open(`${language}/diagnose/`);
      // A region that is there before it has something to say is read aloud.
      expect(await page.locator("[data-box-status]").getAttribute("role")).toBe("status");
      await paste(page, blocked(preflight + missing));
      const announced = fillIn(uiStrings[language].diagnose["answer.done"], { title: await title(page) });
      await poll(() => status(page)).toBe(announced);
      for (const [width, colorScheme] of [
        [320, "light"],
        [320, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
      }
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("to a question narrows what it could be, where it stands", async () => {
    const { page, close } = await open();
    await paste(page, blocked(preflight + missing));
    const others = findings(page).locator(".rows li");
    expect(await others.count()).toBeGreaterThan(1);
    const lamp = await findings(page).locator(".lamp").elementHandle();
    await page.getByLabel(t["ask.preflight-status.auth"]).check();
    await poll(() => title(page)).toBe("Authentication rejects OPTIONS");
    await poll(() => others.count()).toBe(0);
    // The same region says so: a new one would not be read aloud.
    expect(await lamp?.evaluate((element) => element.isConnected && element.getAttribute("role"))).toBe("status");
    // And another answer can be given.
    await page.getByLabel(t["ask.preflight-status.server-error"]).check();
    await poll(() => title(page)).toBe("The server fails on OPTIONS");
    await close();
  });

  test("marks what was read, without what is secret in it", async () => {
    const { page, close } = await open();
    await paste(page, `hello\n\n${blocked(missing, `https://api.example.com/items?token=${SECRET}`)}`);
    const read = page.locator("dl.was-read");
    await poll(() => read.textContent()).toContain(fillIn(t["read.line"], { line: 3 }));
    expect(await read.locator("mark").textContent()).toMatch(
      /^Access to fetch at 'https:\/\/api.example.com\/items\?token=\*\*\*'/,
    );
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(SECRET);
    await close();
  });

  test("has a link that leads to the same, with what was answered, and holds no secret", async () => {
    const { page, close } = await open();
    await paste(page, `hello\n\n${blocked(preflight + missing, `https://api.example.com/items?token=${SECRET}`)}`);
    await page.getByLabel(t["ask.preflight-status.auth"]).check();
    await poll(() => title(page)).toBe("Authentication rejects OPTIONS");
    const href = await page
      .getByRole("link", { name: t["answer.link"] })
      .evaluate((link) => (link as HTMLAnchorElement).href);
    expect(decodeURIComponent(href)).not.toMatch(new RegExp(`${SECRET}|hello`));
    // Only what follows the # is about the paste: no server is sent it.
    expect(new URL(href).search).toBe("");
    const other = await open(href.slice(root.length));
    await poll(() => findings(other.page).count()).toBe(1);
    await poll(() => title(other.page)).toBe("Authentication rejects OPTIONS");
    expect(other.faults).toEqual([]);
    await other.close();
    await close();
  });

  test("of what is not CORS says what it is, what to do, and leads to its page", async () => {
    const { page, close } = await open();
    await paste(
      page,
      "Connecting to 'https://api.example.com/v1' violates the following Content Security Policy directive: \"connect-src 'self'\". The action has been blocked.",
    );
    expect(await title(page)).toBe("A Content Security Policy refuses it");
    expect(await findings(page).locator(".fix").textContent()).toContain("connect-src");
    await page.getByRole("link", { name: t["answer.instead"] }).click();
    await page.waitForURL(`${root}en/not-cors/csp/`);
    await close();
  });

  test("leads to the setting of the product that the URL, or its own words, show to answer there", async () => {
    for (const [text, place] of [
      [blocked(missing, "https://abc.supabase.co/functions/v1/hello"), "recipes/supabase"],
      [`${blocked(preflight + missing)}\nCORS Rejected - Invalid origin`, "stacks/quarkus"],
    ] as const) {
      const { page, close } = await open();
      await paste(page, text);
      const products = findings(page).first().locator(`h2:text-is("${t["answer.product"]}") + ul a`);
      expect(await products.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
        `${new URL(root).pathname}en/${place}/`,
      ]);
      await products.first().click();
      await page.waitForURL(`${root}en/${place}/`);
      await close();
    }
  });

  test("of what passes says so, and blames nothing", async () => {
    const { page, close } = await open();
    await paste(
      page,
      "curl -i -X OPTIONS 'https://api.example.com/items' -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT'\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example.com\nAccess-Control-Allow-Methods: PUT\nAccess-Control-Max-Age: 86400\nVary: Origin\n",
    );
    expect(await title(page)).toBe(t["answer.passes"]);
    expect(await findings(page).locator(".lamp.stop, .fix").count()).toBe(0);
    await close();
  });
});

test("markup in a paste is text wherever it is shown", async () => {
  const { page, faults, close } = await open();
  const markup = "<img src=x onerror=window.hit=1><script>window.hit=1</script>";
  await paste(
    page,
    `${blocked(`Request header field ${markup} is not allowed by Access-Control-Allow-Headers in preflight response.`, `https://api.example.com/${markup}`)}\n\nHTTP/1.1 200 OK\nServer: ${markup}\n`,
  );
  expect(await page.locator("[data-answer], .was-read").locator("img, script").count()).toBe(0);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
  expect(faults).toEqual([]);
  await close();
});

test("nothing of a paste goes anywhere: only the site's own files are asked for", async () => {
  const { page, close } = await open();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await paste(page, blocked(missing, "https://api.example.com/my-own-path"));
  await page.locator(".finding select").selectOption({ index: 1 });
  await poll(() => page.locator(".finding figure.code pre").count()).toBeGreaterThan(1);
  expect(asked.filter((line) => !line.startsWith(`GET ${root}`) || /[?#]|my-own-path/.test(line))).toEqual([]);
  await close();
});

test("what is sent before the script is there is answered by it", async () => {
  const { page, close } = await open();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/box\./, async (route) => {
    await held;
    await route.continue();
  });
  await field(page).fill(blocked(missing));
  await go(page).click();
  expect(new URL(page.url()).pathname).toBe("/en/diagnose/");
  release();
  await poll(() => findings(page).count()).toBe(1);
  await close();
});

test("an address that leads nowhere has the box, too", async () => {
  const { page, close } = await open("ja/no/such/page/");
  await paste(page, blocked(missing));
  expect(await findings(page).count()).toBe(1);
  await close();
});

test("without a script, the causes' table is asked", async () => {
  const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
  await page.goto(`${root}en/diagnose/`);
  await field(page).fill("mixed content");
  await go(page).click();
  await page.waitForURL(`${root}en/causes/?q=mixed+content`);
  await close();
});
