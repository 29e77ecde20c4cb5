import { type Skeleton, skeletonOf } from "./skeleton.ts";

/** A message's template, made ready to be looked for in a skeleton. */
export interface Wording {
  /** What stands before, between and after its values. */
  literals: readonly string[];
  /** The values' names, one fewer than literals. */
  names: readonly string[];
  /** The literal that is looked for first: the longest. */
  anchor: number;
}

/** Where a wording stands in a text. */
export interface Found {
  /** In the skeleton. */
  start: number;
  end: number;
  values: Readonly<Record<string, string>>;
}

/** Longest value that is looked for, in letters: URLs are long, names of methods and headers are not. */
const LONGEST: Readonly<Record<string, number>> = { url: 4000, to: 4000, value: 2000, origin: 300 };
const LONGEST_NAME = 100;
/** A paste that repeats a line more often than so says nothing new. */
const MOST = 300;

/** @param template values stand between braces; what names a language's word for "reason" need not be there
 * @param first whether the first literal is looked for first: where one in between is too short to be told from a value */
export function wordingOf(template: string, first = false): Wording {
  const parts = template.replace(/^[(（](?:Reason|理由|原因)[:：]\s?/, "").split(/\{(\w+)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0).map((literal) => skeletonOf(literal).text);
  const names = parts.filter((_, index) => index % 2 === 1);
  const lengths = literals.map(({ length }) => length);
  return { literals, names, anchor: first ? 0 : lengths.indexOf(Math.max(...lengths)) };
}

/** All places where a wording stands. */
export function findAll(wording: Wording, skeleton: Skeleton): Found[] {
  const found: Found[] = [];
  const anchor = wording.literals[wording.anchor] ?? "";
  let at = skeleton.text.indexOf(anchor);
  while (at >= 0 && found.length < MOST) {
    const here = placed(wording, skeleton, at);
    if (here) found.push(here);
    at = skeleton.text.indexOf(anchor, at + anchor.length);
  }
  return found;
}

/** The rest of a wording around its anchor. */
function placed({ literals, names, anchor }: Wording, skeleton: Skeleton, at: number): Found | null {
  const places: { start: number; end: number }[] = [];
  let start = at;
  places[anchor] = { start, end: at + (literals[anchor]?.length ?? 0) };
  for (let index = anchor - 1; index >= 0; index--) {
    const literal = literals[index] ?? "";
    const earliest = Math.max(0, start - longest(names[index]) - literal.length);
    const offset = before(literal, skeleton, earliest, start, names[index]);
    if (offset < 0) return null;
    start = offset;
    places[index] = { start, end: start + literal.length };
  }
  let end = places[anchor].end;
  for (let index = anchor + 1; index < literals.length; index++) {
    const literal = literals[index] ?? "";
    const offset =
      literal === ""
        ? lineEnd(skeleton, end, longest(names[index - 1]), names[index - 1] ?? "") - end
        : skeleton.text.slice(end, end + longest(names[index - 1]) + literal.length).indexOf(literal);
    if (offset < 0) return null;
    places[index] = { start: end + offset, end: end + offset + literal.length };
    end = places[index]?.end ?? end;
  }
  const values = Object.fromEntries(
    names.map((name, index) => {
      const raw = rawBetween(skeleton, places[index]?.end ?? 0, places[index + 1]?.start ?? 0);
      return [name, name === "value" || name === "header" ? quoted(raw, literals[index + 1] === "") : plain(raw)];
    }),
  );
  return { start, end, values };
}

/**
 * Where a literal stands that a value follows: the nearest place, unless the literal is part of the
 * value (`header ‘access-control-allow-headers’`): a name is one word, and the farthest place counts
 * from which it still is one.
 */
function before(literal: string, skeleton: Skeleton, earliest: number, end: number, name = ""): number {
  const window = skeleton.text.slice(earliest, end);
  let found = window.lastIndexOf(literal);
  if (name !== "header" && name !== "method") return found < 0 ? -1 : earliest + found;
  for (let at = found; at >= 0; at = at === 0 ? -1 : window.lastIndexOf(literal, at - 1)) {
    if (!/^[\w!#$%&*+.^|~-]*$/.test(between(skeleton, earliest + at + literal.length, end))) break;
    found = at;
  }
  return found < 0 ? -1 : earliest + found;
}

function longest(name = ""): number {
  return LONGEST[name] ?? LONGEST_NAME;
}

/** The end, in the skeleton, of the original's line; of a URL that of its word. */
function lineEnd({ from, to, text, original }: Skeleton, start: number, most: number, name: string): number {
  const begin = to[start - 1] ?? 0;
  const stop =
    name === "url" ? endOfWord(original, begin) : (endOfQuote(original, begin) ?? endOfLine(original, begin));
  let end = start;
  while (end < text.length && end < start + most && (from[end] ?? 0) < stop) end += 1;
  return end;
}

/** A string of JSON writes an end of line in letters. */
function endOfLine(original: string, start: number): number {
  // Where the line was wrapped right here, the next one.
  const wrapped = /^[ \t:：]*\r?\n?/.exec(original.slice(start, start + 100))?.[0].length ?? 0;
  const offset = original.slice(start + wrapped, start + 5000).search(/\n|\\n/);
  return start + wrapped + (offset < 0 ? 5000 : offset);
}

/** Where a value's quotes close, on whatever line; undefined where it has none. */
function endOfQuote(original: string, start: number): number | undefined {
  const text = original.slice(start, start + 2500);
  const before = /^[\s\u200b:：*]{0,8}/.exec(text)?.[0].length ?? 0;
  const kind = quotes.find((each) => text.length > before && each.includes(text.charAt(before)));
  if (!kind) return undefined;
  for (let at = before + 1; at < text.length; at++) if (kind.includes(text.charAt(at))) return start + at;
  return undefined;
}

/** A word begins behind quotes and spaces. */
function endOfWord(original: string, start: number): number {
  const [word = ""] =
    /^[\s\u200b'"`‘“「<([]{0,8}[^\s'"‘’“”「」<>]{0,4000}/.exec(original.slice(start, start + 5000)) ?? [];
  return start + word.length;
}

function between(skeleton: Skeleton, start: number, end: number): string {
  return plain(rawBetween(skeleton, start, end));
}

/** What stands between two places of a skeleton in the original. */
function rawBetween({ original, from, to, text }: Skeleton, start: number, end: number): string {
  const first = start > 0 ? (to[start - 1] ?? 0) : 0;
  const last = end < text.length ? (from[end] ?? original.length) : original.length;
  return original.slice(first, Math.min(last, first + 10_000));
}

/** Quotes of one kind: texts lose which opens and which closes. */
const quotes = ["'‘’`´", '"“”', "「」"];
const PLACE_IN_FILE = /\s+[\w.?/-]+:\d+(?::\d+)?$/;

/** A value without the quotes that the message puts around it: it may have some of its own. */
function quoted(raw: string, isLast: boolean): string {
  const text = unwrapped(raw).replace(/^(?:\*\*)?\s+/, "");
  const kind = quotes.find((each) => text !== "" && each.includes(text.charAt(0)));
  if (!kind) return plain(raw).replace(PLACE_IN_FILE, "");
  const places = [...text].flatMap((letter, index) => (index > 0 && kind.includes(letter) ? [index] : []));
  const end = isLast ? places[0] : places.at(-1);
  return end === undefined ? plain(raw) : text.slice(1, end);
}

const QUOTES = /^(?:\*\*|[\s'"`‘’“”「」『』´＇＂<>({[:：,，])+|(?:\*\*|[\s'"`‘’“”「」『』´＇＂<>)}\][:：,，.。])+$/g;

/** A value as it was before a chat or a log wrote it in its own way. */
export function plain(value: string): string {
  return unwrapped(value).replace(QUOTES, "").trim();
}

function unwrapped(value: string): string {
  return value
    .replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?>/gi, "")
    .replace(/&amp;/g, "&")
    .replace(/&(?:#34|quot);/gi, '"')
    .replace(/&(?:#39|#x27|apos|lsquo|rsquo|#8216|#8217|lt|gt);/gi, "'")
    .replace(/\\u0026/g, "&")
    .replace(/\\(["'])/g, "$1")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/\u00a0/g, " ")
    .split(/\r?\n|\\n/)
    .map((line) => line.trim())
    .join("");
}
