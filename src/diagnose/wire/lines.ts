/** A line of the input, without what ends it. */
export interface TextLine {
  text: string;
  /** Where it begins and ends in the input. */
  from: number;
  to: number;
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  while (from <= text.length) {
    const feed = text.indexOf("\n", from);
    const end = feed === -1 ? text.length : feed;
    const to = end > from && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
    lines.push({ text: text.slice(from, to), from, to });
    from = end + 1;
  }
  return lines;
}
