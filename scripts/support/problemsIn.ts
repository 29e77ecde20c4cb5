import { relative } from "node:path";

/** What is told of some files and folders, as somebody names them at a terminal; all where none is named. */
export function problemsIn<Told extends { file: string }>(
  problems: readonly Told[],
  paths: readonly string[],
): readonly Told[] {
  const wanted = paths.map((path) => relative(".", path).replaceAll("\\", "/")).filter((path) => path !== "");
  if (wanted.length === 0) return problems;
  return problems.filter(({ file }) => wanted.some((path) => file === path || file.startsWith(`${path}/`)));
}
