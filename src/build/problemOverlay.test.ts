import { expect, test } from "vitest";
import type { Problem } from "../problems.ts";
import { overlayOf } from "./problemOverlay.ts";

const problem = (line: number): Problem => ({
  file: "content/a.mdx",
  line,
  message: "<Tip> is wrong.",
  hint: "Mend it.",
});

/** What the overlay is given. */
const shown = (problems: readonly Problem[]) =>
  (overlayOf(problems, "/project") as { err: Record<string, unknown> }).err;

test("it has file and line, what is wrong and what to do of each, and opens the first one's file", () => {
  expect(shown([problem(3), problem(9)])).toMatchObject({
    title: "2 problems in the content",
    message: expect.stringMatching(/^content\/a\.mdx:3\n {2}<Tip> is wrong\.\n {2}→ Mend it\.\n\ncontent\/a\.mdx:9\n/),
    loc: { file: "/project/content/a.mdx", line: 3 },
  });
});

test("of very many it shows the first, and says how many more there are", () => {
  const { title, message } = shown(Array.from({ length: 1000 }, (_, index) => problem(index + 1)));
  expect(title).toBe("1000 problems in the content");
  expect(message).toMatch(/content\/a\.mdx:20\n[^:]*… and 980 more: npm run check$/);
});

test("nothing lies over the page where all that is left to do is to translate", () => {
  expect(overlayOf([{ ...problem(3), isUnfinished: true }], "/project")).toBeUndefined();
  expect(overlayOf([], "/project")).toBeUndefined();
});
