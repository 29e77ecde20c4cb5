import { expect, test } from "vitest";
import { formatProblems } from "./problems.ts";

const problem = { file: "content/guides/a/en.mdx", line: 3, message: 'There is no field "x".', hint: "Remove it." };

test("a problem is printed as file and line, what is wrong, and an arrow before what to do", () => {
  expect(formatProblems([problem])).toBe(
    '1 problem in the content:\n\ncontent/guides/a/en.mdx:3\n  There is no field "x".\n  → Remove it.\n',
  );
});

test("several are counted", () => {
  expect(formatProblems([problem, { ...problem, line: 9 }])).toMatch(
    /^2 problems in the content:\n\n.*:3\n[\s\S]*\n\n.*:9\n/,
  );
});
