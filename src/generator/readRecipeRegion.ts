import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonIndent, cutAtRegion } from "./regions.ts";

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
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  // JSON has no comments that could hold the marks.
  if (region === "") return text.trimEnd();
  const cut = cutAtRegion(text, region, `"${path}"`);
  if (!cut) throw new Error(`"${path}" has no region "${region}".`);
  const lines = cut.inside.split("\n");
  const indent = commonIndent(lines);
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}
