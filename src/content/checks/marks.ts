import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import { formulaFault } from "../notation/formula.ts";
import type { YamlFile } from "../yamlFile.ts";
import { type MarkVisitors, type Mistake, markVisitors } from "./unsupported.ts";

/** Checks that a text has no marks that readers would see as they are, and no JavaScript. */
export function checkMarks({ file, body, bodyLine, tree }: YamlFile): Problem[] {
  const mistakes: Mistake[] = [];
  const visitors = markVisitors(body, file.endsWith(".mdx"), (mistake) => mistakes.push(mistake));
  for (const node of tree.nodes) visitors[node.type as keyof MarkVisitors]?.(node as never);
  for (const node of tree.nodes) {
    if (node.type !== "math" && node.type !== "inlineMath") continue;
    const fault = formulaFault(node.value);
    if (fault !== undefined)
      mistakes.push({
        line: lineOf(node),
        what: `The formula "${node.value.trim()}" cannot be drawn: ${fault}`,
        hint: "Mend its TeX; where a dollar is meant, write \\$.",
      });
  }
  return mistakes.map(({ line, what, hint }) => ({ file, line: bodyLine + line - 1, message: what, hint }));
}
