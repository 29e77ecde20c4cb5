import { defineMdastPlugin, type MdastPluginDefinition } from "satteri";
import { readCodeMeta } from "../content/notation/codeMeta.ts";
import { elementNode, type NotationNode } from "../content/notation/nodes.ts";
import { commonWords } from "../i18n/strings.ts";
import { documentLanguage } from "./location.ts";

/** What a block calls its tab; it is not said again in its head. */
const TAB = /(^|\s)\[[^[\]]+\]/;

/**
 * `:::code-group`, blocks of code side by side, as `<Stacks>` looks: radio buttons, so that they work without a script.
 * The names of two groups in a text differ.
 */
export const codeGroups = (): MdastPluginDefinition => {
  let groups = 0;
  return defineMdastPlugin({
    name: "code-groups",
    containerDirective(node, context) {
      if (node.name !== "code-group") return;
      const name = `tabs-${++groups}`;
      const blocks = (node.children as NotationNode[]).filter(({ type }) => type === "code");
      const tabs = blocks.flatMap((block, index) => tabOf(block, name, index === 0));
      const label = commonWords(documentLanguage(context.fileURL) ?? "en")("code.group");
      context.setProperty(node, "children", tabs as never);
      context.setProperty(node, "data", {
        hName: "div",
        hProperties: { className: ["stacks", "seg"], role: "radiogroup", ariaLabel: label },
      });
    },
  });
};

function tabOf(block: NotationNode, name: string, isFirst: boolean): NotationNode[] {
  const meta = String(block.meta ?? "");
  const { tab, title } = readCodeMeta(meta);
  const word = { type: "text", value: tab ?? title ?? String(block.lang ?? "") };
  const choice = elementNode("tabChoice", "input", [], { type: "radio", name, ...(isFirst && { checked: true }) });
  return [
    elementNode("tab", "label", [choice, word]),
    elementNode("tabPanel", "div", [{ ...block, meta: meta.replace(TAB, "").trim() }], {
      className: ["stack", "prose"],
    }),
  ];
}
