import { columnsOf, wrapText } from "../generator/wrapText.ts";
import type { Language } from "../i18n/languages.ts";
import { visible } from "./visible.ts";

/** How a stretch of a line looks where there is colour. What it says does not hang on it. */
export type Style = "plain" | "strong" | "quiet" | "code" | "good" | "bad" | "caution";

/** A stretch of a line: a text, or a text with its style. */
export type Span = string | readonly [text: string, style: Style];

/** SGR: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ 8.3.117 */
const SGR: Record<Exclude<Style, "plain">, string> = {
  strong: "1",
  quiet: "2",
  code: "36",
  good: "32",
  bad: "31",
  caution: "33",
};

/** A terminal's width, and the language whose words its lines end between. */
export interface Width {
  columns: number;
  language: Language;
}

/** A sign that a line begins with, such as `• ` or `──▶ `: what goes on below it stands beside it. */
const MARK = /^[^\p{L}\p{N}\s]{1,3} +/u;

/**
 * What a command prints, line by line. Every text passes through here, and what is not seen in it is written out:
 * nothing that a server sent reaches the terminal as it is.
 */
export class Sheet {
  readonly #isColoured: boolean;
  readonly #width: Width | undefined;
  readonly #lines: string[] = [];

  /** @param width where lines that are longer go on in the next; without it each is one, as who reads a pipe wants it */
  constructor(isColoured: boolean, width?: Width) {
    this.#isColoured = isColoured;
    this.#width = width;
  }

  /** Adds a line. @param indent in columns */
  line(spans: readonly Span[] = [], indent = 0): this {
    const seen = spans.map(seenSpan);
    const text = seen.map(([own]) => own).join("");
    const mark = MARK.exec(text)?.[0];
    // What begins at the margin is a heading or a label, which is found again where the rest stands in from it.
    const hanging = mark === undefined ? (indent === 0 ? 2 : 0) : columnsOf(mark);
    let from = 0;
    for (const part of this.#parts(text, indent + hanging)) {
      from = text.indexOf(part, from);
      this.#add(stretch(seen, from, from + part.length), from === 0 ? indent : indent + hanging);
      from += part.length;
    }
    return this;
  }

  /** Adds an empty line, unless one stands there. */
  gap(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
    return this;
  }

  /** Adds the lines of a longer text, such as code, as long as they are: they are there to be copied. */
  block(text: string, style: Style = "plain", indent = 2): this {
    for (const line of text.replace(/\n$/, "").split("\n")) {
      this.#add([seenSpan([line.replaceAll("\t", "    "), style])], indent);
    }
    return this;
  }

  toString(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }

  /** The lines that a text takes. @param margin what stands before them, in columns */
  #parts(text: string, margin: number): string[] {
    if (!this.#width || margin + columnsOf(text) <= this.#width.columns) return [text];
    return wrapText(text, this.#width.columns - margin, this.#width.language);
  }

  #add(spans: readonly SeenSpan[], indent: number): void {
    this.#lines.push(`${" ".repeat(indent)}${spans.map((span) => this.#drawn(span)).join("")}`.trimEnd());
  }

  #drawn([text, style]: SeenSpan): string {
    return this.#isColoured && style !== "plain" && text !== "" ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text;
  }
}

type SeenSpan = readonly [text: string, style: Style];

function seenSpan(span: Span): SeenSpan {
  const [text, style] = typeof span === "string" ? [span, "plain" as const] : span;
  return [visible(text), style];
}

/** What stands in spans from one place of their text to another. */
function stretch(spans: readonly SeenSpan[], from: number, to: number): SeenSpan[] {
  let start = 0;
  return spans.map(([text, style]): SeenSpan => {
    const own = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += text.length;
    return [own, style];
  });
}

/** A string of the interface, or of a frontmatter field: `code` in backticks is set as code. */
export function wordsOf(text: string): Span[] {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? ([piece, "code"] as const) : piece));
}
