import { describe, expect, test } from "vitest";
import type { Language } from "../site.config.ts";
import { listGuides } from "./guideList.ts";

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
      { slug: "whole", language: "ja", writtenIn: "ja", entry: entries[0], languages: ["zh-TW", "ja", "en"] },
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
