import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { chooseReplays, readExtent } from "../../../scripts/support/replays.ts";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { type Language, languages } from "../../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../../support/chromium.ts";
import { countNotRun } from "../../support/notRun.ts";
import { type BuiltPage, find, readPages } from "../../support/pages.ts";
import type { WatchedPage } from "../../support/watchedPage.ts";
import { htmlFaults } from "./htmlFaults.ts";
import { readSound, soundnessHash, writeSound } from "./record.ts";
import { comeToLife, expectSound, narrow, open } from "./soundPage.ts";

const address = inject("siteUrl");
// A language's 404.html is the same page as its 404/.
const pages = readPages(inject("siteFolder")).filter(({ path }) => !/^\/.+\/404\.html$/.test(path));

/** Whether something on a page waits until it comes into view. */
const waitsForView = (page: BuiltPage) => find(page, "[data-checker]").length > 0;

/** Opens each page of a language that waits for nothing; the first language's file has those of none, too. */
export function lookAtEveryPage(language: Language): void {
  const isOurs = ({ language: of }: BuiltPage) => of === language || (of === null && language === languages[0]);
  lookAt(
    language,
    pages.filter((page) => isOurs(page) && !waitsForView(page)),
    { draws: false },
  );
}

/** Opens each page, of all languages, on which something comes to life when it comes into view. */
export function lookAtLivelyPages(): void {
  lookAt("lively", pages.filter(waitsForView), { draws: true });
}

/**
 * Opens pages in a browser of this file's own: those that are others than when they were recorded, and a tenth of the
 * rest. With `PAGES=all` it opens all of them, and records them.
 * @param part what the record of them is called
 */
function lookAt(part: string, ours: readonly BuiltPage[], { draws }: { draws: boolean }): void {
  const extent = readExtent("PAGES");
  const seed = takeSeed(`The pages of ${part} that are looked at again`);
  const sound: Record<string, string> = {};
  let browser: Browser;
  let hashOf: (page: BuiltPage) => string;
  let recorded: ReadonlySet<BuiltPage>;
  beforeAll(async () => {
    browser = await launchForPages({ draws });
    hashOf = soundnessHash(browser.version());
    const known = readSound(part);
    recorded = new Set(chooseReplays(ours, (page) => known[page.path] !== hashOf(page), extent, seed).fromRecord);
  }, launchTimeout);
  afterAll(async () => {
    await browser?.close();
    if (extent === "all") writeSound(part, sound);
  });

  const openTab = async () => {
    const tab = await open(browser);
    if (!draws) await tab.page.addInitScript(refuseFrames);
    return tab;
  };

  describe.concurrent("every page", () => {
    /** Tabs that no test uses now: a new one for each page would take as long as the page itself. */
    const tabs: WatchedPage[] = [];
    const seen = new Set<string>();

    test.for(ours.map((page) => [page.path, page] as const))(
      "%s is valid HTML, keeps to its origin and policy, fits a narrow screen and passes axe in light and dark",
      async ([path, built], context) => {
        if (recorded.has(built)) {
          countNotRun(context, { count: 1, what: "pages", variable: "PAGES" });
          return context.skip();
        }
        const tab = tabs.pop() ?? (await openTab());
        tab.faults.length = 0;
        try {
          await tab.page.setViewportSize(narrow);
          await tab.page.emulateMedia({ colorScheme: "light" });
          await tab.page.goto(address + path.slice(1));
          await comeToLife(tab.page);
          await expectSound(tab, seen);
          expect(await htmlFaults(built.html)).toEqual([]);
          sound[path] = hashOf(built);
        } finally {
          tabs.push(tab);
        }
      },
    );
  });
}

/** So that a page that waits for a frame does not pass for one that waits for nothing. Runs in the page. */
function refuseFrames(): void {
  const refuse = () => {
    throw new Error("It waits for a frame, and none is drawn here: teach waitsForView in everyPage.ts to find it.");
  };
  window.requestAnimationFrame = refuse;
  window.IntersectionObserver.prototype.observe = refuse;
}
