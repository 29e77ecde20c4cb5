import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { type Language, languages } from "../../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../../support/chromium.ts";
import { type BuiltPage, find, readPages } from "../../support/pages.ts";
import type { WatchedPage } from "../../support/watchedPage.ts";
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
    pages.filter((page) => isOurs(page) && !waitsForView(page)),
    { draws: false },
  );
}

/** Opens each page, of all languages, on which something comes to life when it comes into view. */
export function lookAtLivelyPages(): void {
  lookAt(pages.filter(waitsForView), { draws: true });
}

/** Opens pages in a browser of this file's own. */
function lookAt(ours: readonly BuiltPage[], { draws }: { draws: boolean }): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchForPages({ draws });
  }, launchTimeout);
  afterAll(() => browser?.close());

  const openTab = async () => {
    const tab = await open(browser);
    if (!draws) await tab.page.addInitScript(refuseFrames);
    return tab;
  };

  describe.concurrent("every page", () => {
    /** Tabs that no test uses now: a new one for each page would take as long as the page itself. */
    const tabs: WatchedPage[] = [];
    const seen = new Set<string>();

    test.each(ours.map(({ path }) => path))(
      "%s keeps to its origin and policy, fits a narrow screen and passes axe in light and dark",
      async (path) => {
        const tab = tabs.pop() ?? (await openTab());
        tab.faults.length = 0;
        try {
          await tab.page.setViewportSize(narrow);
          await tab.page.emulateMedia({ colorScheme: "light" });
          await tab.page.goto(address + path.slice(1));
          await comeToLife(tab.page);
          await expectSound(tab, seen);
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
