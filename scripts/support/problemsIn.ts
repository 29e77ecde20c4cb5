import { relative } from "node:path";
import type { Problem } from "../../src/problems.ts";

/** The problems of some files and folders, as somebody names them at a terminal; all where none is named. */
export function problemsIn(problems: readonly Problem[], paths: readonly string[]): readonly Problem[] {
  const wanted = paths.map((path) => relative(".", path).replaceAll("\\", "/")).filter((path) => path !== "");
  if (wanted.length === 0) return problems;
  return problems.filter(({ file }) => wanted.some((path) => file === path || file.startsWith(`${path}/`)));
}
