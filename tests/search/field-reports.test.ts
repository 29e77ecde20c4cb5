import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Language, languages, site } from "../../src/site.config.ts";
import { openDirectly } from "./askDirectly.ts";

interface Report {
  id: string;
  language: Language;
  typed: string;
  fix: { page: string };
}
const reports: Report[] = JSON.parse(readFileSync("tests/fixtures/field-reports-by-stack.json", "utf8"));
/** The part of the reports whose page is to be among the first three, in percent. */
const IN_THREE = 90;

test(`of 175 reports on all kinds of stacks, ${IN_THREE} have the page with the fix among the first three`, async () => {
  const search = await openDirectly();
  const places = new Map<string, number>();
  for (const language of languages) {
    const own = reports.filter((report) => report.language === language);
    const answers = await search.askAll(
      language,
      own.map(({ typed }) => typed),
    );
    const base = `${site.base}${language}/`;
    own.forEach(({ id, fix }, index) => {
      const shown = answers[index]?.paths.map((path) => path.replace(/#.*/, "")) ?? [];
      places.set(id, [...new Set(shown)].indexOf(`${base}${fix.page}/`));
    });
  }
  search.close();
  const among = (count: number) => [...places.values()].filter((place) => place >= 0 && place < count).length;
  const missed = [...places].filter(([, place]) => place < 0 || place > 2).map(([id, place]) => `${id}: ${place}`);
  console.log(
    `of ${places.size} reports ${among(1)} first, ${among(3)} among three. Not among three: ${missed.join(", ")}`,
  );
  expect(among(3) / places.size).toBeGreaterThanOrEqual(IN_THREE / 100);
});
