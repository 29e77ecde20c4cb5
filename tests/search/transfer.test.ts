import type { Socket } from "node:net";
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type SiteServer, serveSite } from "../../scripts/serve.ts";
import { takeSeed } from "../../scripts/support/seed.ts";
import { mayBeMessage } from "../../src/search/message.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { openSearch } from "../support/openSearch.ts";
import { polling } from "../support/poll.ts";
import { questions } from "./questions.ts";

/** Bytes that a first search of words may transfer: all that the server sends from the key that opens the dialog on, headers included. */
const MOST = 150_000;
/** So many questions of each language are asked, others each time. */
const ASKED = 8;

let browser: Browser;
let site: SiteServer;
const sockets = new Set<Socket>();
beforeAll(async () => {
  browser = await launchForPages();
  // A server of its own: nobody else loads anything from it.
  site = await serveSite(inject("siteFolder"));
  site.server.on("connection", (socket) => sockets.add(socket));
}, launchTimeout);
afterAll(async () => {
  await browser?.close();
  site?.server.close();
  site?.server.closeAllConnections();
});

const sent = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);

/** Opens the dialog in a browser that has loaded the page and nothing else, and searches. @returns bytes */
async function searchFirst(language: Language, query: string): Promise<number> {
  // What makes pages open offline comes some seconds later, and is not the search's: on a slow machine it came meanwhile.
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${site.address}${language}/`, { waitUntil: "networkidle" });
  const before = sent();
  await openSearch(page);
  await page.locator("dialog.search[open] input").fill(query);
  const isAnswered = () => (document.querySelector("dialog.search .found")?.childElementCount ?? 0) > 0;
  await page.waitForFunction(isAnswered, null, { polling });
  await page.waitForLoadState("networkidle");
  const bytes = sent() - before;
  await context.close();
  return bytes;
}

const seed = takeSeed("The first searches");

test.each(languages)(`%s: a first search transfers at most ${MOST / 1000} KB`, async (language) => {
  // What may be a message goes to the diagnosis, which is not loaded for words.
  const words = questions[language].map(({ query }) => query).filter((query) => !mayBeMessage(query));
  const asked = fc.sample(fc.constantFrom(...words), { seed, numRuns: ASKED });
  const sizes: { query: string; bytes: number }[] = [];
  for (const query of asked) sizes.push({ query, bytes: await searchFirst(language, query) });
  const sorted = sizes.map(({ bytes }) => bytes).sort((a, b) => a - b);
  console.log(`${language}: first searches transfer ${sorted.at(0)} to ${sorted.at(-1)} B.`);
  expect(
    sizes.filter(({ bytes }) => bytes > MOST),
    `PREFLIGHT_SEED=${seed}`,
  ).toEqual([]);
});
