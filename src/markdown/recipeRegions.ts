import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const START = /^\s*(?:\/\/|#|--|\/\*|<!--)\s*#region\s+([\w-]+)/;
const END = /^\s*(?:\/\/|#|--|\/\*|<!--)\s*#endregion\b/;

/**
 * Cuts a named region out of a recipe's file. What a page shows is the very text that the tests ran.
 * @param reference `express/server.js#cors`: a path below `content/recipes/` and a region; without one, the whole file
 * @param root the project's root
 * @returns the region's lines without the marks and without their common indentation
 * @throws where the file or the region is not there, or the region is not closed
 */
export function readRecipeRegion(reference: string, root = process.cwd()): string {
  const [path = "", region = ""] = reference.split("#");
  const file = join(root, "content/recipes", path);
  if (!existsSync(file) || path.includes("..")) {
    throw new Error(`There is no recipe file "${path}".`);
  }
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  // JSON has no comments that could hold the marks.
  if (region === "") return lines.join("\n").trimEnd();
  const start = lines.findIndex((line) => START.exec(line)?.[1] === region);
  if (start === -1) throw new Error(`"${path}" has no region "${region}".`);
  const length = lines.slice(start + 1).findIndex((line) => END.test(line));
  if (length === -1) throw new Error(`The region "${region}" of "${path}" is not closed by #endregion.`);
  return dedent(lines.slice(start + 1, start + 1 + length));
}

function dedent(lines: string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}
