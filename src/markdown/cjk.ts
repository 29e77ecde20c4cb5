import { defineMdastPlugin, type MdastPluginEntry } from "satteri";
import { withoutUrlEnds } from "./bareUrls.ts";
import { pairEmphasis } from "./emphasis.ts";
import type { InlineNode } from "./inlineNode.ts";
import { joinLines, joinText } from "./lineEnds.ts";
import { documentError } from "./location.ts";

type Parent = Readonly<{ type: string; children: readonly unknown[]; position?: InlineNode["position"] }>;

/** What has white space for its text, or none of it. */
const NOT_PROSE = /<(?:pre|script|style|textarea)\b|<!--/i;

/**
 * What CommonMark gets wrong next to CJK, mended in the tree: emphasis whose marks stand beside CJK
 * punctuation, and line ends that would show as spaces between characters that take none.
 * The source comes once for each document: asking a visitor's context copies it.
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 */
export const cjk: MdastPluginEntry = ({ source, fileURL }) => {
  /** @returns a parent's inline content as it should be; the same array where it is so */
  const mended = (node: Parent): readonly InlineNode[] => {
    const children = node.children as InlineNode[];
    // The text of a bare URL, and of one in <…>, is no Markdown.
    if (node.type === "link" && source[node.position?.start.offset ?? 0] !== "[") return children;
    const isBlock = ["paragraph", "heading", "tableCell"].includes(node.type);
    try {
      return joinLines(pairEmphasis(children, source, isBlock) ?? children);
    } catch (error) {
      const line = source.slice(0, node.position?.start.offset).split("\n").length;
      throw documentError(fileURL, line, (error as Error).message, "Write it with less emphasis.");
    }
  };
  const mend = (node: Parent, context: { setProperty(node: never, key: "children", value: never): void }) => {
    const children = mended(node);
    if (children !== node.children) context.setProperty(node as never, "children", children as never);
  };
  return defineMdastPlugin({
    name: "cjk",
    options: { position: true },
    paragraph: mend,
    heading: mend,
    tableCell: mend,
    link: mend,
    linkReference: mend,
    mdxJsxTextElement: mend,
    mdxJsxFlowElement: mend,
    html(node, context) {
      if (NOT_PROSE.test(node.value)) return;
      const value = joinText(node.value);
      if (value !== node.value) context.setProperty(node, "value", value);
    },
    code(node, context) {
      const value = withoutUrlEnds(node.value);
      if (value !== node.value) context.setProperty(node, "value", value);
    },
  });
};
