import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { checkContent } from "../../src/content/checks/index.ts";
import { writeStamps } from "../../src/content/translation/stamps.ts";
import { readUnits, translationsOf } from "../../src/content/translation/units.ts";
import type { Problem } from "../../src/problems.ts";
import { causes } from "../../src/rules/index.ts";
import { type Language, languages } from "../../src/site.config.ts";

const repository = join(import.meta.dirname, "../..");

/** What becomes of a file: a new text, or made from the old one; `null` removes the file or folder. */
export type Edit = string | Buffer | ((text: string) => string) | null;

/** The recipes that a copy has. */
const recipes = ["express", "aws-s3"];

/** The words of a cause, as few as can be. */
const words = {
  en: ["What one sees.", "Why.", "What to do."],
  ja: ["見えるもの。", "その理由。", "すること。"],
  "zh-TW": ["看到什麼。", "為什麼。", "怎麼做。"],
} satisfies Record<Language, string[]>;
const causeWords = (id: string, [symptom, cause, fix]: string[]) => `---
title: ${id}
symptom: ${symptom}
cause: ${cause}
fix: ${fix}
---

## Symptom {#symptom}

## Cause {#cause}

## Fix {#fix}

## Verify {#verify}
`;

/** Records what each translation was made from where that is not recorded yet. */
function recordAll(content: ContentFolder): void {
  const stamps = readUnits(content).flatMap((unit) =>
    translationsOf(unit)
      .filter((language) => !unit.isRecorded(language))
      .map((language) => ({ unit, language, sections: unit.text(unit.source)?.sections ?? [] })),
  );
  writeStamps(content, stamps);
}

/**
 * Sound content in a folder of its own, and little of it, because many tests check it: the fixtures' guides and lists, a
 * few words for each cause, two of the recipes, and what is not CORS.
 */
export class ContentCopy {
  readonly root = mkdtempSync(join(tmpdir(), "content-"));
  readonly #folder = new ContentFolder(this.root);

  constructor() {
    for (const part of ["not-cors.yaml", ...recipes.map((id) => `recipes/${id}`)]) {
      cpSync(join(repository, "content", part), this.#path(part), { recursive: true });
    }
    for (const [id, language] of recipes.flatMap((id) => languages.map((language) => [id, language]))) {
      // The fixtures' glossary has not these terms.
      const file = this.#path(`recipes/${id}/${language}.md`);
      writeFileSync(file, readFileSync(file, "utf8").replace(/\[([^\]]*)\]\(term:[^)]*\)/g, "$1"));
    }
    for (const { id } of causes) {
      mkdirSync(this.#path("causes", id), { recursive: true });
      for (const language of languages) {
        writeFileSync(this.#path("causes", id, `${language}.md`), causeWords(id, words[language]));
      }
    }
    mkdirSync(join(this.root, "public"));
    cpSync(join(repository, "public/favicon.svg"), join(this.root, "public/picture.svg"));
    cpSync(join(repository, "tests/fixtures/content"), this.#path(), { recursive: true });
    recordAll(new ContentFolder(this.root));
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
    const after = typeof edit === "function" ? edit(before) : edit;
    if (after === before) throw new Error(`The edit of ${path} changes nothing.`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, after);
  }
}

/** Replaces one text that is there by another. */
export function replacing(from: string, to: string): (text: string) => string {
  return (text) => text.replace(from, () => to);
}

/** The same edit of a file in each language, so that translations stay as their source is. @param file in one of them */
export function inEachLanguage(file: string, edit: Edit): Record<string, Edit> {
  return Object.fromEntries(languages.map((language) => [file.replace(/(?:zh-TW|ja|en)(?=\.mdx?$)/, language), edit]));
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
