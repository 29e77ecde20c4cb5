import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { guideSchema } from "../src/content/schemas/guide.ts";
import { scenarios } from "../src/scenarios/index.ts";

test("the frontmatter that README.md shows is that of a guide", () => {
  const example = /```yaml\n\s*---\n(.*?)\n\s*---\n\s*```/s.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
  expect(() => guideSchema.parse(parse(example))).not.toThrow();
});

test("README.md counts the scenarios as they are", () => {
  const [, count] = /\b([\d,]+) named exchanges\b/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(count).toBe(scenarios.length.toLocaleString("en"));
});
