import type { MdastNode } from "satteri";
import type { YamlFile } from "../yamlFile.ts";
import { meaningOf, meaningOfLine } from "./meaning.ts";

/** A part of a text that is translated, compared and recorded as one. */
export interface Section {
  /** A heading's pinned id; `frontmatter` or `intro` for what stands before the first one. */
  id: string;
  /** The heading's words; empty for what has no heading. */
  title: string;
  /** What it says, a string a block; found out when it is asked for. @see meaningOf */
  readonly meaning: readonly string[];
  /** Where it begins in its file, 1-based; found out when it is asked for. */
  readonly line: number;
  /** As its author wrote it: fields of the frontmatter or of a list's entry, or lines of Markdown. */
  written: { fields: Fields } | { text: string };
}

export type Fields = Record<string, string | string[]>;

/**
 * Some of the fields of a frontmatter or an entry, as one section.
 * @param data what was read there, which may be anything
 * @param lineOf where it begins in its file; asked where there is something to tell of it
 */
export function sectionOfFields(id: string, names: readonly string[], data: unknown, lineOf = () => 1): Section {
  const values = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  const fields: Fields = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value === "string") fields[name] = value;
    else if (Array.isArray(value)) fields[name] = value.map(String);
  }
  let meaning: readonly string[] | undefined;
  return {
    id,
    title: "",
    get meaning() {
      meaning ??= Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((line) => `${name}: ${meaningOfLine(line)}`),
      );
      return meaning;
    },
    get line() {
      return lineOf();
    },
    written: { fields },
  };
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
  return parts.flatMap(({ id, line, nodes }, index): Section[] => {
    const [heading] = index === 0 ? [] : meaningOf(nodes.slice(0, 1));
    if (index === 0 && meaningOf(nodes).length === 0) return [];
    const title = (heading ?? "").replace(/^## ?/, "");
    const text = lines.slice(line - 1, (parts[index + 1]?.line ?? lines.length + 1) - 1).join("\n");
    const blank = /^\n*/.exec(text)?.[0].length ?? 0;
    const written = { text: text.slice(blank).trimEnd() };
    let meaning: readonly string[] | undefined;
    return [
      {
        id: id || title,
        title,
        // Most checks ask only for its id and its text.
        get meaning() {
          meaning ??= meaningOf(nodes);
          return meaning;
        },
        line: bodyLine + line - 1 + blank,
        written,
      },
    ];
  });
}
