/** What a block's info string says beside its language. */
export interface CodeMeta {
  /** What its head calls it: a file's name. */
  title: string | undefined;
  /** Lines by their numbers, from 1: looked at, new, gone. */
  marked: ReadonlySet<number>;
  added: ReadonlySet<number>;
  removed: ReadonlySet<number>;
  /** Whether its lines are numbered. */
  numbered: boolean;
  /** It shows what people paste, and does not work. */
  fails: boolean;
}

/** A recipe's region that shows what people paste, and does not work. */
const BROKEN = /\brecipe="[^"]*(?:#broken|\/broken\.json)"/;

/**
 * Reads an info string: `title="server.js" {3,5-7} add={2} del={1} numbers`. A block that is filled from a recipe
 * is called as the recipe's file, where it has no title of its own.
 */
export function readCodeMeta(meta: string): CodeMeta {
  const title = /\btitle="([^"]*)"/.exec(meta)?.[1];
  const file = /\brecipe="(?:[^"#]*\/)?([^"#/]+)(?:#[^"]*)?"/.exec(meta)?.[1];
  return {
    title: title ?? file,
    marked: readLines(/(?:^|\s)\{([\d,\s-]+)\}/.exec(meta)?.[1]),
    added: readLines(/\badd=\{([\d,\s-]+)\}/.exec(meta)?.[1]),
    removed: readLines(/\bdel=\{([\d,\s-]+)\}/.exec(meta)?.[1]),
    numbered: /(?:^|\s)numbers(?:\s|$)/.test(meta),
    fails: BROKEN.test(meta),
  };
}

/** More lines than this are in no block: a range beyond it is cut there. */
const LONGEST = 10_000;

function readLines(list = ""): Set<number> {
  const lines = new Set<number>();
  for (const [, from = "", to = from] of list.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    for (let line = Number(from); line <= Math.min(Number(to), LONGEST); line++) lines.add(line);
  }
  return lines;
}
