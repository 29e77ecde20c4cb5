/** What the CJK plugins need to know of an inline node of the Markdown tree. */
export interface InlineNode {
  type: string;
  value?: string;
  /** The name of a component or an HTML element in MDX. */
  name?: string | null;
  children?: InlineNode[];
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
}

/** Emphasis, strong emphasis, strikethrough. */
export function isEmphasis({ type }: InlineNode): boolean {
  return type === "emphasis" || type === "strong" || type === "delete";
}
