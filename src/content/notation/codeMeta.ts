/** What a block's info string says beside its language. */
export interface CodeMeta {
  /** What its head calls it: a file's name. */
  title: string | undefined;
  /** What its tab is called, in a group of blocks; elsewhere it is a title as well. */
  tab: string | undefined;
  /** Lines by their numbers, from 1: looked at, new, gone. */
  marked: ReadonlySet<number>;
  added: ReadonlySet<number>;
  removed: ReadonlySet<number>;
  /** Whether its lines are numbered. */
  numbered: boolean;
  /** It shows what people paste, and does not work. */
  fails: boolean;
  /** What says none of this. */
  unknown: readonly string[];
}

/** A recipe's region that shows what people paste, and does not work. */
const BROKEN = /#broken$|\/broken\.json$/;

/** How other generators spell it, too. */
const SPELLINGS = {
  title: ["title", "filename", "file"],
  marked: ["mark", "hl", "highlight"],
  added: ["add", "ins"],
  removed: ["del", "rem", "rm"],
  numbered: ["numbers", "showLineNumbers", "lineNumbers", "line-numbers", ":line-numbers", "linenums"],
} as const;

const PIECES = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|\{([\d,\s-]*)\})|\{([\d,\s-]+)\}|\[([^[\]]+)\]|(\S+)/g;

/**
 * Reads an info string: `title="server.js" {3,5-7} add={2} del={1} numbers`. A block that is filled from a recipe
 * is called as the recipe's file, where it has no title of its own.
 */
export function readCodeMeta(meta: string): CodeMeta {
  const [marked, added, removed] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const sets = { marked, added, removed };
  const unknown: string[] = [];
  let [title, tab, recipe]: (string | undefined)[] = [];
  let numbered = false;
  for (const [piece, name = "", double, single, lines, bare, label, word] of meta.matchAll(PIECES)) {
    const text = double ?? single;
    const set = kindsOfLines.find((kind) => (SPELLINGS[kind] as readonly string[]).includes(name));
    if (bare !== undefined) readLines(bare, marked);
    else if (label !== undefined) tab = label;
    else if (set && lines !== undefined) readLines(lines, sets[set]);
    else if (name === "recipe" && text !== undefined) recipe = text;
    else if ((SPELLINGS.title as readonly string[]).includes(name) && text !== undefined) title = text;
    else if ((SPELLINGS.numbered as readonly string[]).includes(word ?? "")) numbered = true;
    // Its text is shown as it comes out, too.
    else if (piece !== "example") unknown.push(piece);
  }
  const file = recipe === undefined ? undefined : /^(?:.*\/)?([^#/]+)(?:#.*)?$/.exec(recipe)?.[1];
  return { title: title ?? file, tab, ...sets, numbered, fails: BROKEN.test(recipe ?? ""), unknown };
}

const kindsOfLines = ["marked", "added", "removed"] as const;

/** More lines than this are in no block: a range beyond it is cut there. */
const LONGEST = 10_000;

function readLines(list: string, lines: Set<number>): void {
  for (const [, from = "", to = from] of list.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    for (let line = Number(from); line <= Math.min(Number(to), LONGEST); line++) lines.add(line);
  }
}

/**
 * An info string in its parts, where its language and the rest are not divided by a space, as in `js{1,3}` and
 * `ts:line-numbers`.
 */
export function divideInfo(language: string, meta: string): { language: string; meta: string } {
  const found = /^([\w+#-]+)([{:[].*)$/.exec(language);
  if (!found) return { language, meta };
  return { language: found[1] ?? "", meta: `${found[2]} ${meta}`.replace(/^(:[\w-]+)(?=[^\w\s-])/, "$1 ").trim() };
}

const NOTE = "[!code ";
/** How a comment begins, by the end of what stands before its note. */
const OPENING = /(?:\/\/|#|--|;|%|'|\/\*|<!--|\{\/\*)$/;
const WHOLE_NOTE = /^\[!code (\+\+|--|hl|highlight|focus|error|warning|mark)(?::(\d+))?\]\s*(?:\*\/\}?|-->)?\s*$/;

/**
 * Takes the comments out of a code that mark its lines, `// [!code ++]`, `[!code --]` and `[!code highlight]`. One that
 * is alone in its line is about the next.
 * @returns the code without them, what they say as an info string has it, and those that say nothing known
 */
export function readCodeNotes(code: string, language: string): { code: string; meta: string; unknown: string[] } {
  // Markdown shows how such a comment is written.
  if (!code.includes(NOTE) || /^mdx?$/.test(language)) return { code, meta: "", unknown: [] };
  const lines: string[] = [];
  const said: string[] = [];
  const unknown: string[] = [];
  for (const line of code.split("\n")) {
    const at = line.lastIndexOf(NOTE);
    const [, kind = "", count = "1"] = at < 0 ? [] : (WHOLE_NOTE.exec(line.slice(at)) ?? []);
    const before = line.slice(0, Math.max(0, at)).trimEnd();
    if (kind === "" || !OPENING.test(before)) {
      if (at >= 0) unknown.push(line.slice(at));
      lines.push(line);
      continue;
    }
    const rest = before.replace(OPENING, "").trimEnd();
    const first = lines.length + 1;
    if (rest !== "") lines.push(rest);
    const name = kind === "++" ? "add=" : kind === "--" ? "del=" : "";
    said.push(`${name}{${first}-${first + Number(count) - 1}}`);
  }
  return { code: lines.join("\n"), meta: said.join(" "), unknown };
}
