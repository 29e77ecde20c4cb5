import { readAlert } from "./alerts.ts";
import { divideInfo } from "./codeMeta.ts";
import { readInline, withWholeTexts } from "./inline.ts";
import type { NotationNode } from "./nodes.ts";
import { withoutStandIns } from "./standIns.ts";

/**
 * A tree of the engine's with what our own marks mean: alerts are directives with a label, `==` and ruby are elements,
 * and what only looks like a directive in a line is text.
 */
export function readTree(root: NotationNode): NotationNode {
  return readBlocks({ ...root, children: [...readInline(root.children ?? [])] });
}

function readBlocks(node: NotationNode): NotationNode {
  const read = cleaned(node);
  if (node.type === "code") {
    const { language, meta } = divideInfo(String(read.lang ?? ""), String(read.meta ?? ""));
    return { ...read, lang: language || null, meta: meta || null };
  }
  if (node.type === "textDirective") return { type: "text", value: `:${node.name}`, position: node.position };
  const { children } = node;
  if (!children) return read;
  const alert = node.type === "blockquote" ? readAlert(children) : undefined;
  if (!alert) {
    read.children = withWholeTexts(children.map(readBlocks));
    return read;
  }
  const [first, ...others] = children as [NotationNode, ...NotationNode[]];
  const label = { ...first, children: alert.title, data: { directiveLabel: true } };
  const rest = { ...first, children: alert.rest };
  const inside = [...(alert.title.length > 0 ? [label] : []), ...(alert.rest.length > 0 ? [rest] : []), ...others];
  return { ...read, type: "containerDirective", name: alert.kind, attributes: {}, children: inside.map(readBlocks) };
}

/** What of a node no author wrote, or what is read by itself. */
const AS_IT_IS: ReadonlySet<string> = new Set(["type", "children", "position", "data"]);

/** A copy of a node with all texts in its fields as their author wrote them. */
function cleaned(node: NotationNode): NotationNode {
  const copy = { ...node };
  for (const name in copy) if (!AS_IT_IS.has(name)) copy[name] = cleanedValue(copy[name]);
  return copy;
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === "string") return withoutStandIns(value);
  if (Array.isArray(value)) return value.map(cleanedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanedValue(inner)]));
}
