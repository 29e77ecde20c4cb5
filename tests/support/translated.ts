import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { writeStamps } from "../../src/content/translation/stamps.ts";
import { readUnits, translationsOf } from "../../src/content/translation/units.ts";

/** A project of a few files in a folder of its own, whose translations are up to date until a test changes their source. */
export class TranslatedContent {
  readonly root = mkdtempSync(join(tmpdir(), "translated-"));
  readonly content = new ContentFolder(this.root);

  /** @param files by path below `content/` */
  constructor(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.stampAll();
  }

  /** Records every translation as made from its source as it is now. */
  stampAll(): void {
    const stamps = readUnits(this.content).flatMap((unit) =>
      translationsOf(unit).map((language) => ({ unit, language, sections: unit.text(unit.source)?.sections ?? [] })),
    );
    writeStamps(this.content, stamps);
  }

  read(path: string): string {
    return readFileSync(join(this.content.path, path), "utf8");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.content.path, path)), { recursive: true });
    writeFileSync(join(this.content.path, path), text);
  }

  /** Changes a file. @throws where the change changes nothing */
  edit(path: string, change: (text: string) => string): void {
    const before = this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${path} changes nothing.`);
    this.write(path, after);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
