/** What the search index needs to know of the HTML of built pages, which is valid: a test sees to that. */
import { cut, type Words } from "../../search/cut.ts";
import { CODE_ID } from "../../search/excerpt.ts";

/** A tag; the value of an attribute may hold `>`. */
const TAG = /(<(?:"[^"]*"|'[^']*'|[^"'>])*>)/;
/** What holds no text for readers. */
const NO_TEXT = /<(script|style|svg|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** The text of a piece of HTML, with a space for each tag that stands between two of its lines. */
export function textOf(html: string): string {
  const text = html
    .replace(NO_TEXT, " ")
    .replace(/<\/?(?:a|b|code|em|i|span|strong|mark|wbr)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/g, "")
    .split(TAG)
    .filter((_, index) => index % 2 === 0)
    .join(" ");
  return decode(text).replace(/\s+/g, " ").trim();
}

/** Code and what browsers print. */
const CODE = /<pre\b[\s\S]*?<\/pre>/g;
/**
 * How much parts of a page count, in Pagefind's weights, where 1 is a word of its text. Titles have 7 by Pagefind's
 * own rule, section titles 6 and less.
 */
const WEIGHT = {
  // What a page is about, in one sentence.
  lead: 3,
  // Code has every word of its language, and comments that are about something else.
  code: 0.4,
};

/**
 * A page's HTML for the index: its CJK cut into words, its parts weighted. Of its code the words stand at the end,
 * each once: with their places they would be half of the index, and nobody looks for the second `const`.
 */
export function forIndex(html: string, words: Words): string {
  const page = titleFirst(takeOut(html.replace(NO_TEXT, ""), /<(\w+)\b[^>]*\bdata-pagefind-ignore\b/).rest);
  const code = new Set(page.match(CODE)?.flatMap((block) => textOf(block).split(" ")));
  const weighted = page
    .replace(CODE, " ")
    .replace(/<p class="lead"/g, `$& data-pagefind-weight="${WEIGHT.lead}"`)
    .replace(
      /<\/(?:article|body)>/,
      `<p id="${CODE_ID}" data-pagefind-weight="${WEIGHT.code}">${encode([...code].join(" "))}</p>$&`,
    );
  if (words.size === 0) return weighted;
  return weighted
    .split(TAG)
    .map((part, index) => (index % 2 === 1 || !/[^\0-\u02ff]/.test(part) ? part : ` ${cut(part, words).join(" ")} `))
    .join("");
}

/** Puts what stands above a page's title at its end: excerpts leave out a text's first words, which are the title's. */
function titleFirst(page: string): string {
  const [whole = "", body = "", above = ""] =
    /(<[^>]*\bdata-pagefind-body\b[^>]*>)([\s\S]*?)(?=<h1\b)/.exec(page) ?? [];
  const said = textOf(above);
  if (said === "") return page;
  return page
    .replace(whole, body + above.replace(/>[^<]+/g, ">"))
    .replace(/<\/(?:article|body)>/, (end) => `<p>${encode(said)}</p>${end}`);
}

const encode = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A piece of a page with its address, as the index takes it for a page of its own. */
export interface Piece {
  /** Below the language's own address: `causes/null-origin/`, `glossary/#cors`. */
  path: string;
  title: string;
  html: string;
  /** Whether its source has left it behind. */
  stale: boolean;
}

/**
 * Takes a page apart: each section that is marked `data-place` stands for itself, by the id of its heading; the rest is
 * the page.
 * @returns nothing of a page that is not to be found
 */
export function piecesOf(path: string, html: string): Piece[] {
  if (!html.includes("data-pagefind-body")) return [];
  const { rest, taken: sections } = takeOut(withoutDrawn(html), /<(section)\b[^>]*\bdata-place\b/);
  const title = textOf(/<h1\b[\s\S]*?<\/h1>/.exec(html)?.[0] ?? "");
  return [
    { path, title, html: rest, stale: /<article\b[^>]*\bdata-stale\b/.test(rest) },
    ...sections.map((section): Piece => {
      const [heading = "", level = "", id = ""] = /<h([2-6])\b[^>]*?\bid="([^"]+)"[\s\S]*?<\/h\1>/.exec(section) ?? [];
      const body = section.replace(heading, `<h1>${heading.replace(/^<[^>]*>/, "").replace(`</h${level}>`, "")}</h1>`);
      return {
        path: `${path}#${id}`,
        title: textOf(heading),
        html: `<html><body data-pagefind-body>${body}</body></html>`,
        stale: /^<section\b[^>]*\bdata-stale\b/.test(section),
      };
    }),
  ];
}

/** How a word is read stands within it, and a formula's letters are no words: neither is looked for. */
function withoutDrawn(html: string): string {
  return html.replace(/<(r[tp])>[^<]*<\/\1>|<\/?ruby>/g, "").replace(/<math\b[\s\S]*?<\/math>/g, " ");
}

/** Takes elements out of a page. @param start how they begin; its group is their name */
function takeOut(html: string, start: RegExp): { rest: string; taken: string[] } {
  const taken: string[] = [];
  let rest = html;
  for (let found = start.exec(rest); found; found = start.exec(rest)) {
    const end = endOf(rest, found.index, found[1] ?? "");
    taken.push(rest.slice(found.index, end));
    rest = rest.slice(0, found.index) + rest.slice(end);
  }
  return { rest, taken };
}

/** Where the element that begins here ends. */
function endOf(html: string, start: number, name: string): number {
  let depth = 0;
  for (const tag of html.slice(start).matchAll(new RegExp(`<(/?)${name}\\b`, "g"))) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return html.indexOf(">", start + tag.index) + 1;
  }
  return html.length;
}
