import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { labEngines } from "../../scripts/lab/engines/index.ts";
import type { Driver } from "../../scripts/lab/engines/types.ts";
import { chooseReplays, readExtent } from "../../scripts/support/replays.ts";
import { takeSeed } from "../../scripts/support/seed.ts";
import { engines } from "../../src/rules/index.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { launchTimeout } from "../support/chromium.ts";
import { countNotRun } from "../support/notRun.ts";
import { type DirectSearch, openDirectly } from "./askDirectly.ts";
import { askAll, type Shown, scoreOf } from "./asking.ts";
import { questions } from "./questions.ts";

const site = inject("siteUrl");
const base = (language: Language) => `${new URL(site).pathname}${language}/`;

/** The parts of all questions whose page is to be shown, and to be first, in percent. */
const SHOWN = 100;
const FIRST = 92;

/** So many are asked by one script: a script may take two minutes, and on a machine at work all of them take longer. */
const AT_ONCE = 10;

const seed = takeSeed("What browsers are asked");

let search: DirectSearch;
const found = new Map<Language, Shown[]>();

beforeAll(async () => {
  search = await openDirectly();
});
afterAll(() => search?.close());

test.each(languages)("%s has more than eighty questions of its own", (language) => {
  expect(questions[language].length).toBeGreaterThan(80 + 60);
});

test.each(languages)(
  `%s: of 100 questions ${SHOWN} show a page that answers them, ${FIRST} show it first`,
  async (language) => {
    const queries = questions[language].map(({ query }) => query);
    const answers = await search.askAll(language, queries);
    found.set(language, answers);
    const { shown, first, misses } = scoreOf(base(language), questions[language], answers);
    console.log(
      `${language}: of ${answers.length} questions ${shown.toFixed(1)} % show the right page, ${first.toFixed(1)} % first. Not first:\n  ${misses.join("\n  ")}`,
    );
    expect(shown).toBe(SHOWN);
    expect(first).toBeGreaterThanOrEqual(FIRST);
  },
);

describe.each(engines)("%s", (engine) => {
  const { find, ensure, launch } = labEngines[engine];
  let driver: Driver | undefined;

  beforeAll(async () => {
    if (readExtent("ENGINES") !== "here" || engine === "chromium") await ensure();
    if (find()) driver = await launch({ trusted: false, publicOrigin: "https://public.example.com" });
  }, launchTimeout);
  afterAll(() => driver?.close());

  test.for(languages)("%s: the dialog shows what the search finds", async (language, context) => {
    // It is the same script: what differs in a browser, a tenth of the questions shows as well.
    const extent = readExtent("ENGINES");
    const { replayed, fromRecord } = chooseReplays(found.get(language) ?? [], () => false, extent, seed);
    const notAsked = driver ? fromRecord.length : questions[language].length;
    if (notAsked > 0) {
      const what = `searches in ${engine}`;
      countNotRun(context, { count: notAsked, what, instead: "which were made without it", variable: "ENGINES" });
    }
    if (!driver) return;
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
