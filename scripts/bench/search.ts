/**
 * Measures how long the search takes from the last key to the results, in Chromium: `npm run bench -- search`. Types the
 * questions of `tests/search/` into the dialog, after one that loads what all need.
 * Usage: npm run bench -- search
 *        npm run bench -- search dist ../before/dist    built sites, each question in all of them by turns
 */
import type { Page } from "playwright-core";
import { type Language, languages } from "../../src/site.config.ts";
import { questions } from "../../tests/search/questions.ts";
import { type SiteServer, serveSite } from "../serve.ts";
import { ensureBuilt } from "../support/ensureBuilt.ts";
import { launchChromium } from "../support/launchChromium.ts";

const folders = process.argv.slice(3);
if (folders.length === 0) {
  await ensureBuilt();
  folders.push("dist");
}

/** Types a question into the page's dialog. @returns milliseconds until its results are there, excerpts among them */
function search(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.querySelector("dialog.search input") as HTMLInputElement;
    const list = document.querySelector("dialog.search .found") as HTMLElement;
    const type = async (value: string, isThere: boolean) => {
      const shown = new Promise<void>((resolve) => {
        const look = () => {
          if (list.childElementCount > 0 === isThere) resolve();
        };
        new MutationObserver(look).observe(list, { childList: true });
        if (!isThere) look();
      });
      const start = performance.now();
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await shown;
      return performance.now() - start;
    };
    await type("", false);
    return type(text, true);
  }, query);
}

async function openDialog(page: Page, site: SiteServer, language: Language): Promise<void> {
  await page.goto(`${site.address}${language}/`);
  await page.keyboard.press("Control+k");
  await page.locator("dialog.search[open] input").waitFor();
  await search(page, "preflight");
}

const quantile = (sorted: readonly number[], part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? 0;

const browser = await launchChromium();
const sites = await Promise.all(folders.map((folder) => serveSite(folder)));
try {
  for (const language of languages) {
    const pages = await Promise.all(sites.map(() => browser.newPage()));
    const times = sites.map((): number[] => []);
    for (const [index, page] of pages.entries()) await openDialog(page, sites[index] as SiteServer, language);
    for (const { query } of questions[language]) {
      for (const [index, page] of pages.entries()) times[index]?.push(await search(page, query));
    }
    for (const [index, folder] of folders.entries()) {
      const sorted = times[index]?.toSorted((a, b) => a - b) ?? [];
      const figures = [0.5, 0.95, 1].map((part) => `${quantile(sorted, part).toFixed(0)} ms`.padStart(8));
      console.log(`${language.padEnd(6)} ${folder}: p50 ${figures[0]}  p95 ${figures[1]}  most ${figures[2]}`);
    }
    for (const page of pages) await page.close();
  }
} finally {
  await browser.close();
  for (const { server } of sites) {
    server.close();
    server.closeAllConnections();
  }
}
