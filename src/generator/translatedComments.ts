import { type Comment, findComments } from "./comments.ts";
import type { ShownText } from "./shown.ts";
import { columnsOf, wrapText } from "./wrapText.ts";

/** What a block of code has room for on a page at its widest, in columns. */
export const ROOM = 80;

/** What comments say in a language, by their English words. */
export interface CommentWords {
  language: string;
  translations: Readonly<Record<string, string>>;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A text with its comments in a reader's language, and none of their lines wider than its block; nothing else of it
 * changes. What has no translation stays in English.
 * @param file the name of the text's file
 */
export function translateComments(text: string, file: string, words: CommentWords): string {
  return apply(text, editsOf(text, file, words));
}

/**
 * The same of a text with slots.
 * @throws where a slot is in a comment
 */
export function translateShown({ text, placed }: ShownText, file: string, words: CommentWords): ShownText {
  const edits = editsOf(text, file, words);
  for (const edit of edits) {
    const slot = placed.find(({ start, end }) => start < edit.end && edit.start < end);
    if (slot)
      throw new Error(
        `The slot for ${slot.slot.value}, "${slot.slot.text}", is also in the comment "${text.slice(edit.start, edit.end)}".`,
      );
  }
  const moved = (at: number) =>
    edits.reduce((sum, { start, end, text: own }) => (end <= at ? sum + own.length - (end - start) : sum), at);
  return {
    text: apply(text, edits),
    placed: placed.map((slot) => ({ ...slot, start: moved(slot.start), end: moved(slot.end) })),
  };
}

function apply(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const pieces = edits.map((edit) => {
    const before = text.slice(at, edit.start);
    at = edit.end;
    return before + edit.text;
  });
  return pieces.join("") + text.slice(at);
}

function editsOf(text: string, file: string, { language, translations }: CommentWords): Edit[] {
  return findComments(text, file).flatMap((comment) => {
    const { start, end } = comment;
    const own = translations[comment.text];
    const widest = Math.max(...(comment.before + text.slice(start, end)).split("\n").map(columnsOf));
    // As its author has broken it, where that is not too wide.
    if (own === undefined && widest <= ROOM) return [];
    return [{ start, end, text: write(comment, own ?? comment.text, language) }];
  });
}

/** A comment as it is written with other words. */
function write({ before, mark, close }: Comment, words: string, language: string): string {
  const single = `${mark} ${words}${close && ` ${close}`}`;
  // Behind code there is one line only.
  if (before.trim() !== "" || columnsOf(before + single) <= ROOM) return single;
  const room = ROOM - columnsOf(before);
  if (close === "") {
    const lines = wrapText(words, room - mark.length - 1, language);
    return lines.map((line) => `${mark} ${line}`).join(`\n${before}`);
  }
  if (mark.startsWith("/*")) {
    const lines = wrapText(words, room - " * ".length, language);
    return [mark, ...lines.map((line) => ` * ${line}`), ` ${close}`].join(`\n${before}`);
  }
  const lines = wrapText(words, room - mark.length - 2 - close.length, language);
  return `${mark} ${lines.join(`\n${before}${" ".repeat(mark.length + 1)}`)} ${close}`;
}
