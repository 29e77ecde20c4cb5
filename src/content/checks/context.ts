import { isUtf8 } from "node:buffer";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problem } from "../../problems.ts";
import type { KeptYaml } from "../keptYaml.ts";
import { YamlFile } from "../yamlFile.ts";

type Parse = (text: string, file: string, kept?: KeptYaml) => YamlFile | null;

/**
 * Where the content is, and how messages name its files. It remembers what it has parsed: who looks
 * again has only those files parsed whose text has changed.
 */
export class ContentFolder {
  readonly root: string;
  readonly path: string;
  /** By path. By text and not by the time of the last change, which two changes may share. */
  readonly #parsed = new Map<string, { text: string; yaml: YamlFile | null }>();
  /** What a look has found out so far, by what was asked; nothing between two looks. */
  #look: Map<string, unknown> | undefined;
  readonly #kept: KeptYaml | undefined;

  /**
   * @param root the project's root; the content is in `content/` below it
   * @param kept what other programs have parsed of it; without, all is parsed anew
   */
  constructor(root: string, kept?: KeptYaml) {
    this.root = root;
    this.#kept = kept;
    this.path = join(root, "content");
  }

  /** Looks at the content as it is now: what is asked for twice in one look is read once. */
  look<T>(see: () => T): T {
    this.#look = new Map();
    try {
      const seen = see();
      this.#kept?.save();
      return seen;
    } finally {
      this.#look = undefined;
    }
  }

  #once<T>(what: string, read: () => T): T {
    if (!this.#look) return read();
    if (!this.#look.has(what)) this.#look.set(what, read());
    return this.#look.get(what) as T;
  }

  /** How messages name a file: its path from the project's root. */
  name(...parts: string[]): string {
    return relative(this.root, join(this.path, ...parts)).replaceAll("\\", "/");
  }

  exists(...parts: string[]): boolean {
    const folders = parts.flatMap((part) => part.split("/"));
    const last = folders.pop();
    return this.#entries(folders).some(({ name }) => name === last);
  }

  /** The names of the folders in a folder, sorted; none where it is not there. */
  folders(...parts: string[]): string[] {
    return this.#entries(parts)
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  }

  /** The names of the files in a folder, sorted; none where it is not there. */
  files(...parts: string[]): string[] {
    return this.#entries(parts)
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  readYaml(...parts: string[]): YamlFile {
    return this.#read(parts, YamlFile.parse) as YamlFile;
  }

  readFrontmatter(...parts: string[]): YamlFile | null {
    return this.#read(parts, YamlFile.parseFrontmatter);
  }

  #read(parts: string[], parse: Parse): YamlFile | null {
    const path = join(this.path, ...parts);
    return this.#once(`read ${path}`, () => this.#readNow(path, parts, parse));
  }

  #readNow(path: string, parts: string[], parse: Parse): YamlFile | null {
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8");
    const known = this.#parsed.get(path);
    if (known?.text === text) return known.yaml;
    const file = this.name(...parts);
    const yaml = isUtf8(bytes) ? parse(text, file, this.#kept) : YamlFile.unreadable(file, notUtf8(text));
    this.#parsed.set(path, { text, yaml });
    return yaml;
  }

  #entries(parts: string[]) {
    const folder = join(this.path, ...parts);
    return this.#once(`list ${folder}`, () => {
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
    });
  }
}

function notUtf8(text: string): Omit<Problem, "file"> {
  return {
    line: text.slice(0, text.indexOf("\uFFFD")).split("\n").length,
    message: "The file is not UTF-8 from this line on.",
    hint: "Save it in the encoding UTF-8, and type again what was lost.",
  };
}
