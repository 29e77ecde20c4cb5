import { defineMdastPlugin } from "satteri";
import { elementNode } from "../content/notation/nodes.ts";

/** A picture alone in its paragraph is a figure where it has a title: that is its caption. */
export const figures = defineMdastPlugin({
  name: "figures",
  paragraph(node, context) {
    const [picture, ...more] = node.children;
    if (picture?.type !== "image" || more.length > 0 || !picture.title) return;
    const caption = elementNode("figureCaption", "figcaption", [{ type: "text", value: picture.title }]);
    context.setProperty(picture, "title", null);
    context.appendChild(node, caption as never);
    context.setProperty(node, "data", { hName: "figure" });
  },
});

/** Definition lists are told from those that pages are laid out with. */
export const definitionLists = defineMdastPlugin({
  name: "definition-lists",
  descriptionList(node, context) {
    context.setProperty(node, "data", { hProperties: { className: ["defined"] } });
  },
});
