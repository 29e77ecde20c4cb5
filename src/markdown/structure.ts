import { defineHastPlugin } from "satteri";

/** A table scrolls sideways in a box of its own, which the keyboard can reach, instead of the page. */
export const scrollableTables = defineHastPlugin({
  name: "scrollable-tables",
  element: {
    filter: ["table"],
    visit(node, context) {
      context.wrapNode(node, {
        type: "element",
        tagName: "div",
        properties: { className: ["scroll"], tabIndex: 0 },
        children: [],
      });
    },
  },
});

/** A heading links to itself, so that its place can be shared. */
export const linkedHeadings = defineHastPlugin({
  name: "linked-headings",
  element: {
    filter: ["h2", "h3"],
    visit(node, context) {
      const id = node.properties?.id;
      if (typeof id !== "string") return;
      context.setProperty(node, "children", [
        { type: "element", tagName: "a", properties: { href: `#${id}` }, children: [...node.children] },
      ]);
    },
  },
});
