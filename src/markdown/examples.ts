import { defineMdastPlugin } from "satteri";

/** A block of Markdown that is shown as it is written, and below that as it comes out. */
const EXAMPLE = /(?:^|\s)example(?=\s|$)/;

/** Shows ```` ```md example ```` both ways, from the one text: an example cannot be out of date. */
export const examples = defineMdastPlugin({
  name: "examples",
  code(node, context) {
    if (context.sourceFormat !== "mdx" || !/^mdx?$/.test(node.lang ?? "") || !EXAMPLE.test(node.meta ?? "")) return;
    context.insertAfter(node, { raw: `<div class="shown prose">\n\n${node.value}\n\n</div>` });
  },
});
