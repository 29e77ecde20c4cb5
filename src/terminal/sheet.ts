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

/**
 * What a command prints, line by line. Every text passes through here, and what is not seen in it is written out:
 * nothing that a server sent reaches the terminal as it is.
 */
export class Sheet {
  readonly #isColoured: boolean;
  readonly #lines: string[] = [];

  constructor(isColoured: boolean) {
    this.#isColoured = isColoured;
  }

  /** Adds a line. @param indent in columns */
  line(spans: readonly Span[] = [], indent = 0): this {
    this.#lines.push(`${" ".repeat(indent)}${spans.map((span) => this.#drawn(span)).join("")}`.trimEnd());
    return this;
  }

  /** Adds an empty line, unless one stands there. */
  gap(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
    return this;
  }

  /** Adds the lines of a longer text, such as code. */
  block(text: string, style: Style = "plain", indent = 2): this {
    for (const line of text.replace(/\n$/, "").split("\n")) this.line([[line.replaceAll("\t", "    "), style]], indent);
    return this;
  }

  toString(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }

  #drawn(span: Span): string {
    const [text, style] = typeof span === "string" ? [span, "plain" as const] : span;
    const seen = visible(text);
    return this.#isColoured && style !== "plain" && seen !== "" ? `\u001b[${SGR[style]}m${seen}\u001b[0m` : seen;
  }
}

/** A string of the interface, or of a frontmatter field: `code` in backticks is set as code. */
export function wordsOf(text: string): Span[] {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? ([piece, "code"] as const) : piece));
}
