import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { type Language, languages } from "../../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../../support/chromium.ts";
import { readPages } from "../../support/pages.ts";
import type { WatchedPage } from "../../support/watchedPage.ts";
import { comeToLife, expectSound, narrow, open } from "./soundPage.ts";

const address = inject("siteUrl");
const pages = readPages(inject("siteFolder"));

/** Opens each page of a language in a browser of this file's own; the first language's file has those of none, too. */
export function lookAtEveryPage(language: Language): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchForPages();
  }, launchTimeout);
  afterAll(() => browser?.close());

  const isOurs = (of: Language | null) => of === language || (of === null && language === languages[0]);
  // A language's 404.html is the same page as its 404/.
  const paths = pages
    .filter((page) => isOurs(page.language) && !/^\/.+\/404\.html$/.test(page.path))
    .map(({ path }) => path);

  describe.concurrent("every page", () => {
    /** Tabs that no test uses now: a new one for each page would take as long as the page itself. */
    const tabs: WatchedPage[] = [];

    test.each(paths)(
      "%s keeps to its origin and policy, fits a narrow screen and passes axe in light and dark",
      async (path) => {
        const tab = tabs.pop() ?? (await open(browser));
        tab.faults.length = 0;
        try {
          await tab.page.setViewportSize(narrow);
          await tab.page.emulateMedia({ colorScheme: "light" });
          await tab.page.goto(address + path.slice(1));
          await comeToLife(tab.page);
          await expectSound(tab);
        } finally {
          tabs.push(tab);
        }
      },
    );
  });
}
