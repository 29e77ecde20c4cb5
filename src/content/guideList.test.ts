import { describe, expect, test } from "vitest";
import type { Language } from "../site.config.ts";
import { compareWithSource, listGuides } from "./guideList.ts";
import { hashSections } from "./sections.ts";

type Entry = Parameters<typeof listGuides>[0][number];

function text(id: string, data: { published?: string; source?: Language } = {}): Entry {
  const { published = "2026-11-21", source = "en" } = data;
  return { id, data: { title: id, source, published: new Date(published) } } as Entry;
}

describe("the list of guides", () => {
  test("has the newest first, and those of a day by name", () => {
    const entries = [
      text("b/en", { published: "2026-03-01" }),
      text("old/en", { published: "2026-01-01" }),
      text("a/en", { published: "2026-03-01" }),
      text("new/en", { published: "2026-11-01" }),
    ];
    expect(listGuides(entries, "en").map(({ slug }) => slug)).toEqual(["new", "a", "b", "old"]);
  });

  test("shows a guide in the reader's language, and says in which languages it is written", () => {
    const entries = [text("whole/ja"), text("whole/en"), text("whole/zh-TW")];
    expect(listGuides(entries, "ja")).toMatchObject([
      { slug: "whole", language: "ja", writtenIn: "ja", entry: entries[0], languages: ["ja", "en", "zh-TW"] },
    ]);
  });

  test("shows a guide in its source language where it is not translated", () => {
    const entries = [text("mine/en", { source: "ja" }), text("mine/ja", { source: "ja" })];
    expect(listGuides(entries, "zh-TW")).toMatchObject([{ language: "zh-TW", writtenIn: "ja", entry: entries[1] }]);
  });

  test("leaves out a guide that has neither a translation nor its source, as a draft's may be missing", () => {
    expect(listGuides([text("draft/ja", { source: "en" })], "zh-TW")).toEqual([]);
  });
});

describe("a translation, compared with its source", () => {
  const fields = { title: "t", description: "d", tldr: ["a", "b"] };
  const before = "\nIntro.\n\n## Kept {#kept}\n\nThis.\n\n## Changed {#changed}\n\nOld.\n";
  const after = `${before.replace("Old.", "New.")}\n## Added {#added}\n\nMore.\n`;
  const original = { id: "a/en", data: fields, body: after } as unknown as Entry;
  const translation = {
    id: "a/ja",
    data: { ...fields, translatedFrom: { language: "en", sections: hashSections(fields, before, "en.md") } },
    body: "\n## 変更 {#changed}\n",
  } as unknown as Entry;

  test("names the sections that were changed or added, by its own headings where it has them", () => {
    expect(compareWithSource(translation, original)).toEqual([
      { id: "changed", title: "変更" },
      { id: "added", title: "Added" },
    ]);
  });

  test("names nothing where it is the source itself", () => {
    expect(compareWithSource(original, original)).toEqual([]);
  });
});
