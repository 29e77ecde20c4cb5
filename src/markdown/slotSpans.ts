import type { Element, ElementContent } from "hast";
import type { ShikiTransformer } from "shiki";
import { textOf, withText } from "./hast.ts";

/** The content of a highlighted block: text, and tokens that are a class around a text. */
type Node = ElementContent;

/** A part of the block's text. */
interface Range {
  start: number;
  end: number;
}

/**
 * Wraps parts of a highlighted block in `<span data-slot="N">`, over lines and through tokens: a script
 * replaces what is in them. Shiki's own decorations would be cut at each line.
 * To run after the transformer that turns lines into plain text and tokens.
 * @param ranges within the text, in order and apart from each other
 */
export function slotSpans(ranges: readonly Range[]): ShikiTransformer {
  return {
    name: "slot-spans",
    code(node) {
      // Astro leaves the text's last line break out, which may belong to a slot.
      const nodes: Node[] = [...node.children, { type: "text", value: "\n" }];
      let at = 0;
      node.children = ranges.flatMap(({ start, end }, index) => {
        const before = cut(nodes, at, start);
        at = end;
        return [...before, slotSpan(index, merged(cut(nodes, start, end)))];
      });
      node.children.push(...cut(nodes, at, Number.POSITIVE_INFINITY));
    },
  };
}

/** A slot that is one token as a whole has the token's class itself. */
function slotSpan(index: number, children: Node[]): Element {
  const [only] = children;
  const token = children.length === 1 && only?.type === "element" ? only : undefined;
  return {
    type: "element",
    tagName: "span",
    properties: { ...token?.properties, "data-slot": String(index) },
    children: token?.children ?? children,
  };
}

/** What of the nodes is within a part of their text; tokens across its ends are cut in two. */
function cut(nodes: readonly Node[], start: number, end: number): Node[] {
  let at = 0;
  return nodes.flatMap((node) => {
    const text = textOf(node);
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    return part === "" ? [] : [withText(node, part)];
  });
}

/** Neighbours of the same class as one. */
function merged(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last && classOf(last) === classOf(node))
      result[result.length - 1] = withText(last, textOf(last) + textOf(node));
    else result.push(node);
  }
  return result;
}

function classOf(node: Node): string {
  return node.type === "element" ? String(node.properties.class ?? "") : "";
}
