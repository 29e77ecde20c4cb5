import { NO_ROOM } from "../content/notation/standIns.ts";
import { OBJECT, takesNoSpace } from "./characters.ts";

const LINE_END = /[ \t]*\n[ \t]*/;

/** What is read here of an inline node of the Markdown tree. */
export interface InlineNode {
  type: string;
  value?: string;
  /** The name of a component or an HTML element in MDX. */
  name?: string | null;
  children?: InlineNode[];
}

/**
 * Removes the line ends that would show as spaces between characters that take none.
 * @param children one parent's
 * @returns the texts among them that change
 */
export function joinLines(children: readonly InlineNode[]): { node: InlineNode; value: string }[] {
  return children.flatMap((node, index) => {
    if (node.type !== "text" || !node.value?.includes("\n")) return [];
    const value = joinText(node.value, edge(children, index, -1), edge(children, index, 1));
    return value === node.value ? [] : [{ node, value }];
  });
}

/**
 * Joins the lines of one text.
 * @param before the character before it, and `after` the one behind it; empty where there is none
 */
export function joinText(text: string, before = "", after = ""): string {
  const lines = text.split(LINE_END);
  return lines.reduce((joined, line, index) => {
    const left = lastOf(lines[index - 1] as string) || (index === 1 ? before : "");
    const right = firstOf(line) || (index === lines.length - 1 ? after : "");
    return `${joined}${left && right && takesNoSpace(left, right) ? "" : "\n"}${line}`;
  });
}

/** The character that a reader sees next to a child on one side; empty at the edge and beside a line break. */
function edge(children: readonly InlineNode[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < children.length; at += step) {
    const found = edgeOf(children[at] as InlineNode, step);
    if (found !== null) return found;
  }
  return "";
}

/** The character at the near edge of a node; `null` for what takes no room, as a tag or a footnote's mark. */
function edgeOf(node: InlineNode, step: 1 | -1): string | null {
  switch (node.type) {
    case "footnoteReference":
      return null;
    case "html":
      return edgeOfTag(/^<\/?([\w-]+)/.exec(node.value ?? "")?.[1] ?? "");
    case "image":
    case "imageReference":
      return OBJECT;
    case "break":
    case "mdxTextExpression":
      return "";
  }
  if (node.value !== undefined) return (step === 1 ? firstOf(node.value) : lastOf(node.value)) || null;
  const children = node.children ?? [];
  if (children.length === 0 && node.name) return edgeOfTag(node.name);
  return edge(children, step === 1 ? -1 : children.length, step) || null;
}

function edgeOfTag(name: string): string | null {
  if (name === "br") return "";
  return /^(?:img|svg|picture|video|audio|canvas|iframe|input|button|select|object|[A-Z].*)$/.test(name)
    ? OBJECT
    : null;
}

const FIRST = new RegExp(`^${NO_ROOM}*(.)`, "su");
const LAST = new RegExp(`(\\P{M}\\p{M}*|\\p{M}+)${NO_ROOM}*$`, "u");

/** A text's first character. */
function firstOf(text: string): string {
  return FIRST.exec(text)?.[1] ?? "";
}

/** A text's last character, with the marks that combine with it. */
function lastOf(text: string): string {
  return LAST.exec(text.slice(-8))?.[1] ?? "";
}
