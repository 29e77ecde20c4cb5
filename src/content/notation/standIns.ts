/**
 * Marks that the engine would read otherwise than they are meant, or not at all. Before it reads a text, characters
 * that no author writes are put in their place, one for each, so that nothing moves; afterwards they become what is
 * meant, or what stood there.
 */

/** Half of `==`. Punctuation to the engine, as what it stands for. */
export const HIGHLIGHT = "\u2e4d";
/** `{`, `|` and `}` of a ruby. Letters to the engine, so that emphasis ends beside them as beside their words. */
export const RUBY = { open: "\u206c", bar: "\u206d", close: "\u206e" } as const;
/** A `$` that begins and ends no formula. */
export const DOLLAR = "\u2e4c";
/** A `:` that begins no directive. */
const COLON = "\u2e4b";

const MEANT: Readonly<Record<string, string>> = {
  [HIGHLIGHT]: "=",
  [RUBY.open]: "{",
  [RUBY.bar]: "|",
  [RUBY.close]: "}",
  [DOLLAR]: "$",
  [COLON]: ":",
};
const ANY = new RegExp(`[${Object.keys(MEANT).join("")}]`, "g");
/** What takes no room beside a character: what stands for the marks of a ruby or of `==`. */
export const NO_ROOM = `[${HIGHLIGHT}${Object.values(RUBY).join("")}]`;

/** Beside a space on its inner side it is text, as in `a == b`; alone in its line it is a heading's. */
const HIGHLIGHTS = /(?<![=\\])==(?=[^=\s])|(?<=[^=\\\s!<>])==(?!=)/g;
const RUBIES = /(?<!\\)\{([^{}|\n\\`]+)\|([^{}\n\\`]+)\}/g;
/**
 * What the engine would take for a directive in a line, which it reads in time that grows with their number's square.
 * Addresses and tags keep their colons: links are looked for in the text, and attributes have names.
 */
const DIRECTIVES =
  /(?:\]\(|\]:[ \t]*|\bhttps?:\/\/|\bmailto:|\bwww\.)[^\s)]*|<[a-z][\w+.-]{1,31}:[^\s<>]*>|<[a-z][\w-]*\s(?:[^<>"']|"[^"]*"|'[^']*')*>|(?<![:\\]):(?=[\p{L}\p{N}])/giu;

/** A text as the engine is to read it. It is as long as before. */
export function withStandIns(markdown: string): string {
  return markdown
    .replace(RUBIES, (whole, base: string, reading: string) =>
      isRuby(base, reading) ? RUBY.open + base + RUBY.bar + reading.replaceAll("|", RUBY.bar) + RUBY.close : whole,
    )
    .replace(HIGHLIGHTS, HIGHLIGHT.repeat(2))
    .replace(DIRECTIVES, (found) => (found === ":" ? COLON : found))
    .replace(/^.*\$.*$/gm, withoutLooseDollars);
}

/** A text as its author wrote it. */
export function withoutStandIns(text: string): string {
  return text.replace(ANY, (standIn) => MEANT[standIn] ?? "");
}

/** Han with how it is read, or any word with how it is said in kana or in Zhuyin. */
function isRuby(base: string, reading: string): boolean {
  return (
    /\p{Script=Han}/u.test(base) ||
    /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー|ˊˇˋ˙\s]+$/u.test(reading)
  );
}

/** Code in a line. */
const CODE = /(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)/g;
/** No space on its inner sides, no letter or digit on its outer ones: `$5`, `US$6` and `$HOME:$PATH` are none. */
const FORMULA = /(?<![\\$\w])(\$\$?)(?![\s$])[^$\n]*(?<![\s\\$])\1(?![\w$])/g;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?\$\$\s*$/;

function withoutLooseDollars(line: string): string {
  if (FENCE.test(line)) return line;
  const words = line.replace(CODE, (code) => " ".repeat(code.length));
  const formulas = [...words.matchAll(FORMULA)];
  let next = 0;
  return line.replace(/(\\?)\$/g, (dollar, backslash: string, at: number) => {
    while (formulas[next] && at >= endOf(formulas[next])) next++;
    const formula = formulas[next];
    return backslash !== "" || (formula && at >= formula.index) ? dollar : DOLLAR;
  });
}

function endOf(found: RegExpExecArray | undefined): number {
  return found ? found.index + found[0].length : 0;
}
