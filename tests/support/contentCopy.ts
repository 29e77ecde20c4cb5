import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { checkContent } from "../../src/content/checks/index.ts";
import type { Problem } from "../../src/problems.ts";

const repository = join(import.meta.dirname, "../..");

/** What becomes of a file: a new text, or made from the old one; `null` removes the file or folder. */
export type Edit = string | ((text: string) => string) | null;

/** Sound content in a folder of its own: the fixtures' guides and lists, the real causes and recipes, and what is not CORS. */
export class ContentCopy {
  readonly root = mkdtempSync(join(tmpdir(), "content-"));
  readonly #folder = new ContentFolder(this.root);

  constructor() {
    for (const part of ["causes", "recipes", "not-cors.yaml"]) {
      cpSync(join(repository, "content", part), this.#path(part), { recursive: true });
    }
    cpSync(join(repository, "content/.made-from"), this.#path(".made-from"), { recursive: true });
    cpSync(join(repository, "tests/fixtures/content"), this.#path(), { recursive: true });
  }

  /**
   * Checks the content with some files changed, and puts them back.
   * @param edits by path below `content/`; a change that changes nothing is an error in the test
   */
  problemsWith(edits: Record<string, Edit>): Problem[] {
    const backup = mkdtempSync(join(tmpdir(), "content-backup-"));
    // A guide, a cause or a recipe is a folder; a list is a file.
    const units = [...new Set(Object.keys(edits).map((path) => path.split("/").slice(0, 2).join("/")))];
    const kept = units.filter((unit) => existsSync(this.#path(unit)));
    for (const unit of kept) cpSync(this.#path(unit), join(backup, unit), { recursive: true });
    try {
      for (const [path, edit] of Object.entries(edits)) this.#edit(path, edit);
      return checkContent(this.#folder);
    } finally {
      for (const unit of units) rmSync(this.#path(unit), { recursive: true, force: true });
      for (const unit of kept) cpSync(join(backup, unit), this.#path(unit), { recursive: true });
      rmSync(backup, { recursive: true });
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #path(...parts: string[]): string {
    return join(this.root, "content", ...parts);
  }

  #edit(path: string, edit: Edit): void {
    const target = this.#path(path);
    if (edit === null) {
      rmSync(target, { recursive: true });
      return;
    }
    const before = existsSync(target) ? readFileSync(target, "utf8") : "";
    const after = typeof edit === "string" ? edit : edit(before);
    if (after === before) throw new Error(`The edit of ${path} changes nothing.`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, after);
  }
}

/** Replaces one text that is there by another. */
export function replacing(from: string, to: string): (text: string) => string {
  return (text) => text.replace(from, () => to);
}

/**
 * The one problem of a file below `content/`, with what its message and its hint contain.
 * @param line its number, or what Vitest is to match it with
 */
export function problem(file: string, line: unknown, message: string, hint: string) {
  return {
    file: `content/${file}`,
    line,
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  };
}
