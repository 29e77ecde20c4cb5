import { CODE, type Prose } from "../prose.ts";

/** What can be written in a text's place without a change of its meaning. */
export interface Replacement {
  /** Where in the text. */
  index: number;
  length: number;
  text: string;
}

/** The same in a file: a piece of it, with enough around it to be found, and what it becomes. */
export interface Mend {
  file: string;
  /** 1-based; where the text begins that it is in. */
  line: number;
  from: string;
  to: string;
}

/** So many characters around are enough for a place to be found in its line. */
const AROUND = 8;

/** Where in its file a text is mended. */
export function mendOf({ file, text, lineAt }: Prose, { index, length, text: instead }: Replacement): Mend {
  const end = index + length;
  const before = withinLine(text.slice(Math.max(0, index - AROUND), index), "before");
  const after = withinLine(text.slice(end, end + AROUND), "after");
  return {
    file,
    line: lineAt(index),
    from: before + text.slice(index, end) + after,
    to: before + instead + after,
  };
}

/** What stands around a place, up to code, whose words the text has not, or to where the line may end. */
function withinLine(around: string, side: "before" | "after"): string {
  const pieces = around.split(new RegExp(`(${CODE}|[\\n\\uE000])`));
  const nearest = side === "before" ? pieces.at(-1) : pieces[0];
  const border = side === "before" ? pieces.at(-2) : pieces[1];
  if (border !== CODE) return nearest ?? "";
  return side === "before" ? `\`${nearest}` : `${nearest}\``;
}
