import type { Problem } from "../../problems.ts";
import { pageIds } from "../pageIds.ts";
import type { Text } from "./text.ts";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Checks a text's headings: their rank, and their ids. Pinned ids keep a reader's place when they switch languages, so
 * every heading of a guide needs one.
 */
export function checkHeadings({ yaml, kind }: Text): Problem[] {
  const seen = new Set<string>();
  let before = 1;
  return yaml.outline.headings.flatMap(({ id, title, rank, line }): Problem[] => {
    const problem = (message: string, hint: string): Problem[] => [
      { file: yaml.file, line: yaml.bodyLine + line - 1, message, hint },
    ];
    if (rank === 1) {
      // As which it was meant.
      before = 2;
      return problem(
        `The heading "${title}" is of the first rank, which is the title's.`,
        "Begin with ##: the page shows the title of the frontmatter.",
      );
    }
    const skipped = rank > before + 1;
    const last = before;
    before = rank;
    if (skipped) {
      return problem(
        `The heading "${title}" is of rank ${rank} and stands below one of rank ${last}.`,
        `Write it with ${"#".repeat(last + 1)}: no rank is left out.`,
      );
    }
    if (title === "") return problem("The heading has no words.", "Write some, or remove it.");
    if (id === "") {
      if (kind !== "guide") return [];
      return problem(
        `The heading "${title}" has no pinned id.`,
        "Add one, the same in every language: ## Heading {#short-id}",
      );
    }
    if (!ID.test(id)) {
      return problem(
        `The id "${id}" is not lower-case words joined by hyphens.`,
        "Write it as {#short-id}, the same in every language.",
      );
    }
    if ((pageIds[kind] as readonly string[]).includes(id)) {
      return problem(
        `The id "${id}" is the page's own.`,
        `Choose another, in every language; the page has ${pageIds[kind].join(", ")}.`,
      );
    }
    if (seen.has(id)) {
      return problem(`The id "${id}" is used by two headings.`, "Give one of them another id, in every language.");
    }
    seen.add(id);
    return [];
  });
}
