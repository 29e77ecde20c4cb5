import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What people reported, each with the sentence that tells its author what to do, and the page that has it. */
interface FieldReport {
  id: string;
  fix?: {
    /** `guides/…`, `causes/…` or `recipes/…`, without its language. */
    page: string;
    /** As the English page has it, without links and marks. */
    sentence: string;
  };
}
const reports: FieldReport[] = JSON.parse(readFileSync("tests/fixtures/field-reports.json", "utf8"));
const led = reports.filter(({ fix }) => fix !== undefined);

/** An English page's text, as its reader sees it. */
function textOf(page: string): string {
  const file = ["mdx", "md"].map((ending) => `content/${page}/en.${ending}`).find((path) => existsSync(path));
  if (!file) throw new Error(`There is no ${page}. Name the folder of a guide or a cause.`);
  return readFileSync(file, "utf8")
    .replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\([^)]*\)/g, "$1")
    .replace(/`|\*\*/g, "")
    .replace(/\s+/g, " ");
}

test("each of 27 reports is led to the fix", () => {
  expect(reports).toHaveLength(27);
  expect(reports.filter((report) => !led.includes(report)).map(({ id }) => id)).toEqual([]);
});

test.for(led)("$id is told what to do", ({ fix }) => {
  expect(textOf(fix?.page ?? "")).toContain(fix?.sentence);
});
