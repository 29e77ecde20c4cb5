import { type BodyTree, lineOf, parseBody, wordsOf } from "./bodyTree.ts";

export interface Heading {
  /** 1 to 6. */
  rank: number;
  /** As the author pinned it: `## Heading {#id}`; empty where there is none. */
  id: string;
  /** Its words, without marks. A footnote's number is none of them. */
  title: string;
  /** 1-based, within the body. */
  line: number;
}

/** A block of code between fences, or indented. */
export interface Fence {
  /** The first word of what stands behind the opening fence. */
  language: string;
  /** All that stands there. */
  info: string;
  /** Its lines, each with its end. */
  text: string;
  /** Of the opening fence; 1-based, within the body. */
  line: number;
}

export interface Outline {
  headings: Heading[];
  fences: Fence[];
}

/**
 * The headings and the blocks of code of a body, in their order, as the engine that renders it reads them.
 * @param body without frontmatter
 * @param file its path or name. @see parseBody
 */
export function readOutline(body: string, file: string): Outline {
  return outlineOf(parseBody(body, file));
}

/** The same of a body that has been parsed. */
export function outlineOf({ nodes }: BodyTree): Outline {
  const headings: Heading[] = [];
  const fences: Fence[] = [];
  for (const node of nodes) {
    const line = lineOf(node);
    if (node.type === "heading") {
      const { hProperties } = (node.data ?? {}) as { hProperties?: { id?: string } };
      headings.push({ rank: node.depth, id: hProperties?.id ?? "", title: wordsOf(node).trim(), line });
    } else if (node.type === "code") {
      const info = [node.lang, node.meta].filter(Boolean).join(" ");
      fences.push({ language: node.lang ?? "", info, text: node.value === "" ? "" : `${node.value}\n`, line });
    }
  }
  return { headings, fences };
}
