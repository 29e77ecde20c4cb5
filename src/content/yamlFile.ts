import { readFileSync } from "node:fs";
import type { z } from "astro/zod";
import { type Document, isMap, isNode, LineCounter, type Pair, parseDocument, visit } from "yaml";
import type { Problem } from "../problems.ts";
import { type BodyTree, parseBody } from "./bodyTree.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { problemsOf } from "./schemaProblems.ts";
import { describeYamlFault, findFenceFault, findTab, placeOfFault } from "./yamlFaults.ts";

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
  #tree: BodyTree | undefined;
  #outline: Outline | undefined;

  private constructor(file: string, yaml: string, firstLine: number, body: string, bodyLine: number, fault?: Problem) {
    this.file = file;
    this.body = body;
    this.bodyLine = bodyLine;
    this.#firstLine = firstLine;
    // Dates stay strings: YAML's own type for them turns 2026-02-30 into the 2nd of March.
    this.#document = parseDocument(yaml, { lineCounter: this.#lines, prettyErrors: false, schema: "core" });
    const tab = this.#document.errors.length > 0 ? findTab(yaml) : undefined;
    const faults = tab
      ? [tab]
      : [
          ...this.#document.errors.map(({ pos, code, message }) => ({
            offset: placeOfFault(code, yaml, pos[0]),
            code,
            message,
          })),
          ...this.#unresolvedAliases(),
        ];
    this.data = faults.length === 0 ? this.#document.toJS() : undefined;
    if (fault) {
      this.syntaxProblems = [fault];
      return;
    }
    // What comes after the first is most often a follow-up of it; a field that is there twice never is.
    this.syntaxProblems = faults
      .filter(({ code }, index) => index === 0 || code === "DUPLICATE_KEY")
      .map(({ offset, code, message }) => ({
        file,
        line: this.#lines.linePos(offset).line + firstLine - 1,
        ...describeYamlFault(code, message, yaml, offset),
      }));
  }

  /** To YAML a value such as *this* points to an anchor elsewhere; the parser does not look whether there is one. */
  #unresolvedAliases(): { offset: number; code: string; message: string }[] {
    const found: { offset: number; code: string; message: string }[] = [];
    visit(this.#document, {
      Alias: (_key, alias) => {
        if (!alias.resolve(this.#document))
          found.push({
            offset: alias.range?.[0] ?? 0,
            code: "BAD_ALIAS",
            message: `*${alias.source} is an alias of nothing`,
          });
      },
    });
    return found;
  }

  /** The body, parsed once for all who look at it. */
  get tree(): BodyTree {
    this.#tree ??= parseBody(this.body, this.file);
    return this.#tree;
  }

  /** The headings and blocks of code of the body. */
  get outline(): Outline {
    this.#outline ??= outlineOf(this.tree);
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
    if (!match) {
      const fault = findFenceFault(plain);
      return fault ? YamlFile.unreadable(file, fault) : null;
    }
    const bodyLine = match[0].split("\n").length;
    return new YamlFile(file, match[1] ?? "", 2, plain.slice(match[0].length), bodyLine);
  }

  /** A file of which nothing can be said but why it cannot be read. */
  static unreadable(file: string, fault: Omit<Problem, "file">): YamlFile {
    return new YamlFile(file, "", 1, "", 1, { file, ...fault });
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
    return { problems: problemsOf(result.error.issues, schema, this, at) };
  }

  /** A value as it was written; `undefined` where there is none. */
  valueAt(path: readonly PropertyKey[]): unknown {
    const node = this.#document.getIn(path);
    return isNode(node) ? node.toJSON() : node;
  }
}
