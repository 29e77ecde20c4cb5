import { CODE, type Prose } from "../../src/content/prose.ts";

/** Words of one file, each piece in a line of its own, as linters and spell checkers read them. */
export interface Lines {
  file: string;
  text: string;
  pieces: readonly Prose[];
}

/** The words of one language, by files. @param code what stands in the place of a character of code */
export function linesByFile(prose: readonly Prose[], language: Prose["language"], code: string): Lines[] {
  const byFile = Map.groupBy(
    prose.filter((piece) => piece.language === language),
    ({ file }) => file,
  );
  return [...byFile].map(([file, pieces]) => ({
    file,
    pieces,
    text: pieces.map(({ text }) => text.replaceAll("\n", " ").replaceAll(CODE, code)).join("\n\n"),
  }));
}

/** The piece in which something was found, and where in it. @param found where in the joined text */
export function pieceAt({ text, pieces }: Lines, found: number): { piece: Prose | undefined; offset: number } {
  const before = text.slice(0, found).split("\n\n");
  return { piece: pieces[before.length - 1], offset: before.at(-1)?.length ?? 0 };
}

/** The line in the file of what was found. @param found where in the joined text */
export function lineOfFound(lines: Lines, found: number): number {
  const { piece, offset } = pieceAt(lines, found);
  return piece?.lineAt(offset) ?? 1;
}
