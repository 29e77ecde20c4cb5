import { eastAsianWidth } from "get-east-asian-width";

const CJK = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]+|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]+|\s+/g;
/** Does not begin a line: closing marks, what lengthens a sound, and particles, which belong to the word before. */
const NO_START = /^[、。，．：；？！）」』】〉》〕｝…ー々ぁぃぅぇぉっゃゅょ\p{Pe}\p{Pf}!?,.:;]|^[\u3041-\u3096]$/u;
/** Does not end a line. */
const NO_END = /[（「『【〈《〔｛\p{Ps}\p{Pi}]$/u;

/** How many columns of a fixed width a text takes. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) as number), 0);
}

/**
 * Breaks a text into lines between its words, of which Chinese and Japanese are not parted by spaces.
 * @param columns how many a line may take; a word that is longer has one of its own
 */
export function wrapText(text: string, columns: number, language: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, language)) {
    if (line !== "" && columnsOf((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** The parts between which a line may end, with the spaces around them. */
function piecesOf(text: string, language: string): string[] {
  const words = new Intl.Segmenter(language, { granularity: "word" });
  const parts = (text.match(CJK) ?? []).flatMap((run) =>
    /^[\u2e80-\uffef]/.test(run) ? [...words.segment(run)].map(({ segment }) => segment) : [run],
  );
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && (NO_START.test(part) || NO_END.test(last) || part.trim() === ""))
      pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}
