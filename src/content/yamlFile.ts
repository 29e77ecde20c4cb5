import { readFileSync } from "node:fs";
import type { z } from "astro/zod";
import { type Document, isMap, isNode, LineCounter, type Pair, parseDocument, visit } from "yaml";
import type { Problem } from "../problems.ts";
import { type Outline, readOutline } from "./outline.ts";

/** YAML that remembers on which line each value stands, and the Markdown after it, if any. */
export class YamlFile {
  /** Path from the project's root, for messages. */
  readonly file: string;
  readonly data: unknown;
  /** What follows the frontmatter; empty in a YAML file. */
  readonly body: string;
  /** The line on which the body starts, 1-based. */
  readonly bodyLine: number;
  readonly syntaxProblems: readonly Problem[];
  readonly #document: Document;
  readonly #lines = new LineCounter();
  readonly #firstLine: number;
  #outline: Outline | undefined;

  private constructor(file: string, yaml: string, firstLine: number, body: string, bodyLine: number) {
    this.file = file;
    this.body = body;
    this.bodyLine = bodyLine;
    this.#firstLine = firstLine;
    // Dates stay strings: YAML's own type for them turns 2026-02-30 into the 2nd of March.
    this.#document = parseDocument(yaml, { lineCounter: this.#lines, prettyErrors: false, schema: "core" });
    const faults = [
      ...this.#document.errors.map(({ pos, message }) => ({ offset: pos[0], message })),
      ...this.#unresolvedAliases(),
    ];
    this.data = faults.length === 0 ? this.#document.toJS() : undefined;
    this.syntaxProblems = faults.map(({ offset, message }) => ({
      file,
      line: this.#lines.linePos(offset).line + firstLine - 1,
      message: `The YAML does not parse: ${message}`,
      hint: "Quote a value that holds a colon, starts with a backtick, * or &, and indent lists by two spaces.",
    }));
  }

  /** To YAML a value such as *this* points to an anchor elsewhere; the parser does not look whether there is one. */
  #unresolvedAliases(): { offset: number; message: string }[] {
    const found: { offset: number; message: string }[] = [];
    visit(this.#document, {
      Alias: (_key, alias) => {
        if (!alias.resolve(this.#document))
          found.push({ offset: alias.range?.[0] ?? 0, message: `*${alias.source} is an alias of nothing` });
      },
    });
    return found;
  }

  /** The headings and blocks of code of the body. */
  get outline(): Outline {
    this.#outline ??= readOutline(this.body, this.file);
    return this.#outline;
  }

  /** Parses the text of a YAML file. @param file how messages name it */
  static parse(text: string, file: string): YamlFile {
    return new YamlFile(file, text, 1, "", 1);
  }

  /** Parses the frontmatter in the text of a Markdown file; `null` where it has none. @param file how messages name it */
  static parseFrontmatter(text: string, file: string): YamlFile | null {
    const plain = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
    const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(plain);
    if (!match) return null;
    const bodyLine = match[0].split("\n").length;
    return new YamlFile(file, match[1] ?? "", 2, plain.slice(match[0].length), bodyLine);
  }

  /** Reads a YAML file. @param path where it is @param file how messages name it */
  static read(path: string, file: string): YamlFile {
    return YamlFile.parse(readFileSync(path, "utf8"), file);
  }

  /** Reads a Markdown file's frontmatter; `null` where it has none. @param path where it is @param file how messages name it */
  static readFrontmatter(path: string, file: string): YamlFile | null {
    return YamlFile.parseFrontmatter(readFileSync(path, "utf8"), file);
  }

  /** The line of a value, or of the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset !== undefined) return this.#lines.linePos(offset).line + this.#firstLine - 1;
    }
    return this.#firstLine === 1 ? 1 : this.#firstLine - 1;
  }

  /** A mapping's value is found by its key, so that an empty value has a line too. */
  #offsetOf(path: readonly PropertyKey[]): number | undefined {
    const parent = path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find((item: Pair) => String(item.key) === String(last));
      return pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
    }
    const node = this.#document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  /** A problem at a value of this file. */
  problem(path: readonly PropertyKey[], message: string, hint: string): Problem {
    return { file: this.file, line: this.lineOf(path), message, hint };
  }

  /**
   * Checks a value against a schema.
   * @param at where in the file the value stands
   * @returns the parsed value, or the problems with a line each
   */
  check<Schema extends z.ZodType>(
    schema: Schema,
    { value = this.data, at = [] }: { value?: unknown; at?: readonly PropertyKey[] } = {},
  ): { data: z.infer<Schema> } | { problems: readonly Problem[] } {
    if (this.syntaxProblems.length > 0) return { problems: this.syntaxProblems };
    const result = schema.safeParse(value ?? {});
    if (result.success) return { data: result.data };
    return { problems: result.error.issues.flatMap((issue) => this.#issueProblems(issue, at)) };
  }

  #issueProblems(issue: z.core.$ZodIssue, at: readonly PropertyKey[]): Problem[] {
    const path = [...at, ...issue.path];
    const name = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) =>
        this.problem(
          [...path, key],
          `There is no field "${key}".`,
          "Remove it, or mend its spelling; src/content/schemas/ lists the fields.",
        ),
      );
    }
    const node = this.#document.getIn(path);
    if (node === undefined) {
      return [
        this.problem(
          path,
          `The field "${name}" is missing.`,
          `Add "${name}:"; src/content/schemas/ says what it holds.`,
        ),
      ];
    }
    const value = JSON.stringify(isNode(node) ? node.toJSON() : node);
    if (name === "") {
      return [
        this.problem(
          path,
          `Here stands ${value} instead of fields.`,
          'Write one field a line, each as "name: value"; src/content/schemas/ lists them.',
        ),
      ];
    }
    return [
      this.problem(
        path,
        `"${name}" is ${value}: ${issueText(issue)}`,
        "Change the value; src/content/schemas/ says what the field holds.",
      ),
    ];
  }
}

/** A union's own message says nothing; the branch that speaks in our words does. */
function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union") {
    const messages = issue.errors.flat().map(({ message }) => message);
    return messages.find((message) => message.startsWith("must")) ?? messages.at(-1) ?? issue.message;
  }
  return issue.message;
}
