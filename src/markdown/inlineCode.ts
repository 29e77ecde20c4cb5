/** A name longer than this may break in a line; a shorter one never does, as a lone hyphen hides what it belongs to. */
const LONGEST_UNBROKEN = 28;

/** The class of code in a line, by its text; none where it may not break. */
export function inlineCodeClass(text: string): "long" | undefined {
  return text.length > LONGEST_UNBROKEN ? "long" : undefined;
}

/** A string of the interface or of a frontmatter field in pieces: what stands in backticks is code. */
export function piecesWithCode(text: string): { text: string; isCode: boolean }[] {
  return text.split("`").map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }));
}
