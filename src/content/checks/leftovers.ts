import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import type { Text } from "./text.ts";

type Fault = Pick<Problem, "message" | "hint">;

/** No page holds a longer word in its column. */
const LONGEST_WORD = 100;

/** In the words of a text: what was meant as a mark and is not read as one, and what was to be done before. */
const inWords: readonly { pattern: RegExp; fault: (found: string) => Fault; inDrafts: boolean }[] = [
  {
    pattern: /\[[^\]\n]+\]\[[^\]\n]*\]/,
    fault: (found) => ({
      message: `"${found}" is no link: what it refers to is missing.`,
      hint: "Write [words](https://…), or add [name]: https://… below.",
    }),
    inDrafts: true,
  },
  {
    pattern: /\b(?:TODO|FIXME|TBD|XXX)\b|lorem ipsum/i,
    fault: (found) => ({
      message: `"${found}" says that the text is not finished.`,
      hint: "Finish it, or set draft: true until then.",
    }),
    inDrafts: false,
  },
  {
    pattern: /^(?:[-+](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|＃+|｀{3})/mu,
    fault: (found) => ({
      message: `"${found}" at the start of a line is no mark here: readers would see it.`,
      hint: "Write -, # or ``` in half width, with a space behind - and #.",
    }),
    inDrafts: true,
  },
  {
    pattern: /\[[^\]\n]+\]（(?:https?|guide|cause|recipe|term|page)[:：]|【[^】\n]+】（/,
    fault: (found) => ({
      message: `"${found}" is no link: its brackets are full-width.`,
      hint: "Write [words](address) with half-width brackets and parentheses.",
    }),
    inDrafts: true,
  },
  {
    pattern: new RegExp(String.raw`[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{${LONGEST_WORD},}`, "u"),
    fault: (found) => ({
      message: `"${found.slice(0, 40)}…" is a word of ${found.length} characters, which no line holds.`,
      hint: "Put it into a block of code, or shorten it.",
    }),
    inDrafts: true,
  },
];

/** A link with a space before its address, or in it; a title may stand there. */
const NO_LINK =
  /\[[^\]\n]+\](?: \((?:https?:|mailto:|#|(?:guide|cause|recipe|term|page):)|\((?:https?:|(?:guide|cause|recipe|term|page):)[^\s)]* (?!["'(]))/;

/** In the source of a paragraph, a cell or a heading, without its code. */
const inBlocks: readonly { find: (source: string) => number | undefined; fault: Fault }[] = [
  {
    find: (source) => NO_LINK.exec(source)?.index,
    fault: {
      message: "The link is not read as one: a space stands before its address or in it.",
      hint: "Write [words](address) without a space; where the address has one, write %20.",
    },
  },
  {
    find: (source) => oddMark(source, "**"),
    fault: {
      message: "** is opened here and not closed: readers would see it.",
      hint: "Close it, with no space between the marks and the words; where stars are meant, write \\*\\*.",
    },
  },
  {
    find: (source) => /(?<!\S)(\*\*|~~) \S[^*~]* \1(?!\S)/.exec(source)?.index,
    fault: {
      message: "Marks of emphasis stand apart from their words: readers would see them.",
      hint: "Write **words**, with no space between the marks and the words.",
    },
  },
  {
    find: (source) => /^ *\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$/m.exec(source)?.index,
    fault: {
      message: "The table is not read as one: this line has other cells than the one above it.",
      hint: "Give both lines as many cells: | A | B | and |---|---|.",
    },
  },
];

/** Checks that a text has nothing left in it that is not for readers. */
export function checkLeftovers({ yaml, isPublished }: Text): Problem[] {
  const { file, body, bodyLine, tree } = yaml;
  return tree.nodes.flatMap((node): Problem[] => {
    if (node.type === "text") {
      return inWords.flatMap(({ pattern, fault, inDrafts }) => {
        const found = inDrafts || isPublished ? pattern.exec(node.value) : null;
        if (!found) return [];
        const line = lineOf(node) + node.value.slice(0, found.index).split("\n").length - 1;
        return [{ file, line: bodyLine + line - 1, ...fault(found[0]) }];
      });
    }
    if (node.type === "code") {
      const written = body.slice(node.position?.start.offset ?? 0, node.position?.end.offset);
      return isClosed(written) ? [] : [{ file, line: bodyLine + lineOf(node) - 1, ...UNCLOSED }];
    }
    if (node.type !== "paragraph" && node.type !== "tableCell" && node.type !== "heading") return [];
    const written = body.slice(node.position?.start.offset ?? 0, node.position?.end.offset);
    // Most have none of what is looked for.
    if (!MARKS.test(written)) return [];
    const source = withoutCode(written);
    return inBlocks.flatMap(({ find, fault }) => {
      const index = find(source);
      if (index === undefined) return [];
      return [{ file, line: bodyLine + lineOf(node) - 1 + source.slice(0, index).split("\n").length - 1, ...fault }];
    });
  });
}

const UNCLOSED: Fault = {
  message: "The block of code is not closed: all that follows is code.",
  hint: "Write ``` on a line of its own where it ends.",
};

/** Whether a block of code between fences has both. One that is only indented has none. */
function isClosed(written: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  const last =
    written
      .trimEnd()
      .split("\n")
      .at(-1)
      ?.replace(/^[\s>]*/, "") ?? "";
  return fence === undefined || (written.includes("\n") && last.startsWith(fence) && /^(.)\1*$/.test(last));
}

/** What the faults of a block begin with. */
const MARKS = /\*\*|~~|\] ?\(|--/;

/** A source with spaces for code, addresses and what is escaped. */
function withoutCode(source: string): string {
  return source.replace(/\\.|(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)|\]\([^()\s]*\)|<[^<>\n]*>|\{[^{}]*\}/g, (found) =>
    found.replace(/[^\n]/g, " "),
  );
}

/** Where a mark stands that has no other to go with. */
function oddMark(source: string, mark: string): number | undefined {
  const places = [...source.matchAll(/\*+/g)].flatMap(({ index, 0: run }) =>
    Array.from({ length: Math.floor(run.length / mark.length) }, () => index),
  );
  return places.length % 2 === 1 ? places.at(-1) : undefined;
}
