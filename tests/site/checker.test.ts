import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { writeLink } from "../../src/components/Checker/link.ts";
import { presets } from "../../src/components/Checker/presets.ts";
import { type CheckerState, toRequest } from "../../src/components/Checker/state.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { decidePreflight } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { axeViolations } from "../support/axe.ts";
import { chooseMethod } from "../support/checkerMethod.ts";
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
const radio = (page: Page, name: string): Locator => page.getByRole("radio", { name, exact: true });

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
    await chooseMethod(page, "POST");
    await field(page, "Content-Type").fill("");
    await page.getByRole("checkbox", { name: "Authorization" }).uncheck();
    await poll(() => verdict(page).textContent()).toBe(t["verdict.no-preflight"]);
    await page.getByRole("checkbox", { name: "X-Requested-With" }).check();
    await poll(() => verdict(page).textContent()).toBe(t["verdict.preflight"]);
    await radio(page, "no-cors").check();
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
    await chooseMethod(page, "TRACE");
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
    await poll(() => region?.textContent()).not.toBe(before);
    await poll(() => region?.textContent()).toContain(t["verdict.refused"]);
    await close();
  });

  test("says which item causes it, in words", async () => {
    const { page, close } = await openChecker("?method=GET&type=&body=none&h=");
    await poll(() => page.locator(".fires").count()).toBe(0);
    await chooseMethod(page, "DELETE");
    await poll(() => page.locator(".row.fires").textContent()).toContain(`${t["field.method"]} (${t.fires})`);
    await close();
  });
});

describe("what the server answered", () => {
  const answers = (page: Page) => page.locator(".of-answer textarea");
  const title = (language: string, id: string) => {
    const folder = join(inject("siteFolder"), "words");
    const file = readdirSync(folder).find((name) => name.startsWith(`diagnose.${language}.`)) ?? "";
    const words = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return words.causes[id].title.replaceAll("`", "") as string;
  };
  const cause = (page: Page) => page.locator(".result .cause a").first();
  const marks = async (page: Page) =>
    (await page.locator(".in-engines li").allTextContents()).map((row) => row.replace(/[●■○]/, " "));

  test.each([...languages])(
    "%s: typed in, it is judged in each engine, drawn, and its cause is named with its page",
    async (language) => {
      const { page, faults, close } = await openChecker("", language);
      const words = { ...uiStrings[language].checker, ...uiStrings[language].outcome };
      await radio(page, words["part.answer"]).check();
      await answers(page).first().fill("401\nWWW-Authenticate: Bearer");
      await poll(() => verdict(page).textContent()).toBe(words["outcome.preflight-blocked"]);
      await poll(() => cause(page).textContent()).toBe(title(language, "auth-before-cors"));
      await poll(() => marks(page)).toEqual(
        ["Chrome", "Firefox", "Safari"].map((browser) => `${browser} ${words["engine.blocked"]}`),
      );
      expect(await page.locator(".exchange .broken .arrow").textContent()).toContain("401 Unauthorized");
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await axeViolations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await cause(page).click();
      await page.waitForURL(`${root}${language}/causes/auth-before-cors/`);
      await close();
    },
  );

  test("pasted as curl prints it, both answers at once, it passes; and the link has it", async () => {
    const { page, faults, close } = await openChecker();
    const words = uiStrings.en.outcome;
    await radio(page, t["part.answer"]).check();
    const allow = "Access-Control-Allow-Origin: https://app.example.com";
    await answers(page)
      .first()
      .fill(
        `$ curl -i -X OPTIONS https://api.example.com/items -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT'
HTTP/2 204
${allow}
Access-Control-Allow-Methods: PUT
Access-Control-Allow-Headers: authorization, content-type

$ curl -i -X PUT https://api.example.com/items -H 'Origin: https://app.example.com'
HTTP/2 200
${allow}
Set-Cookie: session=hunter2
`,
      );
    await poll(() => verdict(page).textContent()).toBe(words["outcome.passes"]);
    await poll(() => answers(page).nth(1).inputValue()).toContain(`200 OK\n${allow}`);
    const link = new URL(page.url()).search;
    expect(link).not.toContain("hunter2");
    await page.reload();
    await poll(() => verdict(page).textContent()).toBe(words["outcome.passes"]);
    await poll(() => radio(page, t["part.answer"]).isChecked()).toBe(true);
    // One header less, and it does not.
    const text = (await answers(page).nth(1).inputValue()).replace(/Access-Control.*/, "");
    await answers(page).nth(1).fill(text);
    await poll(() => verdict(page).textContent()).toBe(words["outcome.response-blocked"]);
    await poll(() => cause(page).textContent()).toBe(title("en", "response-lacks-headers"));
    expect(faults).toEqual([]);
    await close();
  });

  test("where the engines do not agree, each is named, and each exchange is drawn", async () => {
    // Chromium leaves a User-Agent out, which for the others has to be allowed.
    const allow = "Access-Control-Allow-Origin:*";
    const { page, close } = await openChecker(
      `?method=GET&type=&body=none&h=User-Agent:x&preflight=204&preflight-h=${allow}&response=200&response-h=${allow}`,
    );
    const words = uiStrings.en.outcome;
    await poll(() => verdict(page).textContent()).toBe(words["outcome.differs"]);
    const judged = await marks(page);
    expect(new Set(judged.map((mark) => mark.replace(/^\w+ /, ""))).size).toBe(2);
    for (const browser of ["Chrome", "Firefox", "Safari"]) {
      await page.locator(".result .seg").getByRole("radio", { name: browser }).check();
      const isBlocked = judged.includes(`${browser} ${words["engine.blocked"]}`);
      await poll(() => page.locator(".exchange .broken").count()).toBe(isBlocked ? 1 : 0);
    }
    await close();
  });

  test("says what is missing: a status, the other answer, or that nobody asks for it", async () => {
    const { page, close } = await openChecker();
    await radio(page, t["part.answer"]).check();
    await answers(page).first().fill("Access-Control-Allow-Origin: *");
    await poll(() => page.locator("#answer-preflight-hint").textContent()).toContain("204");
    await page.getByRole("button", { name: uiStrings.en.outcome["answer.least"] }).click();
    await poll(() => verdict(page).textContent()).toBe(uiStrings.en.outcome["outcome.passes"]);
    await answers(page).nth(1).fill("");
    await poll(() => verdict(page).textContent()).toBe(uiStrings.en.outcome["outcome.response-unknown"]);
    await radio(page, t["part.request"]).check();
    await page.getByRole("button", { name: t["start.get"] }).click();
    await radio(page, t["part.answer"]).check();
    expect(await answers(page).first().isDisabled()).toBe(true);
    expect(await page.locator("#answer-preflight-hint").textContent()).toBe(
      uiStrings.en.outcome["answer.no-preflight"],
    );
    await close();
  });
});

describe("Back and Undo", () => {
  test("go through what was chosen, one by one; what was typed in one go is one step", async () => {
    const { page, faults, close } = await openChecker();
    const undo = page.getByRole("button", { name: t.undo });
    expect(await undo.count()).toBe(0);
    await chooseMethod(page, "DELETE");
    const url = field(page, t["field.url"]);
    await url.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("/42");
    await page.getByRole("button", { name: t["start.json"] }).click();
    await poll(() => radio(page, "POST").isChecked()).toBe(true);
    expect(await url.inputValue()).toBe("https://api.example.com/items/42");

    await page.goBack();
    await poll(() => radio(page, "DELETE").isChecked()).toBe(true);
    expect(await url.inputValue()).toBe("https://api.example.com/items/42");
    await undo.click();
    await poll(() => url.inputValue()).toBe("https://api.example.com/items");
    expect(await radio(page, "DELETE").isChecked()).toBe(true);
    await undo.click();
    await poll(() => radio(page, "PUT").isChecked()).toBe(true);
    await poll(() => undo.count()).toBe(0);
    await page.goForward();
    await poll(() => radio(page, "DELETE").isChecked()).toBe(true);
    await poll(() => new URL(page.url()).search).toBe("?method=DELETE");
    expect(faults).toEqual([]);
    await close();
  });

  test("give back what Start over took, also what no link carries", async () => {
    const { page, close } = await openChecker();
    await radio(page, t["part.answer"]).check();
    const text = "HTTP/1.1 403 Forbidden\n\nInvalid CORS request";
    await page.locator(".of-answer textarea").first().fill(text);
    await poll(() => page.getByRole("button", { name: t.undo }).count()).toBe(1);
    await page.getByRole("button", { name: t.reset }).click();
    await poll(() => page.locator(".of-answer textarea").first().inputValue()).toBe("");
    await page.getByRole("button", { name: t.undo }).click();
    await poll(() => page.locator(".of-answer textarea").first().inputValue()).toContain("Invalid CORS request");
    await close();
  });

  test("lead back to what a reload left, and out of the page", async () => {
    const { page, close } = await openChecker();
    await chooseMethod(page, "DELETE");
    await chooseMethod(page, "PATCH");
    await page.reload();
    await checkerToLive(page);
    await poll(() => radio(page, "PATCH").isChecked()).toBe(true);
    await page.goBack();
    await poll(() => radio(page, "DELETE").isChecked()).toBe(true);
    await page.goBack();
    await poll(() => radio(page, "PUT").isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL("about:blank");
    await close();
  });

  test("show a usual method as its segment again, after another was typed", async () => {
    const { page, close } = await openChecker();
    await chooseMethod(page, "QUERY");
    await page.getByRole("button", { name: t.undo }).click();
    await poll(() => radio(page, "PUT").isChecked()).toBe(true);
    expect(await page.getByLabel(t["field.method.typed"]).count()).toBe(0);
    await close();
  });

  test("a link within the page is no step", async () => {
    const { page, close } = await openChecker();
    await field(page, "Content-Type").fill("x".repeat(3000));
    await page.evaluate(() => {
      location.hash = "main";
    });
    await page.goBack();
    expect(await field(page, "Content-Type").inputValue()).toBe("x".repeat(3000));
    await close();
  });

  test("Undo is there in a text too, where the page's history is left alone", async () => {
    const { page, close } = await openWatched(browser, origin);
    await page.goto(`${root}en/`);
    await page.locator("[data-checker]").scrollIntoViewIfNeeded();
    await checkerToLive(page);
    const before = await page.evaluate(() => history.length);
    await page.getByRole("button", { name: t.open }).click();
    await chooseMethod(page, "GET");
    await page.getByRole("button", { name: t.undo }).click();
    await poll(() => radio(page, "PUT").isChecked()).toBe(true);
    expect(await page.evaluate(() => history.length)).toBe(before);
    await close();
  });
});

describe("what cannot be set", () => {
  test.each([...languages])("%s: says why, beside it and to a screen reader", async (language) => {
    const words = uiStrings[language].checker;
    const { page, close } = await openChecker("?via=eventsource", language);
    await poll(() => radio(page, "PUT").isDisabled()).toBe(true);
    // Those of the headers have one reason together, which is looked at below.
    const disabled = page.locator("form.checklist .row :is(input, select):disabled");
    expect(await disabled.count()).toBeGreaterThan(5);
    const unexplained = await disabled.evaluateAll((controls) =>
      controls.flatMap((control) => {
        const described = control.closest("[aria-describedby]")?.getAttribute("aria-describedby") ?? "";
        const hint = document.getElementById(described);
        return hint?.checkVisibility() && hint.textContent ? [] : [control.outerHTML];
      }),
    );
    expect(unexplained).toEqual([]);
    await poll(() => page.locator("fieldset:disabled .hint").textContent()).toContain("EventSource");
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator("#uploadListener-hint").textContent()).toBe(
      words["fixed.uploadListener"].replaceAll("`", ""),
    );
    await close();
  });
});

test.each([...languages])(
  "%s: where an engine differs for the request, it says so, with what it does",
  async (language) => {
    const { page, faults, close } = await openChecker("?method=POST&type=&h=&body=none", language);
    const words = uiStrings[language];
    await page.locator("#body").selectOption("stream");
    const note = page.locator(".engine-notes");
    await poll(() => note.locator("li").first().textContent()).toContain("Firefox");
    await poll(() => note.locator("a").allTextContents()).toContain(
      words.differences["stream-sent-as-text.title"].replaceAll("`", ""),
    );
    await page.locator("#body").selectOption("text");
    await poll(() => note.count()).toBe(0);
    await page.locator("#body").selectOption("stream");
    await note.locator("a").first().click();
    await page.waitForURL(`${root}${language}/differences/#stream-sent-as-text`);
    expect(faults).toEqual([]);
    await close();
  },
);

test("the request is copied as code, and the copy is what the browser sends", async () => {
  const { page, faults, close } = await openWatched(browser, origin, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(`${root}en/checker/`);
  await checkerToLive(page);
  await field(page, t["field.url"]).focus();
  for (const form of ["fetch", "axios", "curl"]) {
    await page.locator(".copies").getByRole("button", { name: form }).click();
    await poll(() => page.locator(".copies [role=status]").textContent()).toBe(
      uiStrings.en.outcome["copies.done"].replace("{form}", form),
    );
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toContain("https://api.example.com/items");
    expect(code).toContain("Authorization");
  }
  // What was said of one request is not said of another.
  await chooseMethod(page, "PATCH");
  await poll(() => page.locator(".copies [role=status]").textContent()).toBe("");
  expect(faults).toEqual([]);
  await close();
});

describe("the form and the lamp are both in sight", () => {
  test("side by side where there is room, down to the last row", async () => {
    const { page, close } = await openWatched(browser, origin, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${root}en/checker/`);
    await checkerToLive(page);
    await page.locator("#uploadListener").scrollIntoViewIfNeeded();
    const [form, lamp] = await Promise.all([
      page.locator("form.checklist").boundingBox(),
      page.locator(".verdict .lamp").boundingBox(),
    ]);
    expect(lamp?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0) - 1);
    expect(lamp?.y).toBeGreaterThanOrEqual(0);
    expect((lamp?.y ?? 0) + (lamp?.height ?? 0)).toBeLessThanOrEqual(800);
    await close();
  });

  test("on a phone the lamp stays while one sets the last row", async () => {
    const { page, close } = await openWatched(browser, origin, { viewport: { width: 320, height: 640 } });
    await page.goto(`${root}en/checker/`);
    await checkerToLive(page);
    await page.locator("#uploadListener").scrollIntoViewIfNeeded();
    const lamp = await page.locator(".verdict .lamp").boundingBox();
    expect(lamp?.y).toBeGreaterThanOrEqual(0);
    expect((lamp?.y ?? 0) + (lamp?.height ?? 0)).toBeLessThanOrEqual(300);
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
    await tabTo(page, radio(page, "PUT"));
    await page.keyboard.press("ArrowLeft");
    await poll(() => radio(page, "POST").isChecked()).toBe(true);
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
    const outline = (element: Element | null) => (element ? getComputedStyle(element).outlineStyle : "none");
    // A segment's radio button lies unseen over its word: the outline is the word's.
    const put = radio(page, "PUT");
    await tabTo(page, put);
    expect(await put.locator("..").evaluate(outline)).not.toBe("none");
    await radio(page, t["field.method.other"]).check();
    const typed = page.getByLabel(t["field.method.typed"]);
    await tabTo(page, typed);
    expect(await typed.evaluate(outline)).not.toBe("none");
    // A usual method on the way to another is no reason to take the field away.
    await page.keyboard.press("Control+a");
    await page.keyboard.type("GETX");
    await poll(() => typed.inputValue()).toBe("GETX");
    expect(await typed.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });
});

describe("the address", () => {
  test("carries the request, and gives it back", async () => {
    const { page, close } = await openChecker();
    await chooseMethod(page, "PATCH");
    await page.getByRole("checkbox", { name: "X-API-Key" }).check();
    const expected: CheckerState = {
      ...presets.default,
      method: "PATCH",
      headers: [...presets.default.headers, ["X-API-Key", "key"]],
    };
    await poll(() => new URL(page.url()).search).toBe(writeLink(expected));
    await page.reload();
    await poll(() => radio(page, "PATCH").isChecked()).toBe(true);
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
      await poll(() => radio(page, "DELETE").isChecked()).toBe(true);
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
    await page.getByRole("button", { name: t.open }).click();
    await chooseMethod(page, "GET");
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
  const inputs = page.locator("form.checklist .of-request input:not([type=checkbox], [type=radio])");
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
    const { request } = JSON.parse((await page.locator("[data-checker]").first().getAttribute("data-checker")) ?? "{}");
    await link.click();
    await page.waitForURL(`${root}en/checker/**`);
    await poll(() => new URL(page.url()).search).toBe(request);
    expect(Object.values(presets).map(writeLink)).toContain(request);
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
