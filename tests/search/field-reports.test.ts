import { readFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { type Language, languages } from "../../src/site.config.ts";
import { launchForPages } from "../support/chromium.ts";
import { askAll } from "./asking.ts";

interface Report {
  id: string;
  language: Language;
  typed: string;
  fix: { page: string };
}
const reports: Report[] = JSON.parse(readFileSync("tests/fixtures/field-reports-by-stack.json", "utf8"));
/** The part of the reports whose page is to be among the first three, in percent. */
const IN_THREE = 90;

const site = inject("siteUrl");

test(`of 175 reports on all kinds of stacks, ${IN_THREE} have the page with the fix among the first three`, async () => {
  const chromium = await launchForPages();
  const places = new Map<string, number>();
  for (const language of languages) {
    const own = reports.filter((report) => report.language === language);
    const page = await chromium.newPage();
    await page.goto(site + language);
    const answers = await page.evaluate(
      askAll,
      own.map(({ typed }) => typed),
    );
    await page.close();
    const base = `${new URL(site).pathname}${language}/`;
    own.forEach(({ id, fix }, index) => {
      const shown = answers[index]?.paths.map((path) => path.replace(/#.*/, "")) ?? [];
      places.set(id, [...new Set(shown)].indexOf(`${base}${fix.page}/`));
    });
  }
  await chromium.close();
  const among = (count: number) => [...places.values()].filter((place) => place >= 0 && place < count).length;
  const missed = [...places].filter(([, place]) => place < 0 || place > 2).map(([id, place]) => `${id}: ${place}`);
  console.log(
    `of ${places.size} reports ${among(1)} first, ${among(3)} among three. Not among three: ${missed.join(", ")}`,
  );
  expect(among(3) / places.size).toBeGreaterThanOrEqual(IN_THREE / 100);
});
