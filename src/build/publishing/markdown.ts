import type { Element, Root } from "hast";
import { toMdast } from "hast-util-to-mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/**
 * A readable tree as Markdown, with tables as GitHub has them.
 * @see readable
 */
export function asMarkdown(tree: Root): string {
  const mdast = toMdast(tree, {
    // What is cut into words for one language may be cut in one place only: a line is not broken anew.
    newlines: true,
    handlers: {
      // Of code: its file, and its language.
      figcaption: (state, node: Element) => ({
        type: "paragraph",
        children: state
          .all(node)
          .flatMap((child, index) => (index === 0 ? [child] : [{ type: "text", value: " " }, child])) as never,
      }),
    },
  });
  return toMarkdown(mdast, { bullet: "-", rule: "-", extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}
