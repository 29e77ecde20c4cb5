import { fold, isPasted, piecesOf } from "../../search/query.ts";

/** Fewer words in a row than this, of what is no message as a whole, say nothing. */
const FEWEST_WORDS = 3;

/**
 * Which texts a query fits. Of words that are typed each must be in a text. Of a message that is
 * pasted the parts are looked for that do not differ from reader to reader, and the texts fit that
 * hold most of them. Of a long paste only the beginning is looked at, as `piecesOf` says: nobody's
 * message is longer, and a page must not stand still for what is none.
 * @param texts folded
 * @returns for each text, whether it fits
 */
export function fitting(query: string, texts: readonly string[]): boolean[] {
  if (!isPasted(query)) {
    const words = fold(query).split(" ");
    const found = texts.map((text) => words.every((word) => text.includes(word)));
    if (found.includes(true) || words.length < FEWEST_WORDS) return found;
  }
  const places = placesOf(texts);
  const runs = [...new Set(piecesOf(query).flatMap((piece) => longestRun(fold(piece), texts, places)))];
  const counts = texts.map((text) => runs.filter((run) => text.includes(run)).length);
  const most = Math.max(1, ...counts);
  return counts.map((count) => count === most);
}

/** The words of texts in a row, an empty one after each text; and where in that row each word stands. */
interface Places {
  row: readonly string[];
  of: ReadonlyMap<string, readonly number[]>;
}

function placesOf(texts: readonly string[]): Places {
  const row = texts.flatMap((text) => [...text.split(" "), ""]);
  const of = new Map<string, number[]>();
  row.forEach((word, place) => {
    const places = of.get(word);
    if (places) places.push(place);
    else of.set(word, [place]);
  });
  return { row, of };
}

/**
 * The longest row of a piece's words that stands in a text, the first of several: a header of the
 * reader's own may be among them. Its first word may be the end of a word of the text, its last one the
 * beginning, as signs stand around them; those between are whole. So it grows word by word along the
 * places where these stand, and takes as long as the piece has words.
 */
function longestRun(piece: string, texts: readonly string[], { row, of }: Places): string[] {
  const words = piece.split(" ");
  if (words.length < FEWEST_WORDS) return texts.some((text) => text.includes(piece)) ? [piece] : [];
  let longest = { start: 0, length: 0 };
  /** How many words stand in a row up to each place of the word before. */
  let before = new Map<number, number>();
  words.forEach((word, i) => {
    const here = new Map<number, number>();
    for (const place of of.get(word) ?? []) {
      const startsEarlier = i > 0 && row[place - 1]?.endsWith(words[i - 1] as string);
      const length = (before.get(place - 1) ?? (startsEarlier ? 1 : 0)) + 1;
      here.set(place, length);
      const endsLater = i + 1 < words.length && row[place + 1]?.startsWith(words[i + 1] as string);
      const found = { start: i - length + 1, length: length + (endsLater ? 1 : 0) };
      const isFirst = found.length === longest.length && found.start < longest.start;
      if (found.length > longest.length || isFirst) longest = found;
    }
    before = here;
  });
  const run = words.slice(longest.start, longest.start + longest.length).join(" ");
  return longest.length < FEWEST_WORDS ? [] : [run];
}
