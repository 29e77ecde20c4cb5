import { fold, isPasted, piecesOf } from "../../search/query.ts";

/** Fewer words in a row than this, of what is no message as a whole, say nothing. */
const FEWEST_WORDS = 3;

/**
 * Which texts a query fits. Of words that are typed each must be in a text. Of a message that is
 * pasted the parts are looked for that do not differ from reader to reader, and the texts fit that
 * hold most of them.
 * @param texts folded
 * @returns for each text, whether it fits
 */
export function fitting(query: string, texts: readonly string[]): boolean[] {
  const folded = fold(query);
  if (!isPasted(query)) {
    const words = folded.split(" ");
    const found = texts.map((text) => words.every((word) => text.includes(word)));
    if (found.includes(true) || words.length < FEWEST_WORDS) return found;
  }
  const runs = [...new Set(piecesOf(query).flatMap((piece) => longestRun(fold(piece), texts)))];
  const counts = texts.map((text) => runs.filter((run) => text.includes(run)).length);
  const most = Math.max(1, ...counts);
  return counts.map((count) => count === most);
}

/** The longest row of a piece's words that stands in a text: a header of the reader's own may be among them. */
function longestRun(piece: string, texts: readonly string[]): string[] {
  const words = piece.split(" ");
  const fewest = Math.min(FEWEST_WORDS, words.length);
  for (let length = words.length; length >= fewest; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join(" ");
      if (texts.some((text) => text.includes(run))) return [run];
    }
  }
  return [];
}
