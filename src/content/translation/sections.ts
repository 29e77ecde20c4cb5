import type { MdastNode } from "satteri";
import type { YamlFile } from "../yamlFile.ts";
import { meaningOf, meaningOfLine } from "./meaning.ts";

/** A part of a text that is translated, compared and recorded as one. */
export interface Section {
  /** A heading's pinned id; `frontmatter` or `intro` for what stands before the first one. */
  id: string;
  /** The heading's words; empty for what has no heading. */
  title: string;
  /** What it says, a string a block. @see meaningOf */
  meaning: readonly string[];
  /** Where it begins in its file, 1-based. */
  line: number;
  /** As its author wrote it: fields of the frontmatter or of a list's entry, or lines of Markdown. */
  written: { fields: Fields } | { text: string };
}

export type Fields = Record<string, string | string[]>;

/**
 * Some of the fields of a frontmatter or an entry, as one section.
 * @param data what was read there, which may be anything
 * @param line where it begins in its file
 */
export function sectionOfFields(id: string, names: readonly string[], data: unknown, line: number): Section {
  const values = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  const fields: Fields = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value === "string") fields[name] = value;
    else if (Array.isArray(value)) fields[name] = value.map(String);
  }
  const meaning = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((line) => `${name}: ${meaningOfLine(line)}`),
  );
  return { id, title: "", meaning, line, written: { fields } };
}

/**
 * A body by its headings of the second rank, and before the first an `intro`, where there is one.
 */
export function sectionsOfBody({ body, tree: { root }, bodyLine }: YamlFile): Section[] {
  const lines = body.split("\n");
  const parts: { id: string; line: number; nodes: MdastNode[] }[] = [{ id: "intro", line: 1, nodes: [] }];
  for (const node of "children" in root ? (root.children as MdastNode[]) : []) {
    if (node.type === "heading" && node.depth === 2) {
      const { hProperties } = (node.data ?? {}) as { hProperties?: { id?: string } };
      parts.push({ id: hProperties?.id ?? "", line: node.position?.start.line ?? 1, nodes: [] });
    }
    parts.at(-1)?.nodes.push(node);
  }
  return parts.flatMap(({ id, line, nodes }, index) => {
    const meaning = meaningOf(nodes);
    if (index === 0 && meaning.length === 0) return [];
    const title = index === 0 ? "" : (meaning[0] ?? "").replace(/^## ?/, "");
    const text = lines.slice(line - 1, (parts[index + 1]?.line ?? lines.length + 1) - 1).join("\n");
    const blank = /^\n*/.exec(text)?.[0].length ?? 0;
    const written = { text: text.slice(blank).trimEnd() };
    return [{ id: id || title, title, meaning, line: bodyLine + line - 1 + blank, written }];
  });
}
