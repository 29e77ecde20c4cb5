/** What the CJK plugins need to know of an inline node of the Markdown tree. */
export interface InlineNode {
  type: string;
  value?: string;
  url?: string;
  children?: InlineNode[];
}

/** The text of a node and all below it. */
export function textOf(node: InlineNode | undefined): string {
  return node?.value ?? node?.children?.map(textOf).join("") ?? "";
}
