import { defineMdastPlugin } from "satteri";
import { readInline } from "../content/notation/inline.ts";
import type { NotationNode } from "../content/notation/nodes.ts";

type Parent = Readonly<{ children: readonly unknown[] }>;
type SetChildren = { setProperty(node: never, name: "children", value: never): void };

function read(node: Parent, context: SetChildren): void {
  const children = node.children as NotationNode[];
  const own = readInline(children);
  if (own !== children) context.setProperty(node as never, "children", own as never);
}

/** Only where it holds words itself: what is in its blocks is theirs. */
function readWithin(node: Parent, context: SetChildren): void {
  if ((node.children as NotationNode[]).some(({ type }) => type === "text")) read(node, context);
}

/** `==words==` and ruby, in every block that holds words. */
export const inlineMarks = defineMdastPlugin({
  name: "inline-marks",
  paragraph: read,
  heading: read,
  tableCell: read,
  descriptionTerm: read,
  mdxJsxFlowElement: readWithin,
  custom(node, context) {
    if (node.type === "asideTitle") read(node as Parent, context);
  },
});
