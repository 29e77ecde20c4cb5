import type { MdastNode } from "satteri";
import type { Problem } from "../../problems.ts";
import { lineOf, wordsOf } from "../bodyTree.ts";
import type { Text } from "./text.ts";

/**
 * Checks that each column of a table says what it holds: who hears a table read is told with every cell.
 * @see https://www.w3.org/WAI/tutorials/tables/one-header/
 */
export function checkTables({ yaml: { file, bodyLine, tree } }: Text): Problem[] {
  return tree.nodes.flatMap((node): Problem[] => {
    if (node.type !== "table") return [];
    const [header] = node.children as MdastNode[];
    const cells = header && "children" in header ? (header.children as MdastNode[]) : [];
    return cells.flatMap((cell, index) =>
      wordsOf(cell).trim() !== ""
        ? []
        : [
            {
              file,
              line: bodyLine + lineOf(node) - 1,
              message: `Column ${index + 1} of the table has no name.`,
              hint: "Name what its cells are in the table's first line; one word will do.",
            },
          ],
    );
  });
}
