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
  const { children, position, data, ...fields } = node;
  const read = {
    ...(cleaned(fields) as NotationNode),
    ...(position !== undefined && { position }),
    ...(data && { data }),
  };
  if (node.type === "code") {
    const { language, meta } = divideInfo(
      withoutStandIns(String(node.lang ?? "")),
      withoutStandIns(String(node.meta ?? "")),
    );
    return { ...read, lang: language || null, meta: meta || null };
  }
  if (node.type === "textDirective") return { type: "text", value: `:${node.name}`, position };
  if (!children) return read;
  const alert = node.type === "blockquote" ? readAlert(children) : undefined;
  if (!alert) return { ...read, children: withWholeTexts(children.map(readBlocks)) };
  const [first, ...others] = children as [NotationNode, ...NotationNode[]];
  const label = { ...first, children: alert.title, data: { directiveLabel: true } };
  const rest = { ...first, children: alert.rest };
  const inside = [...(alert.title.length > 0 ? [label] : []), ...(alert.rest.length > 0 ? [rest] : []), ...others];
  return { ...read, type: "containerDirective", name: alert.kind, attributes: {}, children: inside.map(readBlocks) };
}

/** A value with all texts in it as their author wrote them. */
function cleaned(value: unknown): unknown {
  if (typeof value === "string") return withoutStandIns(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]));
}
