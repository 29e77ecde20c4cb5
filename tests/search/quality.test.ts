import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { labEngines } from "../../scripts/lab/engines/index.ts";
import type { Driver } from "../../scripts/lab/engines/types.ts";
import { chooseReplays, readExtent } from "../../scripts/support/replays.ts";
import { takeSeed } from "../../scripts/support/seed.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { countNotRun } from "../support/notRun.ts";
import { askAll, type Shown, scoreOf } from "./asking.ts";
import { questions } from "./questions.ts";

const site = inject("siteUrl");
const base = (language: Language) => `${new URL(site).pathname}${language}/`;

/** The parts of all questions whose page is to be shown, and to be first, in percent. */
const SHOWN = 100;
const FIRST = 92;

/** So many are asked by one script: a script may take two minutes, and on a machine at work all of them take longer. */
const AT_ONCE = 10;

const seed = takeSeed("What Firefox and WebKit are asked");

let chromium: Browser;
const inChromium = new Map<Language, Shown[]>();

beforeAll(async () => {
  chromium = await launchForPages();
}, launchTimeout);
afterAll(() => chromium?.close());

const queriesIn = (language: Language) => questions[language].map(({ query }) => query);

test.each(languages)("%s has more than eighty questions of its own", (language) => {
  expect(questions[language].length).toBeGreaterThan(80 + 60);
});

test.each(languages)(
  `%s: of 100 questions ${SHOWN} show a page that answers them, ${FIRST} show it first`,
  async (language) => {
    const page = await chromium.newPage();
    await page.goto(site + language);
    const answers = await page.evaluate(askAll, queriesIn(language));
    await page.close();
    inChromium.set(language, answers);
    const { shown, first, misses } = scoreOf(base(language), questions[language], answers);
    console.log(
      `${language}: of ${answers.length} questions ${shown.toFixed(1)} % show the right page, ${first.toFixed(1)} % first. Not first:\n  ${misses.join("\n  ")}`,
    );
    expect(shown).toBe(SHOWN);
    expect(first).toBeGreaterThanOrEqual(FIRST);
  },
);

describe.each(["firefox", "webkit"] as const)("%s", (engine) => {
  const { find, ensure, launch } = labEngines[engine];
  let driver: Driver | undefined;

  beforeAll(async () => {
    if (readExtent("ENGINES") !== "here") await ensure();
    if (find()) driver = await launch({ trusted: true, publicOrigin: "https://public.invalid" });
  });
  afterAll(() => driver?.close());

  test.for(languages)("%s: shows the same as Chromium", async (language, context) => {
    if (!driver) {
      const what = `searches in ${engine}`;
      const { length: count } = questions[language];
      countNotRun(context, { count, what, instead: "which Chromium made", variable: "ENGINES" });
      return;
    }
    // The search is the same script in each: what differs between engines, a tenth of the questions shows as well.
    const { replayed, fromRecord } = chooseReplays(
      inChromium.get(language) ?? [],
      () => false,
      readExtent("ENGINES"),
      seed,
    );
    if (fromRecord.length > 0) {
      const what = `searches in ${engine}`;
      countNotRun(context, { count: fromRecord.length, what, instead: "which Chromium made", variable: "ENGINES" });
    }
    await driver.tab.goto(`${site}${language}/`);
    const answers: Shown[] = [];
    for (let from = 0; from < replayed.length; from += AT_ONCE) {
      const queries = replayed.slice(from, from + AT_ONCE).map(({ query }) => query);
      answers.push(...((await driver.tab.evaluate(`(${askAll})(${JSON.stringify(queries)})`)) as Shown[]));
    }
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(replayed);
  });
});
