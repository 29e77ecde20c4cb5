import { join } from "node:path";
import type { HotPayload } from "vite";
import { formatProblems, type Problem } from "../problems.ts";

/** So many problems are shown whole: a page has no room for more. The terminal has all. */
const SHOWN = 20;

/**
 * What the dev server lays over the page: the problems, and a link that opens the first one's file.
 * @param root the project's root
 * @returns nothing where all that is left to do is to translate
 */
export function overlayOf(all: readonly Problem[], root: string): HotPayload | undefined {
  const problems = all.filter(({ isUnfinished }) => !isUnfinished);
  const [first] = problems;
  if (!first) return undefined;
  const rest = problems.length > SHOWN ? `\n… and ${problems.length - SHOWN} more: npm run check` : "";
  const [title = "", ...lines] = (formatProblems(problems.slice(0, SHOWN)) + rest).split("\n");
  const err = {
    name: "The content",
    title: problems.length > SHOWN ? `${problems.length} problems in the content` : title.replace(/:$/, ""),
    message: lines.join("\n").trim(),
    stack: "",
    loc: { file: join(root, first.file), line: first.line, column: 1 },
  };
  return { type: "error", err };
}
