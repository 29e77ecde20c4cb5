import { defineMdastPlugin, type MdastPluginDefinition, type PluginFactoryContext } from "satteri";
import { didYouMean } from "../nearest.ts";
import { ALERT, asideKinds, containerNames } from "../notation/asideKinds.ts";
import { DOLLAR } from "../notation/standIns.ts";

/** Something that an author meant as a mark, and that readers would see as it is. */
export interface Mistake {
  /** 1-based, within the text that was rendered. */
  line: number;
  what: string;
  hint: string;
}

interface Mark {
  pattern: RegExp;
  /** What to do instead. */
  hint(found: RegExpExecArray): string;
}

interface Place {
  start: { offset?: number };
  end: { offset?: number };
}

const ASIDE = "Write :::note[Title], the text, and ::: on lines of their own.";

/** At the start of a paragraph's line. */
const BLOCK_MARKS: readonly Mark[] = [
  {
    pattern: /^ {0,3}:::+ *([\w-]+) *(?:\[?([^[\]{}\n]*)\]?).*/m,
    hint: ([, name = "", title = ""]) =>
      `Write :::${name}${title.trim() && `[${title.trim()}]`}, without a space behind the colons.`,
  },
  {
    pattern: /^ {0,3}:::+ *$/m,
    hint: () => "Remove it; or give the aside around others more colons than they have: ::::note.",
  },
  { pattern: /^ {0,3}(?:!!!|\?\?\?)\+? +\w.*/m, hint: () => ASIDE },
  {
    pattern: /^ {0,3}===[!+]? +["“].*/m,
    hint: () =>
      "Put blocks of code between :::code-group and :::; give other tabs headings of their own: ### Title {#short-id}.",
  },
  {
    pattern: /^ {0,3}(?:\{%|\{\{[<%]) .*/m,
    hint: () => "Write plain Markdown: templates of other generators are not read.",
  },
  { pattern: /^ {0,3}\[{1,2}_?toc_?\]{1,2} *$/im, hint: () => "Remove it: each guide lists its sections by itself." },
  {
    pattern: new RegExp(`(?!${ALERT.source})^\\[!\\w+\\].*`, "i"),
    hint: () =>
      `Write one of ${asideKinds
        .filter((kind) => kind !== "details")
        .map((kind) => `[!${kind.toUpperCase()}]`)
        .join(", ")}.`,
  },
  {
    pattern: new RegExp(`^ {0,3}[$${DOLLAR}]{2}(?![$${DOLLAR}])(?!.*[$${DOLLAR}]{2}).*`, "m"),
    hint: () => "Write $$ on a line of its own before the formula and behind it; where dollars are meant, write \\$.",
  },
];

/** What the marks of a paragraph begin with. Most have none, and need no closer look. */
const MAY_BE_MARKED = new RegExp(`^ {0,3}(?:[:!?=]{3}|\\{[%{]|\\[|[$${DOLLAR}]{2})|\\^\\[`, "m");

/** Code, tags, addresses. */
const NO_MARKS = /(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)|<\/?[a-zA-Z][^<>]*>|https?:\/\/[^\s<>)]*|\]\([^()\s]*/g;

/** Within a text. */
const INLINE_MARKS: readonly Mark[] = [
  { pattern: /(?<!\\)\^\[[^\]\n]+\]/, hint: () => "Write [^1] here, and [^1]: with the note below the paragraph." },
];

/** At the end of a heading. */
const HEADING_MARKS: readonly Mark[] = [
  {
    pattern: /\\?\{\\?#[^{}]*\}[ #]+$|\\\{\\?#[^{}]*\}$|\{\\#[^{}]*\}$/,
    hint: () => "Write {#short-id} as the last thing in the line.",
  },
];

/** A footnote's mark that is text: its note is missing. */
const MISSING_NOTE: readonly Mark[] = [
  { pattern: /(?<![\\!])\[\^[^\]\s]+\](?!\()/, hint: () => "Write the note, below the paragraph: [^1]: …" },
];

/** The nodes that are looked at, and how. */
export interface MarkVisitors {
  paragraph(node: Placed): void;
  heading(node: Placed): void;
  tableCell(node: Placed): void;
  text(node: Placed): void;
  containerDirective(node: Placed & { name: string; children: readonly { type: string }[] }): void;
  leafDirective(node: Placed): void;
  image(node: Placed & { url: string }): void;
  mdxTextExpression(node: Placed & { value: string }): void;
  mdxFlowExpression(node: Placed & { value: string }): void;
}

type Placed = Readonly<{ position?: Place | undefined }>;

/**
 * Looks for what is a mark elsewhere and none here, what MDX would fail on without a word of where, and links
 * to pictures that cannot be read.
 * @param source the text that the nodes are of
 * @param isMdx whether it was read as MDX
 * @param report is told of each mistake
 */
export function markVisitors(source: string, isMdx: boolean, report: (mistake: Mistake) => void): MarkVisitors {
  const lineAt = (offset = 0) => source.slice(0, offset).split("\n").length;
  const refuse = (offset: number | undefined, what: string, hint: string) => {
    report({ line: lineAt(offset), what, hint });
  };
  // The source, for it tells what was escaped. What a plugin has made has no place.
  const sourceOf = ({ position }: Placed) =>
    position ? source.slice(position.start.offset ?? 0, position.end.offset) : "";
  const find = (node: Placed, marks: readonly Mark[]) => {
    const offset = node.position?.start.offset ?? 0;
    // Without what has no marks in it.
    const text = sourceOf(node).replace(NO_MARKS, (found) => " ".repeat(found.length));
    for (const { pattern, hint } of marks) {
      const found = pattern.exec(text);
      if (!found) continue;
      const shown = found[0].trim();
      refuse(offset + found.index, `"${shown}" is no mark here: readers would see it as it is.`, hint(found));
      return;
    }
  };
  const declared = isMdx && /^(?:import|export) /m.test(source);
  const checkExpression = (node: Placed & { value: string }) => {
    const value = node.value.trim();
    if (declared || value === "" || /^(?:\/\*[\s\S]*\*\/|"[^"]*"|'[^']*'|`[^`$]*`)$/.test(value)) return;
    refuse(
      node.position?.start.offset,
      `{${value}} is JavaScript in an .mdx file.`,
      "Write \\{ and \\} where braces are meant, or put it in `code`.",
    );
  };
  return {
    paragraph(node) {
      if (MAY_BE_MARKED.test(sourceOf(node))) find(node, [...BLOCK_MARKS, ...INLINE_MARKS]);
    },
    heading: (node) => find(node, [...HEADING_MARKS, ...INLINE_MARKS]),
    tableCell: (node) => find(node, INLINE_MARKS),
    text: (node) => find(node, MISSING_NOTE),
    containerDirective(node) {
      const lines = source.slice(node.position?.start.offset, node.position?.end.offset).trimEnd().split("\n");
      const first = lines[0]?.trim() ?? "";
      const tell = (what: string, hint: string) => refuse(node.position?.start.offset, what, hint);
      // An alert is a quotation.
      if (!first.startsWith(":::")) return;
      if (!(containerNames as readonly string[]).includes(node.name)) {
        tell(
          `"${first}" is no aside that there is.`,
          `${didYouMean(node.name, containerNames)}Use one of ${containerNames.join(", ")}.`,
        );
        return;
      }
      const [, colons = "", rest = ""] = /^(:+)[\w-]+(?:\[.*\])?(.*)$/.exec(first) ?? [];
      if (rest.trim() !== "")
        tell(
          `"${rest.trim()}" in "${first}" would be dropped.`,
          `Write ${colons}${node.name}[Title], and nothing behind it.`,
        );
      if (!/^[\s>]*:{3,}$/.test(lines.at(-1) ?? ""))
        tell(`"${first}" is not closed.`, `Write ${colons} on a line of its own where it ends.`);
      if (node.name === "code-group" && (node.children.length < 2 || node.children.some(({ type }) => type !== "code")))
        tell(
          "A code-group holds two blocks of code or more, and nothing else.",
          "Write ```js [server.js] and so on between :::code-group and :::.",
        );
    },
    leafDirective(node) {
      const shown = source.slice(node.position?.start.offset, node.position?.end.offset);
      refuse(
        node.position?.start.offset,
        `"${shown}" is no mark here: readers would not see it.`,
        "Write a component in an .mdx file, or plain text; where it is meant to be read, put it in `code`.",
      );
    },
    image(node) {
      try {
        decodeURI(node.url);
      } catch {
        refuse(
          node.position?.start.offset,
          `The picture's address "${node.url}" cannot be read.`,
          "Write %25 for a percent sign.",
        );
      }
    },
    mdxTextExpression: checkExpression,
    mdxFlowExpression: checkExpression,
  };
}

/** The same as a plugin of the engine, for what is rendered. @param report is told of each mistake */
export function unsupported(
  report: (mistake: Mistake) => void,
): (context: PluginFactoryContext) => MdastPluginDefinition {
  return ({ source, sourceFormat }) =>
    defineMdastPlugin({
      name: "unsupported",
      options: { position: true },
      ...markVisitors(source, sourceFormat === "mdx", report),
    });
}
