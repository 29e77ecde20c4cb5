import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";
import { type MarkVisitors, type Mistake, markVisitors } from "./unsupported.ts";

/** Checks that a text has no marks that readers would see as they are, and no JavaScript. */
export function checkMarks({ file, body, bodyLine, tree }: YamlFile): Problem[] {
  const mistakes: Mistake[] = [];
  const visitors = markVisitors(body, file.endsWith(".mdx"), (mistake) => mistakes.push(mistake));
  for (const node of tree.nodes) visitors[node.type as keyof MarkVisitors]?.(node as never);
  return mistakes.map(({ line, what, hint }) => ({ file, line: bodyLine + line - 1, message: what, hint }));
}
