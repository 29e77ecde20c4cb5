import { readOutline } from "./outline.ts";

/** The part of a text from a heading to the next of the same or a higher rank; `intro` before the first. */
export interface Section {
  id: string;
  /** The heading's words; empty for the intro. */
  title: string;
  text: string;
  /** 1-based, within the body. */
  line: number;
}

/**
 * Splits a body at its second-rank headings. A heading without a pinned id gets the id `""`.
 * @param file its path or name. @see readOutline
 */
export function splitSections(body: string, file: string): Section[] {
  const lines = body.split("\n");
  const { headings } = readOutline(body, file);
  const starts = [{ id: "intro", title: "", line: 1 }, ...headings.filter(({ rank }) => rank === 2)];
  return starts.map(({ id, title, line }, index) => {
    const from = index === 0 ? 0 : line - 1;
    const to = starts[index + 1]?.line ?? lines.length + 1;
    return {
      id,
      title,
      line,
      text: lines
        .slice(from, to - 1)
        .map((text) => `${text}\n`)
        .join(""),
    };
  });
}
