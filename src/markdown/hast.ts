import type { ElementContent } from "hast";

/** The text of a node of highlighted code, without its elements. */
export function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

/** A node of highlighted code with another text: of an element with its properties. */
export function withText(node: ElementContent, value: string): ElementContent {
  const text = { type: "text", value } as const;
  return node.type === "element" ? { ...node, children: [text] } : text;
}
