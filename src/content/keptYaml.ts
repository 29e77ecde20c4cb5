import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { writeWhole } from "../writeWhole.ts";

/** Where it is kept, below the project's root. */
const FILE = ".cache/yaml.json";
/** The code that decides what a text holds, and whether it is sound. */
const PARSERS = [
  join(import.meta.dirname, "yamlFile.ts"),
  join(import.meta.dirname, "keptYaml.ts"),
  // Wherever the packages are.
  createRequire(import.meta.url).resolve("yaml/package.json"),
];

type Texts = Record<string, { data: unknown }>;

/**
 * What YAML texts hold, kept from one run of a command to the next: to parse them is a third of what a check does. A
 * text is known by its hash, and all of them by that of the code that parses, so that nothing is taken for another.
 * Only what is sound is kept: of the rest there is more to say than what it holds.
 */
export class KeptYaml {
  readonly #file: string;
  readonly #before: Texts;
  readonly #asked: Texts = Object.create(null);
  #isNew = false;

  /** @param root the project's root. What cannot be read there is nothing, and is parsed anew. */
  constructor(root: string) {
    this.#file = join(root, FILE);
    this.#before = readTexts(this.#file);
  }

  /**
   * @param text the YAML alone
   * @param parse what it holds, where it is sound; asked where that is not kept
   */
  read(text: string, parse: () => { data: unknown } | undefined): { data: unknown } | undefined {
    const key = hash("sha256", text, "base64url");
    const kept = this.#asked[key] ?? this.#before[key];
    const found = kept ?? parse();
    if (!found || (!kept && !isJson(found.data))) return found;
    this.#isNew ||= !kept;
    this.#asked[key] = found;
    return found;
  }

  /** Writes down what was asked for, where some of it is new. What nobody has asked for is in no file any more. */
  save(): void {
    if (!this.#isNew) return;
    writeWhole(this.#file, JSON.stringify({ parsers: describeParsers(), texts: this.#asked }));
    this.#isNew = false;
  }
}

function readTexts(file: string): Texts {
  try {
    const { parsers, texts } = JSON.parse(readFileSync(file, "utf8")) as { parsers: string; texts: Texts };
    return parsers === describeParsers() ? Object.assign(Object.create(null), texts) : Object.create(null);
  } catch {
    return Object.create(null);
  }
}

function describeParsers(): string {
  const code = PARSERS.map((file) => readFileSync(file, "utf8"));
  return hash("sha256", code.join("\0"), "base64url");
}

/** Whether JSON gives it back as it is: not where it holds what is not a number, or `-0`. */
function isJson(data: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(data) ?? "null"), data);
}
