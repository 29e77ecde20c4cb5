import { maskedText } from "./secretWords.ts";
import type { Piece } from "./types.ts";

/** What was read in the input, as a reader is shown it. */
export interface ShownPiece extends Omit<Piece, "from" | "to"> {
  /** Its first line and its last one, from 1. */
  lines: readonly [first: number, last: number];
  /** What a console, a panel or a server printed, without secrets. Of an exchange it is left out: a header may hold anything. */
  text?: string;
}

/** No more of a piece is shown. */
const LONGEST = 300;

/** The pieces in the order of the input; what stands in one line, or in one below the other, is one. */
export function shownPieces(input: string, read: readonly Piece[]): ShownPiece[] {
  const lineOf = lineCounter(input);
  return merged(read, input).map(({ from, to, ...piece }) => ({
    ...piece,
    lines: [lineOf(from), lineOf(Math.max(from, to - 1))],
    ...(isPrinted(piece) && { text: maskedText(input.slice(from, Math.min(to, from + LONGEST))).trim() }),
  }));
}

function isPrinted({ kind }: Pick<Piece, "kind">): boolean {
  return kind === "console" || kind === "network-line" || kind === "server-line" || kind === "panel-words";
}

/** An engine's words about one thing are found piece by piece: where it says that it blocks, and where it says why. */
function merged(read: readonly Piece[], input: string): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of read.toSorted((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    const isSame = last?.kind === piece.kind && last.engine === piece.engine && last.language === piece.language;
    if (last && isSame && isPrinted(piece) && !/\n[^\n]*\n/.test(input.slice(last.to, piece.from))) {
      last.to = Math.max(last.to, piece.to);
    } else pieces.push({ ...piece });
  }
  return pieces;
}

/** @returns which line a place is in; places must be asked for in order, so that the input is gone through once */
function lineCounter(input: string): (place: number) => number {
  let line = 1;
  let next = input.indexOf("\n");
  return (place) => {
    while (next >= 0 && next < place) {
      line++;
      next = input.indexOf("\n", next + 1);
    }
    return line;
  };
}
