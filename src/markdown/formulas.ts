import { defineHastPlugin, defineMdastPlugin, type HastNode, type HastVisitorContext, htmlToHast } from "satteri";
import { formulaOf } from "../content/notation/formula.ts";
import { documentError, lineOf } from "./location.ts";

type Element = Extract<HastNode, { type: "element" }>;

/** `$$…$$` alone in its line is a formula in a block of its own. */
export const formulaLines = defineMdastPlugin({
  name: "formula-lines",
  options: { position: true },
  paragraph(node, context) {
    const [formula, ...more] = node.children;
    if (formula?.type !== "inlineMath" || more.length > 0) return;
    if (context.source.startsWith("$$", formula.position?.start.offset))
      context.replaceNode(node, { type: "math", value: formula.value, meta: null });
  },
});

/** Draws formulas as MathML, which every engine shows without a script: `$…$`, `$$…$$` and a block in `math`. */
export const formulas = defineHastPlugin({
  name: "formulas",
  element: [
    {
      filter: ["pre"],
      visit(node, context) {
        const [code] = node.children;
        if (code?.type === "element" && isFormula(code)) draw(node, code, true, context);
      },
    },
    {
      filter: ["code"],
      visit(node, context) {
        if (isFormula(node) && classesOf(node).includes("math-inline")) draw(node, node, false, context);
      },
    },
  ],
});

function draw(node: Readonly<Element>, code: Element, isDisplayed: boolean, context: HastVisitorContext): void {
  const tex = context.textContent(code).trim();
  try {
    const { children } = htmlToHast(formulaOf(tex, isDisplayed), { fragment: true }) as { children: Element[] };
    // It may be wider than the column.
    const box: Element = {
      type: "element",
      tagName: "div",
      properties: { className: ["formula"], tabIndex: 0 },
      children,
    };
    context.replaceNode(node, isDisplayed ? box : (children[0] as Element));
  } catch (error) {
    const line = lineOf(context.source, tex);
    throw documentError(
      context.fileURL,
      line,
      `The formula "${tex}" cannot be drawn: ${(error as Error).message}`,
      "Mend its TeX; where a dollar is meant, write \\$.",
    );
  }
}

function classesOf({ properties }: Readonly<Element>): readonly unknown[] {
  return Array.isArray(properties.className) ? properties.className : [];
}

function isFormula(code: Readonly<Element>): boolean {
  return classesOf(code).includes("language-math");
}
