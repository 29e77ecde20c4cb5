/** What is read here of a node of the Markdown tree. */
export interface NotationNode {
  type: string;
  value?: string;
  name?: string | null;
  children?: NotationNode[];
  data?: Record<string, unknown>;
  position?: unknown;
  [field: string]: unknown;
}

/** A node of our own that is an element in HTML. */
export function elementNode(
  type: string,
  hName: string,
  children: NotationNode[],
  hProperties?: Record<string, unknown>,
): NotationNode {
  return { type, data: hProperties ? { hName, hProperties } : { hName }, children };
}
