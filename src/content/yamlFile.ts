import { readFileSync } from "node:fs";
import type { z } from "astro/zod";
import { type Document, isMap, isNode, LineCounter, type Pair, parseDocument, visit } from "yaml";
import type { Problem } from "../problems.ts";
import { type BodyTree, parseBody } from "./bodyTree.ts";
import type { KeptYaml } from "./keptYaml.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { problemsOf } from "./schemaProblems.ts";
import { describeYamlFault, findFenceFault, findTab, placeOfFault } from "./yamlFaults.ts";

/** YAML that remembers on which line each value stands, and the Markdown after it, if any. */
export class YamlFile {
  /** Path from the project's root, for messages. */
  readonly file: string;
  /** What follows the frontmatter; empty in a YAML file. */
  readonly body: string;
  /** The line on which the body starts, 1-based. */
  readonly bodyLine: number;
  /** Whether more is known of the file than why it cannot be read. */
  readonly isReadable: boolean;
  readonly #yaml: string;
  readonly #lines = new LineCounter();
  readonly #firstLine: number;
  readonly #fault: Problem | undefined;
  readonly #kept: KeptYaml | undefined;
  #parsed: Document | undefined;
  #known: { data: unknown; problems: readonly Problem[] } | undefined;
  #tree: BodyTree | undefined;
  #outline: Outline | undefined;

  private constructor(
    file: string,
    yaml: string,
    firstLine: number,
    body: string,
    bodyLine: number,
    { fault, kept }: { fault?: Problem; kept?: KeptYaml | undefined } = {},
  ) {
    this.file = file;
    this.body = body;
    this.bodyLine = bodyLine;
    this.isReadable = fault === undefined;
    this.#yaml = yaml;
    this.#firstLine = firstLine;
    this.#fault = fault;
    this.#kept = kept;
  }

  /** Parsed where somebody asks: of most records of what a translation was made from, nobody does. */
  get #document(): Document {
    // Dates stay strings: YAML's own type for them turns 2026-02-30 into the 2nd of March.
    this.#parsed ??= parseDocument(this.#yaml, { lineCounter: this.#lines, prettyErrors: false, schema: "core" });
    return this.#parsed;
  }

  get data(): unknown {
    return this.#read.data;
  }

  get syntaxProblems(): readonly Problem[] {
    return this.#read.problems;
  }

  get #read(): { data: unknown; problems: readonly Problem[] } {
    this.#known ??= this.#readKept() ?? this.#readNow();
    return this.#known;
  }

  /** What is known of the same text from before; nothing of one that has faults. */
  #readKept(): { data: unknown; problems: readonly Problem[] } | undefined {
    const found = this.#kept?.read(this.#yaml, () => {
      this.#known = this.#readNow();
      return this.#known.problems.length === 0 ? { data: this.#known.data } : undefined;
    });
    return this.#known ?? (found && { data: found.data, problems: [] });
  }

  #readNow(): { data: unknown; problems: readonly Problem[] } {
    const document = this.#document;
    const tab = document.errors.length > 0 ? findTab(this.#yaml) : undefined;
    const faults = tab
      ? [tab]
      : [
          ...document.errors.map(({ pos, code, message }) => ({
            offset: placeOfFault(code, this.#yaml, pos[0]),
            code,
            message,
          })),
          ...this.#unresolvedAliases(),
        ];
    // What comes after the first is most often a follow-up of it; a field that is there twice never is.
    const told = faults.filter(({ code }, index) => index === 0 || code === "DUPLICATE_KEY");
    return {
      data: faults.length === 0 ? document.toJS() : undefined,
      problems: this.#fault
        ? [this.#fault]
        : told.map(({ offset, code, message }) => ({
            file: this.file,
            line: this.#lines.linePos(offset).line + this.#firstLine - 1,
            ...describeYamlFault(code, message, this.#yaml, offset),
          })),
    };
  }

  /** To YAML a value such as *this* points to an anchor elsewhere; the parser does not look whether there is one. */
  #unresolvedAliases(): { offset: number; code: string; message: string }[] {
    const found: { offset: number; code: string; message: string }[] = [];
    if (!this.#yaml.includes("*")) return found;
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

  /** Parses the text of a YAML file. @param file how messages name it @param kept what need not be parsed anew */
  static parse(text: string, file: string, kept?: KeptYaml): YamlFile {
    return new YamlFile(file, text, 1, "", 1, { kept });
  }

  /**
   * Parses the frontmatter in the text of a Markdown file; `null` where it has none.
   * @param file how messages name it
   * @param kept what need not be parsed anew
   */
  static parseFrontmatter(text: string, file: string, kept?: KeptYaml): YamlFile | null {
    const plain = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
    const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(plain);
    if (!match) {
      const fault = findFenceFault(plain);
      return fault ? YamlFile.unreadable(file, fault) : null;
    }
    const bodyLine = match[0].split("\n").length;
    return new YamlFile(file, match[1] ?? "", 2, plain.slice(match[0].length), bodyLine, { kept });
  }

  /** A file of which nothing can be said but why it cannot be read. */
  static unreadable(file: string, fault: Omit<Problem, "file">): YamlFile {
    return new YamlFile(file, "", 1, "", 1, { fault: { file, ...fault } });
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
