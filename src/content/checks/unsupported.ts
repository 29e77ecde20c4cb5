import { defineMdastPlugin, type MdastPluginDefinition, type PluginFactoryContext } from "satteri";

/** Something that an author meant as a mark, and that readers would see as it is. */
export interface Mistake {
  /** 1-based, within the text that was rendered. */
  line: number;
  what: string;
  hint: string;
}

interface Place {
  start: { offset?: number };
  end: { offset?: number };
}

/** At the start of a paragraph's line. */
const BLOCK_MARKS: readonly { pattern: RegExp; hint: string }[] = [
  {
    pattern: /^ {0,3}:::+ *[\w-]*.*/m,
    hint: "Write <Note>…</Note> in an .mdx file, or a quotation (> …).",
  },
  { pattern: /^ {0,3}::[a-z][\w-]*[[{].*/m, hint: "Write a component in an .mdx file, or plain text." },
  { pattern: /^ {0,3}(?:!!!|\?\?\?)\+? +\w.*/m, hint: "Write <Note>…</Note> in an .mdx file, or a quotation (> …)." },
  { pattern: /^ {0,3}===[!+]? +["“].*/m, hint: "Give each tab a heading of its own: ### Title {#short-id}." },
  { pattern: /^ {0,3}(?:\{%|\{\{[<%]) .*/m, hint: "Write plain Markdown: templates of other generators are not read." },
  { pattern: /^ {0,3}\[{1,2}_?toc_?\]{1,2} *$/im, hint: "Remove it: each guide lists its sections by itself." },
  { pattern: /^\[!\w+\].*/, hint: "Write <Note>…</Note> in an .mdx file, or start the quotation with its words." },
];

/** Code, tags, addresses. */
const NO_MARKS = /(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)|<\/?[a-zA-Z][^<>]*>|https?:\/\/[^\s<>)]*|\]\([^()\s]*/g;

/** Within a text. */
const INLINE_MARKS: readonly { pattern: RegExp; hint: string }[] = [
  { pattern: /(?<![=\\])==(?![=\s])[^=\n]+(?<![\s\\])==(?!=)/, hint: "Write **…**, or <mark>…</mark>." },
  {
    pattern: /(?<![\\$\w])(\$\$?)(?![\s$])[^$\n]+(?<![\s\\$])\1(?![\w$])/,
    hint: "Write it in words or as `code`; where a dollar is meant, write \\$.",
  },
  { pattern: /(?<!\\)\^\[[^\]\n]+\]/, hint: "Write [^1] here, and [^1]: with the note below the paragraph." },
  {
    pattern: /(?<!\\)\{\p{Script=Han}+\|[^{}\n]+\}/u,
    hint: "Write <ruby>漢字<rt>かんじ</rt></ruby>.",
  },
];

/** At the end of a heading. */
const HEADING_MARKS: typeof BLOCK_MARKS = [
  {
    pattern: /\\?\{\\?#[^{}]*\}[ #]+$|\\\{\\?#[^{}]*\}$|\{\\#[^{}]*\}$/,
    hint: "Write {#short-id} as the last thing in the line.",
  },
];

/** A footnote's mark that is text: its note is missing. */
const MISSING_NOTE: typeof BLOCK_MARKS = [
  { pattern: /(?<![\\!])\[\^[^\]\s]+\](?!\()/, hint: "Write the note, below the paragraph: [^1]: …" },
];

/** The nodes that are looked at, and how. */
export interface MarkVisitors {
  paragraph(node: Placed): void;
  heading(node: Placed): void;
  tableCell(node: Placed): void;
  text(node: Placed): void;
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
  const find = ({ position }: Placed, marks: typeof BLOCK_MARKS) => {
    const offset = position?.start.offset ?? 0;
    // The source, for it tells what was escaped; without what has no marks in it.
    const text = source.slice(offset, position?.end.offset).replace(NO_MARKS, (found) => " ".repeat(found.length));
    for (const { pattern, hint } of marks) {
      const found = pattern.exec(text);
      if (!found) continue;
      const shown = found[0].trim();
      refuse(offset + found.index, `"${shown}" is no mark here: readers would see it as it is.`, hint);
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
    paragraph: (node) => find(node, [...BLOCK_MARKS, ...INLINE_MARKS]),
    heading: (node) => find(node, [...HEADING_MARKS, ...INLINE_MARKS]),
    tableCell: (node) => find(node, INLINE_MARKS),
    text: (node) => find(node, MISSING_NOTE),
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
