import { defineHastPlugin } from "satteri";
import { commonWords } from "../i18n/strings.ts";
import { inlineCodeClass } from "./inlineCode.ts";
import { documentLanguage } from "./location.ts";

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

/** Code in a line that is too long for its line to hold may break in it. */
export const breakingCode = defineHastPlugin({
  name: "breaking-code",
  element: {
    filter: ["code"],
    visit(node, context) {
      const [text, ...more] = node.children;
      if (text?.type !== "text" || more.length > 0 || text.value.includes("\n")) return;
      const name = inlineCodeClass(text.value);
      if (name) context.setProperty(node, "className", [name]);
    },
  },
});

/** Aligns the cells of a table by classes: the Content-Security-Policy lets no `style=` act. */
export const alignedCells = defineHastPlugin({
  name: "aligned-cells",
  element: {
    filter: ["th", "td"],
    visit(node, context) {
      const side = /text-align: *(left|center|right)/.exec(String(node.properties.style ?? ""))?.[1];
      if (side === undefined) return;
      context.setProperty(node, "style", null);
      context.setProperty(node, "className", [`to-${side}`]);
    },
  },
});

/** The box of a task says whether it is done: it has no label of its own. */
export const taskBoxes = defineHastPlugin({
  name: "task-boxes",
  element: {
    filter: ["input"],
    visit(node, context) {
      if (node.properties.type !== "checkbox") return;
      const word = node.properties.checked ? "task.done" : "task.open";
      context.setProperty(node, "ariaLabel", commonWords(languageOf(context.fileURL))(word));
    },
  },
});

/** The words of footnotes in the document's language. Their label is for those who hear the page, and no heading of it. */
export const footnoteWords = defineHastPlugin({
  name: "footnote-words",
  element: [
    {
      filter: ["h2"],
      visit(node, context) {
        if (node.properties.id !== "footnote-label") return;
        context.replaceNode(node, {
          type: "element",
          tagName: "p",
          properties: { id: "footnote-label", className: ["hidden"] },
          children: [{ type: "text", value: commonWords(languageOf(context.fileURL))("footnotes") }],
        });
      },
    },
    {
      filter: ["a"],
      visit(node, context) {
        if (node.properties.dataFootnoteBackref === undefined) return;
        const number = /[\d-]+$/.exec(String(node.properties.ariaLabel))?.[0] ?? "";
        const label = commonWords(languageOf(context.fileURL))("footnotes.back", { number });
        context.setProperty(node, "ariaLabel", label);
      },
    },
  ],
});

function languageOf(file: URL | undefined) {
  return documentLanguage(file) ?? "en";
}
