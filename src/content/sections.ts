import { createHash } from "node:crypto";

/** The part of a text from a heading to the next of the same or a higher rank; `intro` before the first. */
export interface Section {
  id: string;
  /** The heading's words; empty for the intro. */
  title: string;
  text: string;
  /** 1-based, within the body. */
  line: number;
}

/** A heading of the second rank or below; the first is the guide's title. */
export interface Heading {
  rank: number;
  /** As the author pinned it: `## Heading {#id}`; empty where there is none. */
  id: string;
  title: string;
  /** 1-based, within the body. */
  line: number;
}

const HEADING = /^(#{2,6})\s+(.*?)\s*(?:\{#([a-z0-9-]+)\})?\s*$/;
const FENCE = /^\s*(```+|~~~+)/;

/** The headings of a body. What looks like one in a code block is none. */
export function listHeadings(body: string): Heading[] {
  let fence: string | null = null;
  return body.split("\n").flatMap((line, index) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
    const [, marks = "", title = "", id = ""] = (fence === null && HEADING.exec(line)) || [];
    return marks === "" ? [] : [{ rank: marks.length, id, title, line: index + 1 }];
  });
}

/** Splits a body at its second-rank headings. A heading without a pinned id gets the id `""`. */
export function splitSections(body: string): Section[] {
  const lines = body.split("\n");
  const starts = [{ id: "intro", title: "", line: 1 }, ...listHeadings(body).filter(({ rank }) => rank === 2)];
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

/** The frontmatter that a translator translates. */
export interface TranslatedFields {
  title: string;
  description: string;
  tldr: readonly string[];
}

/**
 * A hash of each section, by its id, and of the translated frontmatter under `frontmatter`.
 * White space does not count: a re-wrapped line is the same text.
 * @returns 8 hexadecimal digits each
 */
export function hashSections(fields: TranslatedFields, body: string): Record<string, string> {
  const hashes: Record<string, string> = {
    frontmatter: hash([fields.title, fields.description, ...fields.tldr].join("\n")),
  };
  for (const { id, text } of splitSections(body)) {
    if (text.trim() !== "") hashes[id] = hash(text);
  }
  return hashes;
}

function hash(text: string): string {
  return createHash("sha256").update(text.replace(/\s+/g, " ").trim()).digest("hex").slice(0, 8);
}

/** The ids of the sections that were changed, added or removed since the recorded revision. */
export function changedSections(recorded: Record<string, string>, now: Record<string, string>): string[] {
  const ids = new Set([...Object.keys(now), ...Object.keys(recorded)]);
  return [...ids].filter((id) => recorded[id] !== now[id]);
}
