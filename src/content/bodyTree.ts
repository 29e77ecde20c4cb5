import { type MdastNode, markdownToMdast, mdxToMdast } from "satteri";
import { markdownFeatures } from "./markdownFeatures.ts";
import type { NotationNode } from "./notation/nodes.ts";
import { readTree } from "./notation/readTree.ts";
import { withStandIns } from "./notation/standIns.ts";

/** A body as the engine that renders it reads it. */
export interface BodyTree {
  root: MdastNode;
  /** All nodes of the tree, each before those within it. */
  nodes: readonly MdastNode[];
  /** Why it cannot be read as MDX; the tree is then that of Markdown. */
  fault?: { message: string; line: number };
}

/** Where the parser begins its messages: `12:1: `. And where it says the same again, with the name of a rule of its own. */
const PLACE = /^(\d+):\d+: /;
const TAIL = / \(\d+:\d+\)(?= \(mdx)| \(mdx[\w-]*:[\w-]+\)$/g;

/**
 * @param body without frontmatter
 * @param file its path or name: `.mdx` is MDX
 */
export function parseBody(body: string, file: string): BodyTree {
  const options = { features: markdownFeatures };
  const text = withStandIns(body);
  if (!file.endsWith(".mdx")) return withNodes(markdownToMdast(text, options));
  try {
    return withNodes(mdxToMdast(text, options));
  } catch (error) {
    const { message } = error as Error;
    const fault = {
      message: message.replace(PLACE, "").replace(TAIL, ""),
      line: Number(PLACE.exec(message)?.[1] ?? 1),
    };
    return { ...withNodes(markdownToMdast(text, options)), fault };
  }
}

function withNodes(parsed: MdastNode): BodyTree {
  const root = readTree(parsed as NotationNode) as MdastNode;
  const nodes: MdastNode[] = [];
  const add = (node: MdastNode) => {
    nodes.push(node);
    if ("children" in node) for (const child of node.children) add(child as MdastNode);
  };
  add(root);
  return { root, nodes };
}

/** The words of a node and of all within it, without marks. */
export function wordsOf(node: MdastNode): string {
  if ("value" in node) return String(node.value);
  if (node.type === "break") return " ";
  return "children" in node ? (node.children as MdastNode[]).map(wordsOf).join("") : "";
}

/** What a picture shows, and its caption; nothing of another node. */
export function wordsOfPicture(node: MdastNode): string[] {
  if (node.type !== "image") return [];
  return [node.alt, node.title].flatMap((words) => (words ? [words] : []));
}

/** The line on which a node starts; 1-based, within the body. */
export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}
