import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { render } from "../support/markdown.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

test("a table's cells stand where their column says, under the site's policy and styles", async () => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.goto(`${inject("siteUrl")}ja/guides/preflight-404/`);
  await page
    .locator(".prose")
    .first()
    .evaluate(
      (prose, html) => {
        prose.innerHTML = html;
      },
      await render("| 左 | 中 | 右 | 無 |\n|:--|:-:|--:|---|\n| 一 | 二 | 三 | 四 |"),
    );
  const sides = await page
    .locator(".prose :is(th, td)")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
  expect(sides).toEqual(["left", "center", "right", "start", "left", "center", "right", "start"]);
  expect(refused).toEqual([]);
});
