import { defineMdastPlugin } from "satteri";
import { CJK, CJK_PUNCTUATION } from "./characters.ts";
import { repairEmphasis } from "./emphasis.ts";
import { type InlineNode, textOf } from "./inlineNode.ts";

/**
 * What CommonMark gets wrong next to CJK, mended in the tree: emphasis whose marks stand beside CJK
 * punctuation, bare URLs that swallow the punctuation after them, and line ends that would show as
 * spaces between characters that take none.
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 */

/** Removes the line ends between two CJK characters; one side may be in a neighbouring node. */
function joinLines(text: string, before: string, after: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (lineEnd, offset: number) => {
    const left = (before + text.slice(0, offset)).at(-1);
    const right = (text.slice(offset + lineEnd.length) + after)[0];
    return left && right && CJK.test(left) && CJK.test(right) ? "" : lineEnd;
  });
}

/** Joins lines in a parent's text, and in the emphasis within it. @returns the same array where nothing changed */
function joinInline(children: readonly InlineNode[]): readonly InlineNode[] {
  let changed = false;
  const joined = children.map((child, index): InlineNode => {
    if (child.type === "text") {
      const value = joinLines(textOf(child), textOf(children[index - 1]), textOf(children[index + 1]));
      if (value === child.value) return child;
      changed = true;
      return { type: "text", value };
    }
    if (!["strong", "emphasis", "delete"].includes(child.type)) return child;
    const inner = joinInline(child.children ?? []);
    if (inner === child.children) return child;
    changed = true;
    return { type: child.type, children: [...inner] };
  });
  return changed ? joined : children;
}

/**
 * Mends the inline content of one parent.
 * @returns the new children, or `null` where there was nothing to mend
 */
function mendInline(children: readonly InlineNode[]): InlineNode[] | null {
  const repaired = repairEmphasis(children);
  const joined = joinInline(repaired ?? children);
  return joined === children ? null : [...joined];
}

/**
 * Splits a bare URL at the first CJK punctuation mark in it.
 * @returns the URL and what follows it, or `null` where there is no such mark
 */
export function splitBareUrl(url: string): { url: string; rest: string } | null {
  const index = url.search(CJK_PUNCTUATION);
  return index === -1 ? null : { url: url.slice(0, index), rest: url.slice(index) };
}

export const cjk = [
  defineMdastPlugin({
    name: "cjk-bare-urls",
    link(node, context) {
      const split = context.textContent(node) === node.url ? splitBareUrl(node.url) : null;
      if (!split) return;
      context.replaceNode(node, [
        { type: "link", url: split.url, children: [{ type: "text", value: split.url }] },
        { type: "text", value: split.rest },
      ]);
    },
  }),
  defineMdastPlugin({
    name: "cjk-inline",
    paragraph: mend,
    heading: mend,
    tableCell: mend,
    link: mend,
    mdxJsxTextElement: mend,
  }),
];

function mend(
  node: Readonly<{ children: readonly unknown[] }>,
  context: { setProperty(node: never, key: "children", value: readonly never[]): void },
): void {
  const children = mendInline(node.children as InlineNode[]);
  if (children) context.setProperty(node as never, "children", children as never[]);
}
