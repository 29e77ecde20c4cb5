/** Breaks pieces, which are kept whole, into as few lines as fit, all about as long. @returns nothing where they do not fit */
export function breakLines(
  pieces: readonly string[],
  most: { lines: number; width: number },
  widthOf: (text: string) => number,
): string[] | undefined {
  const whole = fill(pieces, most.width, widthOf);
  if (!whole || whole.length > most.lines) return undefined;
  // The narrowest column that takes no more lines.
  let lines = whole;
  let [low, high] = [0, most.width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const tried = fill(pieces, middle, widthOf);
    if (tried && tried.length <= whole.length) [lines, high] = [tried, middle];
    else low = middle;
  }
  return lines;
}

/** As many pieces a line as fit. */
function fill(pieces: readonly string[], width: number, widthOf: (text: string) => number): string[] | undefined {
  const lines: string[] = [];
  for (const piece of pieces) {
    if (widthOf(piece.trim()) > width) return undefined;
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + piece).trimEnd()) <= width) lines[lines.length - 1] = last + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd());
}
