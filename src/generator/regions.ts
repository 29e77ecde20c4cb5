const MARK = String.raw`^[ \t]*(?:\/\/|#|--|\/\*|<!--)\s*`;
const START = new RegExp(String.raw`${MARK}#region\s+([\w-]+).*(?:\n|$)`, "gm");
const END = new RegExp(String.raw`${MARK}#endregion\b`, "m");

/** The marks of all regions, with their lines. */
export const MARKS = new RegExp(String.raw`${MARK}#(?:end)?region\b.*\n`, "gm");

/** A text in three: what stands before a region, with its mark; the region; and what follows, with its mark. */
export interface CutText {
  before: string;
  inside: string;
  after: string;
}

/**
 * Cuts a text at the marks of a region.
 * @param file how a message names where the text is from
 * @returns nothing where it has none of that name
 * @throws where the region is not closed
 */
export function cutAtRegion(text: string, name: string, file: string): CutText | undefined {
  const start = [...text.matchAll(START)].find(([, found]) => found === name);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const end = END.exec(text.slice(from));
  if (!end) throw new Error(`The region "${name}" of ${file} is not closed by #endregion.`);
  const to = from + end.index;
  return { before: text.slice(0, from), inside: text.slice(from, to), after: text.slice(to) };
}

/** Cuts a recipe's main file at its CORS part, the region `cors`. Without marks all of it is that part. */
export function cutAtCors(text: string): CutText {
  return cutAtRegion(text, "cors", "the main file") ?? { before: "", inside: text, after: "" };
}

/** How far the lines of a text are indented that is indented the least; empty lines do not count. */
export function commonIndent(lines: readonly string[]): number {
  const filled = lines.filter((line) => line.trim() !== "");
  return Math.min(...filled.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
}
