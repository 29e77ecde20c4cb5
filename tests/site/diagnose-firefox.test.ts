import { expect, inject, test } from "vitest";
import { findFirefox } from "../../scripts/setup/engines.ts";
import { type FirefoxPage, keys, openFirefox } from "../support/firefoxPage.ts";
import { countNotRun } from "../support/notRun.ts";
import { poll } from "../support/poll.ts";

/** Firefox's own export of a preflight that was answered 404, with a token and a cookie in it. */
const har = "tests/fixtures/har/firefox.har";
const SECRET = "fixtureSecret42x9Qa7Zk";

/** Presses Tab until what has the focus fits a selector. */
async function tabTo(firefox: FirefoxPage, selector: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    if ((await firefox.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) === "true") return;
    await firefox.press(keys.tab);
  }
  throw new Error(`No stop of the keyboard fits ${selector}.`);
}

test("in Firefox a HAR of its own is diagnosed and mended by keyboard alone", async (context) => {
  if (!findFirefox()) {
    countNotRun(context, { count: 1, what: "the diagnosis in Firefox", variable: "ENGINES" });
    return;
  }
  const firefox = await openFirefox();
  try {
    await firefox.goto(`${inject("siteUrl")}en/diagnose/`);
    await tabTo(firefox, "input[type=file]");
    await firefox.choose(har);
    await poll(() => firefox.evaluate("document.querySelector('.finding .lamp b')?.textContent")).toBe(
      "No route answers OPTIONS",
    );
    await poll(() => firefox.evaluate("document.querySelector('[data-box-status]').textContent")).toContain(
      "No route answers OPTIONS",
    );
    await poll(() => firefox.evaluate("document.activeElement.matches('[data-answer]')")).toBe("true");
    await tabTo(firefox, ".finding select");
    await firefox.press(keys.down);
    // Firefox tells of a choice when the field is left.
    await firefox.press(keys.tab);
    await poll(() => firefox.evaluate("document.querySelector('.finding figure.code pre')?.textContent")).toContain(
      "https://shop.test",
    );
    expect(await firefox.evaluate("document.documentElement.outerHTML")).not.toContain(SECRET);
  } finally {
    await firefox.close();
  }
});
