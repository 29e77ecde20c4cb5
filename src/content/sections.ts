import { createHash } from "node:crypto";
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

/** The frontmatter that a translator translates. */
export interface TranslatedFields {
  title: string;
  description: string;
  tldr: readonly string[];
}

/**
 * A hash of each section, by its id, and of the translated frontmatter under `frontmatter`.
 * White space does not count: a re-wrapped line is the same text.
 * @param file the body's path or name. @see readOutline
 * @returns 8 hexadecimal digits each
 */
export function hashSections(fields: TranslatedFields, body: string, file: string): Record<string, string> {
  const hashes: Record<string, string> = {
    frontmatter: hash([fields.title, fields.description, ...fields.tldr].join("\n")),
  };
  for (const { id, text } of splitSections(body, file)) {
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
