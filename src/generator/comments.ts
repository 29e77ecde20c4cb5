import { commentPattern } from "./commentSyntax.ts";

/** A comment in a text. Several that follow each other, each alone in its line, are one. */
export interface Comment {
  /** Its words in one line, without marks. */
  text: string;
  /** Where it begins, with its first mark, and where it ends. */
  start: number;
  end: number;
  /** The line on which it begins, 1-based. */
  line: number;
  /** What stands before it in its line. */
  before: string;
  /** What begins it, and what ends one that may go over lines. */
  mark: string;
  close: string;
}

const REGION = /^\s*#(?:end)?region\b/;

/**
 * Finds the comments of a text that have words in them; the marks of regions are none.
 * @param name of the text's language, or of its file: where it is not known how comments are written there are none
 */
export function findComments(text: string, name: string): Comment[] {
  const comments: Comment[] = [];
  for (const each of rawComments(text, name)) {
    const last = comments.at(-1);
    if (last && continues(last, each, text)) {
      last.text = `${last.text} ${each.text}`.trim();
      last.end = each.end;
    } else comments.push(each);
  }
  return comments.filter(({ text: words }) => /\p{L}/u.test(words) && !REGION.test(words));
}

/** A text without its comments. */
export function removeComments(text: string, name: string): string {
  let at = 0;
  let rest = "";
  for (const { start, end } of rawComments(text, name)) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

function rawComments(text: string, name: string): Comment[] {
  const pattern = commentPattern(name);
  if (!pattern) return [];
  let line = 1;
  let at = 0;
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, index: start, groups = {} }): Comment[] => {
    const mark = groups.open ?? groups.mark;
    if (mark === undefined) return [];
    line += text.slice(at, start).split("\n").length - 1;
    at = start;
    return [
      {
        text: wordsIn(groups.inside ?? groups.text ?? ""),
        start,
        end: start + whole.trimEnd().length,
        line,
        before: text.slice(text.lastIndexOf("\n", start - 1) + 1, start),
        mark,
        close: groups.close ?? "",
      },
    ];
  });
}

/** Lines as one, without the stars that stand before each. */
function wordsIn(inside: string): string {
  return inside
    .split("\n")
    .map((line) => line.replace(/^\s*\*+(?=\s|$)/, "").trim())
    .filter((line) => line !== "")
    .join(" ");
}

function continues(last: Comment, next: Comment, text: string): boolean {
  return (
    last.close === "" &&
    next.close === "" &&
    last.mark === next.mark &&
    last.before === next.before &&
    last.before.trim() === "" &&
    !REGION.test(last.text) &&
    !REGION.test(next.text) &&
    text.slice(last.end, next.start).trim() === "" &&
    text.slice(last.end, next.start).split("\n").length === 2
  );
}
