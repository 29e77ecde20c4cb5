/** The words of a command, and where it ends. */
export interface Words {
  words: string[];
  to: number;
}

/** A shell's end of a command, outside quotes. */
const ENDS = new Set(["\n", "|", ";", "&", "<", ">"]);
/** An option at the beginning of a line goes on with the command, though no backslash says so. */
const OPTION_BELOW = /^\n[ \t]*--?[A-Za-z][\w-]*[ =]/;
const CURLY: Readonly<Record<string, RegExp>> = { "‘": /[‘’]/, "’": /[‘’]/, "“": /[“”]/, "”": /[“”]/ };
const QUOTED_LENGTH = 10_000;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\u0007", b: "\b", f: "\f", v: "\v" };

/**
 * The words of a command as bash, zsh and their like read it: `'…'`, `"…"`, `$'…'`, a backslash before
 * a line's end. Variables stay as they are written.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function shellWords(text: string, from: number): Words {
  const words: string[] = [];
  let word: string | null = null;
  let at = from;
  const end = () => {
    if (word !== null) words.push(word);
    word = null;
  };
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "\\") {
      const next = text[at + 1] ?? "";
      if (next === "\n") at += 2;
      else if (next === "\r" && text[at + 2] === "\n") at += 3;
      // A chat may put a space behind the backslash.
      else if (/^[ \t]+\r?\n/.test(text.slice(at + 1, at + 12))) at = text.indexOf("\n", at) + 1;
      else {
        word = (word ?? "") + next;
        at += 2;
      }
    } else if (char === "'" || (char === "$" && text[at + 1] === "'")) {
      const isAnsi = char === "$";
      const quoted: [string, number] = isAnsi ? ansiQuoted(text, at + 2) : singleQuoted(text, at + 1);
      word = (word ?? "") + quoted[0];
      at = quoted[1];
    } else if (CURLY[char]) {
      // What a chat made of straight quotes.
      const close = text.slice(at + 1, at + 1 + QUOTED_LENGTH).search(CURLY[char]);
      const to = close === -1 ? at + 1 : at + 1 + close;
      word = (word ?? "") + text.slice(at + 1, to);
      at = to + 1;
    } else if (char === '"') {
      const [quoted, to] = doubleQuoted(text, at + 1);
      word = (word ?? "") + quoted;
      at = to;
    } else if (char === " " || char === "\t" || char === "\r") {
      end();
      at++;
    } else if (char === "\n" && OPTION_BELOW.test(text.slice(at, at + 40))) {
      end();
      at++;
    } else if (ENDS.has(char)) {
      // `2>&1` and `> file` are the shell's, and what follows is no word of the command's.
      break;
    } else {
      word = (word ?? "") + char;
      at++;
    }
  }
  end();
  return { words, to: Math.min(at, text.length) };
}

function singleQuoted(text: string, from: number): [string, number] {
  const close = text.indexOf("'", from);
  const to = close === -1 ? text.length : close;
  return [text.slice(from, to), to + 1];
}

function doubleQuoted(text: string, from: number): [string, number] {
  const parts: string[] = [];
  let at = from;
  let start = from;
  while (at < text.length && text[at] !== '"') {
    if (text[at] !== "\\") {
      at++;
      continue;
    }
    parts.push(text.slice(start, at));
    const next = text[at + 1] ?? "";
    if (next !== "\n") parts.push('"\\$`'.includes(next) ? next : `\\${next}`);
    at += 2;
    start = at;
  }
  parts.push(text.slice(start, at));
  return [parts.join(""), at + 1];
}

function ansiQuoted(text: string, from: number): [string, number] {
  const parts: string[] = [];
  let at = from;
  let start = from;
  while (at < text.length && text[at] !== "'") {
    if (text[at] !== "\\") {
      at++;
      continue;
    }
    parts.push(text.slice(start, at));
    const code = /^(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|([0-7]{1,3}))/i.exec(text.slice(at + 1, at + 10));
    if (code) {
      const [all, byte, short, long, octal] = code;
      const point = octal ? Number.parseInt(octal, 8) : Number.parseInt(byte ?? short ?? long ?? "", 16);
      parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd");
      at += 1 + all.length;
    } else {
      const next = text[at + 1] ?? "";
      parts.push(ESCAPED[next] ?? next);
      at += 2;
    }
    start = at;
  }
  parts.push(text.slice(start, at));
  return [parts.join(""), at + 1];
}

/**
 * The words of a command as Windows' cmd and the C runtime read it: `^` before a character, `"…"` with
 * `\"` and `""` in it; a `^` at a line's end goes on, with an empty line behind it it is a line feed.
 */
export function cmdWords(text: string, from: number): Words {
  const words: string[] = [];
  let parts: string[] | null = null;
  let isQuoted = false;
  let at = from;
  const end = () => {
    if (parts) words.push(parts.join(""));
    parts = null;
  };
  const add = (char: string) => {
    parts ??= [];
    parts.push(char);
  };
  while (at < text.length) {
    let char = text[at] ?? "";
    let isEscaped = false;
    if (char === "^") {
      const feed = /^\r?\n/.exec(text.slice(at + 1, at + 3))?.[0];
      if (feed !== undefined) {
        at += 1 + feed.length;
        const second = /^\r?\n/.exec(text.slice(at, at + 2))?.[0];
        if (second === undefined) continue;
        add("\n");
        at += second.length;
        continue;
      }
      at++;
      char = text[at] ?? "";
      isEscaped = true;
    }
    if (char === "\\" && /^\^?"/.test(text.slice(at + 1, at + 3))) {
      add('"');
      at = text.indexOf('"', at) + 1;
    } else if (char === "\\" && text[at + 1] === "\\" && isQuoted && /^\\*\^?"/.test(text.slice(at + 2, at + 5))) {
      add("\\");
      at += 2;
    } else if (char === '"') {
      const next = /^\^?"/.exec(text.slice(at + 1, at + 3))?.[0];
      if (isQuoted && next !== undefined) {
        add('"');
        at += 1 + next.length;
      } else {
        isQuoted = !isQuoted;
        parts ??= [];
        at++;
      }
    } else if (!isQuoted && !isEscaped && (char === " " || char === "\t" || char === "\r")) {
      end();
      at++;
    } else if (!isEscaped && (char === "\n" ? !isQuoted : !isQuoted && (char === "&" || char === "|"))) {
      break;
    } else {
      add(char);
      at++;
    }
  }
  end();
  return { words, to: Math.min(at, text.length) };
}
