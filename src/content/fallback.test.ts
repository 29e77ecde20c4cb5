import { describe, expect, test } from "vitest";
import { langOf, shownIn, shownWords } from "./fallback.ts";

describe("the language in which a text is shown", () => {
  const shown = (...has: string[]) => shownIn("ja", "zh-TW", (language) => has.includes(language));

  test("is the reader's own where it is there", () => {
    expect(shown("en", "ja", "zh-TW")).toBe("ja");
  });

  test("else the one that it was first written in, and no other translation", () => {
    expect(shown("en", "zh-TW")).toBe("zh-TW");
    expect(shown("en")).toBeUndefined();
  });
});

test("words of a list are shown with the language that they are in", () => {
  const words = { source: "en", en: "header", "zh-TW": "標頭" } as const;
  expect(shownWords<string>(words, "zh-TW")).toEqual({ words: "標頭", writtenIn: "zh-TW" });
  expect(shownWords<string>(words, "ja")).toEqual({ words: "header", writtenIn: "en" });
});

test("only what is in another language than its page is marked", () => {
  expect(langOf("en", "ja")).toBe("en");
  expect(langOf("ja", "ja")).toBeUndefined();
});
