import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../scripts/support/freePort.ts";
import { uiStrings } from "../src/i18n/strings.ts";
import { launchForPages, launchTimeout } from "./support/chromium.ts";
import { type Command, copyRunnable, type RunnableCopy } from "./support/commands.ts";
import { poll } from "./support/poll.ts";

// What an author sees in the browser while npm run dev runs and they write.

let copy: RunnableCopy;
let server: Command;
let browser: Browser;
let page: Page;
let address: string;

const guide = "content/guides/preflight-404/en.mdx";
const path = (file: string) => join(copy.root, file);
const read = (file: string) => readFileSync(path(file), "utf8");
/** What lies over the page; nothing where nothing does. Where the page is just loaded anew, that is what it says. */
const overlay = () =>
  page
    .evaluate(() => {
      const root = document.querySelector("vite-error-overlay")?.shadowRoot;
      return root
        ? `${root.querySelector("#title")?.textContent}\n${root.querySelector("#message-content")?.textContent}`
        : "";
    })
    .catch(String);
/** Opens a page, once the server is there; the first one has it read all that it is made of. */
const open = (place: string) =>
  expect
    .poll(() => page.goto(address + place).then((answer) => answer?.status(), String), { timeout: 10 * launchTimeout })
    .toBe(200);
const statusOf = async (place: string) => (await fetch(address + place)).status;

/** Looks after which whoever writes saves once more. */
const LOOKS = 20;
/**
 * Does what an author does at a file, and looks what has come of it. While much else goes on, the watcher may not tell of
 * what is saved (withastro/astro#17335), and a page that is being made may keep what it had read before (#15861): an
 * author to whom nothing seems to have happened saves once more, and so does this.
 * @param save told how often it has been called
 */
function after<Seen>(save: (times: number) => void, look: () => Promise<Seen>) {
  let looks = 0;
  return poll(async () => {
    if (looks % LOOKS === 0) save(looks / LOOKS);
    looks++;
    return look();
  });
}
/** Saves a text: with an empty line more at its end each second time, as it is a change only then. */
const saving = (file: string, text: string) => (times: number) =>
  writeFileSync(path(file), times % 2 === 0 ? text : `${text}\n`);

beforeAll(async () => {
  copy = copyRunnable();
  const port = await freePort();
  server = copy.start(["npm", "run", "--silent", "dev", "--", "--port", String(port)]);
  address = `http://127.0.0.1:${port}/`;
  browser = await launchForPages();
  page = await browser.newPage();
}, launchTimeout);
afterAll(async () => {
  await browser?.close();
  await copy.remove();
});

test("a mistake in the content lies over the page with file, line and what to do, until it is mended", async () => {
  await open("en/guides/preflight-404/");
  const sound = read(guide);
  const line = sound.split("\n").findIndex((text) => text.startsWith("published:")) + 1;
  const wrong = sound.replace("published:", "publised:").replace("\ntags:", '\n"<i>": 1\ntags:');
  await after(saving(guide, wrong), overlay).toContain(`2 problems in the content\n${guide}:${line}`);
  await poll(overlay).toContain('There is no field "<i>".');
  await poll(overlay).toContain('There is no field "publised".');
  await poll(overlay).toContain('→ Did you mean "published"?');
  // Whichever page is opened next has it, too.
  await open("en/glossary/");
  await poll(overlay).toContain(`${guide}:${line}`);
  await poll(overlay).toContain('There is no field "<i>".');
  await after(saving(guide, sound), overlay).toBe("");
});

test("a translation that is not done yet lies over nothing: its author wants to see it", async () => {
  const file = "content/guides/preflight-404/ja.mdx";
  const sound = read(file);
  await open("ja/guides/preflight-404/");
  const words = () => page.locator(".prose").first().textContent();
  await after(saving(file, `${sound}\n[en→ja] Not yet.\n`), words).toContain("[en→ja] Not yet.");
  await poll(() => server.output()).toContain("this is marked as to be translated: [en→ja] Not yet.");
  await poll(overlay).toBe("");
  await after(saving(file, sound), words).not.toContain("[en→ja] Not yet.");
});

test.each(["en", "ja", "zh-TW"] as const)("a draft is marked as one in the list, in %s", async (language) => {
  const file = `content/guides/which-header/${language}.mdx`;
  const sound = read(file);
  const mark = uiStrings[language].common["guide.draft.mark"];
  const inList = async () => {
    await open(`${language}/guides/`);
    const item = page.locator(`li:has(a[href="/${language}/guides/which-header/"])`, { has: page.locator("h2, h3") });
    return item.first().textContent();
  };
  expect(sound).toContain("draft: false");
  await after(saving(file, sound.replace("draft: false", "draft: true")), inList).toContain(mark);
  await after(saving(file, sound), inList).not.toContain(mark);
});

test("a changed recipe reaches every page that shows it", async () => {
  const file = "content/recipes/express/server.js";
  const line = "const changedWhileWriting = 1;";
  const changed = read(file).replace(/(.*#region cors.*\n)/, `$1${line}\n`);
  for (const place of ["en/guides/preflight-404/", "ja/guides/preflight-404/", "en/recipes/express/"]) {
    await after(saving(file, changed), async () => {
      await open(place);
      return page.locator("pre").allTextContents();
    }).toContainEqual(expect.stringContaining(line));
  }
});

test("a guide that was removed is answered with 404", async () => {
  const folder = "content/guides/safe-cors";
  const kept = join(copy.root, "removed");
  await open("en/guides/safe-cors/");
  cpSync(path(folder), kept, { recursive: true });
  const remove = (times: number) => {
    if (times > 0) cpSync(kept, path(folder), { recursive: true });
    rmSync(path(folder), { recursive: true });
  };
  await after(remove, () => statusOf("en/guides/safe-cors/")).toBe(404);
});
