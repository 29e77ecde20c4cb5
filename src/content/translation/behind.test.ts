import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy } from "../../../tests/support/contentCopy.ts";
import { ContentFolder } from "../checks/context.ts";
import { behindOf } from "./behind.ts";
import { compareSections } from "./changes.ts";
import { writeStamps } from "./stamps.ts";
import { readUnits, translationsOf, type Unit } from "./units.ts";

const source = "content/guides/fixture-whole/zh-TW.mdx";

let copy: ContentCopy;
let sound: string;
beforeAll(() => {
  copy = new ContentCopy();
  sound = readFileSync(join(copy.root, source), "utf8");
  const content = new ContentFolder(copy.root);
  const unit = guideIn(readUnits(content));
  const sections = unit.text(unit.source)?.sections ?? [];
  writeStamps(
    content,
    translationsOf(unit).map((language) => ({ unit, language, sections })),
  );
});
afterAll(() => copy.remove());

const guideIn = (units: readonly Unit[]) => units.find(({ name }) => name === "guide:fixture-whole") as Unit;

/** Looks at the guide with another source, and puts that back. */
function lookWith(text: string, look: (guide: Unit) => void): void {
  writeFileSync(join(copy.root, source), text);
  try {
    look(guideIn(readUnits(new ContentFolder(copy.root))));
  } finally {
    writeFileSync(join(copy.root, source), sound);
  }
}

test("of what was made from the source as it is nothing has changed, letter for letter", () => {
  lookWith(sound, (unit) => {
    expect(behindOf(unit)).toEqual([
      { language: "ja", recorded: true, changes: [] },
      { language: "en", recorded: true, changes: [] },
    ]);
    expect(translationsOf(unit).every((language) => unit.isMadeFromNow(language))).toBe(true);
  });
});

describe("what is behind is what has changed, section by section, where in the source", () => {
  test.each<[what: string, edit: (text: string) => string, changes: number]>([
    ["a title is another", (text) => text.replace(/^title: .*$/m, "title: 別的標題"), 1],
    ["a date is another", (text) => text.replace(/^published: .*$/m, "published: 2026-01-02"), 0],
    ["a section has a sentence more", (text) => text.replace(/^## .*$/m, "$&\n\n多一句話。"), 1],
    ["there are empty lines more", (text) => `${text}\n\n`, 0],
    ["there is a section more", (text) => `${text}\n## 新的一節 {#new-one}\n\n說明。\n`, 1],
  ])("%s", (_what, edit, changes) => {
    expect(edit(sound)).not.toBe(sound);
    lookWith(edit(sound), (unit) => {
      for (const behind of behindOf(unit)) {
        expect(behind.changes).toHaveLength(changes);
        const before = unit.madeFrom(behind.language) ?? [];
        expect(behind.changes).toEqual(compareSections(before, unit.text(unit.source)?.sections ?? []));
      }
    });
  });
});
