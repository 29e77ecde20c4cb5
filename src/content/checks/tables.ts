import type { MdastNode } from "satteri";
import type { Problem } from "../../problems.ts";
import { lineOf, wordsOf } from "../bodyTree.ts";
import type { Text } from "./text.ts";

/**
 * Checks that each column of a table says what it holds: who hears a table read is told with every cell. And that each
 * row has a cell for each: what is too much is not shown.
 * @see https://www.w3.org/WAI/tutorials/tables/one-header/
 */
export function checkTables({ yaml: { file, bodyLine, tree } }: Text): Problem[] {
  return tree.nodes.flatMap((node): Problem[] => {
    if (node.type !== "table") return [];
    const [header, ...rows] = node.children as MdastNode[];
    const cells = cellsOf(header);
    const uneven = rows.flatMap((row): Problem[] =>
      cellsOf(row).length === cells.length
        ? []
        : [
            {
              file,
              line: bodyLine + lineOf(row) - 1,
              message: `The row has ${cellsOf(row).length} cells, and the table ${cells.length} columns.`,
              hint: "Write a cell for each column; a | that is meant to be read is written \\|, in `code`, too.",
            },
          ],
    );
    const nameless = cells.flatMap((cell, index) =>
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
    return [...nameless, ...uneven];
  });
}

function cellsOf(row: MdastNode | undefined): MdastNode[] {
  return row && "children" in row ? (row.children as MdastNode[]) : [];
}
