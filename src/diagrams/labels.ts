import { breakLines } from "../typesetting/lines.ts";
import type { Measure } from "./boxes.ts";
import type { Cascade } from "./cascade.ts";

/** Words that are set alike. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A label as it is set. */
export interface Label {
  lines: readonly (readonly Run[])[];
  /** Of its letters, in pixels. */
  size: number;
  width: number;
  height: number;
}

/** Of the size of letters: how far lines are apart. */
export const LEADING = 1.5;

/** Sets a label that a drawing has as HTML: in the lines that it was written in, or in as many as its width wants. */
export function setLabel(box: HTMLElement, cascade: Cascade, measure: Measure): Label {
  const size = sizeOf(box, cascade);
  const styled = charactersOf(box, cascade);
  const widthOf = (line: readonly Character[]) =>
    runsOf(line).reduce((sum, { text, bold }) => sum + measure(text, { size, bold }), 0);
  const isWrapped = /^(?:break-spaces|normal|pre-wrap)$/.test(box.style.whiteSpace);
  const [most, least] = [pixels(box.style.maxWidth), isWrapped ? undefined : pixels(box.style.width)];
  const lines = isWrapped && most ? styled.flatMap((line) => wrap(line, most, widthOf)) : styled;
  const natural = Math.max(0, ...lines.map(widthOf));
  const width = isWrapped || !most ? natural : Math.min(natural, most);
  return {
    lines: lines.map(runsOf),
    size,
    width: Math.max(width, least ?? 0),
    height: lines.length * size * LEADING,
  };
}

interface Character extends Omit<Run, "text"> {
  character: string;
}

/** The characters of each line. */
function charactersOf(box: HTMLElement, cascade: Cascade): Character[][] {
  const lines: Character[][] = [[]];
  const visit = (element: Element) => {
    const isBlock = element.localName === "p" || element.localName === "li";
    if (isBlock && (lines.at(-1)?.length ?? 0) > 0) lines.push([]);
    const bold =
      /^(?:bold|[6-9]00)/.test(cascade.inherited(element, "font-weight") ?? "") || !!element.closest("strong,b");
    const italic = /italic/.test(cascade.inherited(element, "font-style") ?? "") || !!element.closest("em,i");
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const text = (node.nodeValue ?? "").replace(/[\t\n\r ]+/g, " ");
        lines.at(-1)?.push(...[...text].map((character) => ({ character, bold, italic })));
      } else if ((node as Element).localName === "br") lines.push([]);
      else if (node.nodeType === 1) visit(node as Element);
    }
  };
  visit(box);
  return lines.map(trim);
}

function trim(line: readonly Character[]): Character[] {
  const isSpace = ({ character }: Character) => character === " ";
  const start = line.findIndex((each) => !isSpace(each));
  return start < 0 ? [] : line.slice(start, line.findLastIndex((each) => !isSpace(each)) + 1);
}

function runsOf(line: readonly Character[]): Run[] {
  const runs: Run[] = [];
  for (const { character, bold, italic } of line) {
    const last = runs.at(-1);
    if (last && last.bold === bold && last.italic === italic) last.text += character;
    else runs.push({ text: character, bold, italic });
  }
  return runs;
}

const words = new Intl.Segmenter("ja", { granularity: "word" });
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ～〜]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** As few lines as a width wants, all about as long. What cannot be broken may be longer. */
function wrap(
  line: readonly Character[],
  most: number,
  widthOf: (line: readonly Character[]) => number,
): Character[][] {
  const text = line.map(({ character }) => character).join("");
  const pieces = piecesOf(text);
  // A piece is measured as it is set where it first stands: the same word is bold in one place and not in another.
  const width = (part: string) => {
    const at = text.indexOf(part);
    const start = [...text.slice(0, at)].length;
    return widthOf(line.slice(start, start + [...part].length));
  };
  const longest = Math.max(...pieces.map((piece) => width(piece.trim())));
  const broken = breakLines(pieces, { lines: Number.POSITIVE_INFINITY, width: Math.max(most, longest + 0.5) }, width);
  let at = 0;
  return (broken ?? [text]).map((part) => {
    const start = text.indexOf(part, at);
    at = start + part.length;
    const first = [...text.slice(0, start)].length;
    return line.slice(first, first + [...part].length);
  });
}

/** What is kept whole where lines are broken: words, in Chinese and Japanese, too, with the marks beside them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1);
    const isLatin = last !== undefined && /[\x21-\x7e]$/.test(last) && /^[\x21-\x7e]/.test(segment);
    if (last !== undefined && (segment === " " || isLatin || CLOSING.test(segment) || OPENING.test(last)))
      pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

function sizeOf(element: Element, cascade: Cascade): number {
  return Number.parseFloat(cascade.inherited(element, "font-size") ?? "") || 16;
}

function pixels(value: string): number | undefined {
  const number = Number.parseFloat(value);
  return Number.isNaN(number) ? undefined : number;
}
