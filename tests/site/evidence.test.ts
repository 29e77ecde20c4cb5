import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { recordedIn } from "../../src/evidence/engines.ts";
import { evidence } from "../../src/evidence/index.ts";
import { exampleScenario, scenariosOf, seenIn } from "../../src/evidence/ofCause.ts";
import { formatDate } from "../../src/i18n/languages.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes, differences, engines } from "../../src/rules/index.ts";
import { scenarios } from "../../src/scenarios/index.ts";
import { wireOf } from "../../src/scenarios/wire.ts";
import { languages, site } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { expectSoundAtWidths } from "../support/soundAtWidths.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const root = inject("siteUrl");
const { origin } = new URL(root);

let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await launchForPages();
  watched = await openWatched(browser, origin);
}, launchTimeout);
afterAll(() => browser?.close());

async function open(path: string) {
  await watched.page.goto(root + path);
  return watched.page;
}

/** The text of elements, with runs of space as one. */
async function textsOf(path: string, selector: string): Promise<string[]> {
  const page = await open(path);
  const texts = await page.locator(selector).allTextContents();
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
}

describe.each(languages)("in %s, the page of the evidence", (language) => {
  const t = uiStrings[language].common;

  test("has a row for each cause, with what each engine did and printed, its version and the date", async () => {
    const page = await open(`${language}/evidence/`);
    const rows = await page.locator("tbody tr").evaluateAll((all) =>
      all.map((row) => ({
        link: row.querySelector("th a")?.getAttribute("href"),
        cells: [...row.querySelectorAll("td")].map((cell) => ({
          text: cell.textContent,
          day: cell.querySelector("time")?.dateTime,
          lines: [...cell.querySelectorAll("pre, samp")].map((line) => line.textContent),
        })),
      })),
    );
    expect(rows.map(({ link }) => link).toSorted()).toEqual(
      causes.map(({ id }) => `${site.base}${language}/causes/${id}/`).toSorted(),
    );
    for (const cause of causes) {
      const row = rows.find(({ link }) => link?.endsWith(`/causes/${cause.id}/`));
      const scenario = exampleScenario(cause);
      engines.forEach((engine, index) => {
        const cell = row?.cells[index];
        const seen = scenario && seenIn(scenario, engine);
        if (!seen) throw new Error(`${cause.id} was not recorded in ${engine}.`);
        expect(cell?.lines, `${cause.id} in ${engine}`).toEqual([...new Set(seen.lines)]);
        expect(cell?.text).toContain(t[`seen.${seen.upshot}`]);
        const { browser: version, date } = evidence[engine];
        expect(cell?.text).toContain(`${version} · ${formatDate(new Date(date), language)}`);
        expect(cell?.day).toBe(date);
      });
    }
  });

  test("says how it was recorded, in which browsers, and that WebKitGTK is not Safari", async () => {
    const [lead = ""] = await textsOf(`${language}/evidence/`, "[data-pagefind-body]");
    expect(lead).toContain("npm run observe");
    expect(lead).toContain(String(scenarios.length));
    for (const engine of engines) expect(lead).toContain(evidence[engine].browser);
    expect(lead).toContain("Safari");
  });

  test("shows every line whole, on a narrow screen as cards that name their engines", async () => {
    const page = await open(`${language}/evidence/`);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page
        .locator("pre")
        .evaluateAll((lines) => lines.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
      expect([width, cut]).toEqual([width, 0]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const labels = await page
      .locator("tbody tr")
      .first()
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
    expect(labels).toEqual(engines.map((engine) => `"${recordedIn[engine]}"`));
  });
});

describe.each(languages)("in %s, a cause's page", (language) => {
  const t = uiStrings[language].common;

  test.each(["options-not-routed", "authorization-under-wildcard", "mixed-content"])(
    "shows what each engine did and printed: %s",
    async (id) => {
      const cause = causes.find((each) => each.id === id);
      const scenario = cause && exampleScenario(cause);
      const path = `${language}/causes/${id}/`;
      const parts = await textsOf(path, "section:has(> #evidence) > .messages > div");
      engines.forEach((engine, index) => {
        const seen = scenario && seenIn(scenario, engine);
        expect(parts[index]).toContain(t[`seen.${seen?.upshot as "blocked"}`]);
        for (const line of seen?.lines ?? []) expect(parts[index]).toContain(line.replace(/\s+/g, " "));
        expect(parts[index]).toContain(evidence[engine].browser);
      });
    },
  );

  test("lists every exchange that shows it, with its wire and a mark for each engine", async () => {
    const cause = causes.find(({ id }) => id === "options-not-routed");
    if (!cause) throw new Error("There is no such cause.");
    const page = await open(`${language}/causes/options-not-routed/`);
    const list = page.locator("details.scenarios");
    expect(await list.locator("table").isVisible()).toBe(false);
    await list.locator("summary").focus();
    await page.keyboard.press("Enter");
    await list.locator("table").waitFor();
    const rows = await list
      .locator("tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("samp, th small, td")].map((cell) => cell.textContent?.trim())),
      );
    expect(rows).toEqual(
      scenariosOf(cause).map((scenario) => [
        wireOf(scenario),
        scenario.id,
        ...engines.map((engine) => expect.stringContaining(t[`seen.${seenIn(scenario, engine)?.upshot as "blocked"}`])),
      ]),
    );
  });

  test("is as sound with its list open, on a narrow screen too", async () => {
    const page = await open(`${language}/causes/options-not-routed/`);
    await page.locator("details.scenarios summary").click();
    await expectSoundAtWidths(page);
  });

  test("leads from an exchange in which engines differ to what is known of it", async () => {
    const showing = differences.find(({ scenarios: ids }) =>
      scenarios.some(({ id, shows }) => ids.includes(id) && shows.length > 0),
    );
    const scenario = scenarios.find(({ id, shows }) => showing?.scenarios.includes(id) && shows.length > 0);
    const page = await open(`${language}/causes/${scenario?.shows[0]}/`);
    await page.locator("details.scenarios summary").click();
    const row = page.locator("details.scenarios tr", { hasText: scenario?.id as string }).first();
    await row.locator(`a[href$="#${showing?.id}"]`).click();
    await page.waitForURL(`${root}${language}/differences/#${showing?.id}`);
    expect(await page.locator(`[id="${showing?.id}"]`).textContent()).not.toBe("");
  });
});

describe.each(languages)("in %s, the page of the differences", (language) => {
  const words = uiStrings[language].differences;
  const bare = (text: string) => text.replaceAll("`", "");

  test("has an entry for each, under its id, with its words, its engines, its clause and its exchanges", async () => {
    const page = await open(`${language}/differences/`);
    const entries = await page.locator("section:has(> h2[id])").evaluateAll((sections) =>
      sections.map((section) => ({
        id: section.querySelector("h2")?.id,
        text: section.textContent ?? "",
        links: [...section.querySelectorAll("a")].map((link) => link.getAttribute("href")),
        exchanges: [...section.querySelectorAll("tbody th small")].map((cell) => cell.textContent?.trim()),
        wires: [...section.querySelectorAll("tbody th samp")].map((cell) => cell.textContent?.trim()),
        columns: [...section.querySelectorAll("thead th")].length,
      })),
    );
    expect(entries.map(({ id }) => id)).toEqual(differences.map(({ id }) => id));
    differences.forEach((difference, index) => {
      const entry = entries[index];
      expect(entry?.text).toContain(bare(words[`${difference.id}.title`]));
      expect(entry?.text).toContain(bare(words[`${difference.id}.text`]));
      for (const engine of difference.engines) expect(entry?.text).toContain(recordedIn[engine]);
      expect(entry?.links).toContain(difference.clause);
      if (difference.source) expect(entry?.links).toContain(difference.source);
      expect(entry?.exchanges.toSorted()).toEqual([...difference.scenarios].toSorted());
      expect(entry?.wires).toEqual(
        entry?.exchanges.map((id) => wireOf(scenarios.find((scenario) => scenario.id === id) as (typeof scenarios)[0])),
      );
      if (difference.scenarios.length > 0) expect(entry?.columns).toBe(2 + difference.engines.length);
    });
  });

  test("is led to, like the evidence, from every page's foot and from the causes", async () => {
    for (const path of ["", "causes/", "causes/options-not-routed/", "guides/"]) {
      const page = await open(`${language}/${path}`);
      for (const place of ["evidence", "differences"]) {
        const links = page.locator(`footer.foot a[href="${site.base}${language}/${place}/"]`);
        expect(await links.count(), path).toBe(1);
        const inText = page.locator(`main a[href="${site.base}${language}/${place}/"]`);
        if (path.startsWith("causes")) expect(await inText.count(), path).toBeGreaterThan(0);
      }
    }
  });
});

test("none of it breaks a policy or asks another origin", () => {
  expect(watched.faults).toEqual([]);
});
