import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { NotCors } from "../src/content/schemas/notCors.ts";
import { type Stack, stackSchema } from "../src/content/schemas/stack.ts";

/** What people reported, each with the sentence that tells its author what to do, and the page that has it. */
interface FieldReport {
  id: string;
  fix?: {
    /** `guides/…`, `causes/…`, `recipes/…`, `stacks/…` or `not-cors/…`, without its language. */
    page: string;
    /** As the English page has it, without links and marks. */
    sentence: string;
  };
}
const reports: FieldReport[] = JSON.parse(readFileSync("tests/fixtures/field-reports.json", "utf8"));
const led = reports.filter(({ fix }) => fix !== undefined);
/** Written from what others reported on many stacks, before anything was tried; tests/search/ types each into the search. */
const byStack: FieldReport[] = JSON.parse(readFileSync("tests/fixtures/field-reports-by-stack.json", "utf8"));
const stacks: Stack[] = parse(readFileSync("content/stacks.yaml", "utf8")).map((stack: unknown) =>
  stackSchema.parse(stack),
);

const notCors: NotCors[] = parse(readFileSync("content/not-cors.yaml", "utf8"));

/** An English page's text, as its reader sees it. */
function textOf(page: string): string {
  const stack = stacks.find(({ id }) => page === `stacks/${id}`);
  if (stack) return [stack.en?.where, ...(stack.en?.traps ?? [])].join(" ").replaceAll("`", "");
  const neighbour = notCors.find(({ id }) => page === `not-cors/${id}`)?.en;
  if (neighbour) {
    const { is, fix, why, steps, tell } = neighbour;
    return [is, fix, why, ...steps, tell].join(" ").replaceAll("`", "");
  }
  const file = ["mdx", "md"].map((ending) => `content/${page}/en.${ending}`).find((path) => existsSync(path));
  if (!file)
    throw new Error(
      `There is no ${page}. Name the folder of a guide, a cause or a recipe, a stack, or what is not CORS.`,
    );
  return readFileSync(file, "utf8")
    .replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\([^)]*\)/g, "$1")
    .replace(/`|\*\*/g, "")
    .replace(/\s+/g, " ");
}

test("each of 27 reports is led to the fix", () => {
  expect(reports).toHaveLength(27);
  expect(reports.filter((report) => !led.includes(report)).map(({ id }) => id)).toEqual([]);
});

test("175 more, on as many stacks as people have", () => {
  expect(byStack).toHaveLength(175);
  expect(byStack.filter(({ fix }) => fix === undefined).map(({ id }) => id)).toEqual([]);
});

test.for([...led, ...byStack])("$id is told what to do", ({ fix }) => {
  expect(textOf(fix?.page ?? "")).toContain(fix?.sentence);
});
