import { defineHastPlugin, type HastNode, htmlToHast } from "satteri";
import { readCodeMeta } from "../content/notation/codeMeta.ts";
import { asSvg, diagramId, drawDiagram } from "../diagrams/drawn.ts";
import { documentError, lineOf } from "./location.ts";

type Element = Extract<HastNode, { type: "element" }>;

/** Shows a block in `mermaid` as the diagram that it describes, in a figure whose caption is the block's title. */
export const diagrams = defineHastPlugin({
  name: "diagrams",
  element: {
    filter: ["pre"],
    visit(node, context) {
      const [code] = node.children;
      if (code?.type !== "element" || !isDiagram(code)) return;
      const source = context.textContent(code);
      const title = readCodeMeta(String((code.data as { meta?: unknown } | undefined)?.meta ?? "")).title;
      const drawn = drawDiagram(source);
      const line = lineOf(context.source, source.trim());
      if ("fault" in drawn) {
        const { message, hint } = drawn.fault;
        throw documentError(context.fileURL, line + drawn.fault.line - 1, message, hint);
      }
      const name = drawn.drawing.name ?? title;
      if (name === undefined)
        throw documentError(context.fileURL, line, "The diagram has no name.", 'Write ```mermaid title="…".');
      const svg = htmlToHast(asSvg(drawn.drawing, name), { fragment: true }) as { children: Element[] };
      context.replaceNode(node, {
        type: "element",
        tagName: "figure",
        // What is read elsewhere has the diagram's source in its place.
        properties: { dataDiagram: diagramId(source) },
        children: [
          // It may be wider than the column.
          {
            type: "element",
            tagName: "div",
            properties: { className: ["scroll"], tabIndex: 0 },
            children: svg.children,
          },
          ...(title === undefined ? [] : [element("figcaption", title)]),
        ],
      });
    },
  },
});

function element(tagName: string, text: string): Element {
  return { type: "element", tagName, properties: {}, children: [{ type: "text", value: text }] };
}

function isDiagram({ properties }: Readonly<Element>): boolean {
  return Array.isArray(properties.className) && properties.className.includes("language-mermaid");
}
