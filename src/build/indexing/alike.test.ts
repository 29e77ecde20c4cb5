import { expect, test } from "vitest";
import { stemOf } from "../../search/cut.ts";
import { packAlike, unpackAlike } from "../../search/lexicon.ts";
import { languages } from "../../site.config.ts";
import { alikeOf } from "./alike.ts";

test.each(languages)("%s: a word that stands for others stands for itself", (language) => {
  const alike = alikeOf(language);
  const others = [...new Set(alike.values())].filter((says) => alike.get(stemOf(says)) !== says);
  expect(alike.size).toBeGreaterThan(100);
  expect(others).toEqual([]);
});

test("English words stand for those of the language that they are mixed into", () => {
  expect(alikeOf("zh-TW").get("prod")).toBe(alikeOf("zh-TW").get("上線"));
  expect(alikeOf("ja").get("prod")).toBe(alikeOf("ja").get("本番環境"));
  expect(alikeOf("en").get("stag")).toBe("production");
});

test("names in kana stand for the site's own", () => {
  expect(alikeOf("ja").get("コルス")).toBe("cors");
  expect(alikeOf("ja").get("プログレスバー")).toBe(alikeOf("ja").get("progress"));
});

test.each(languages)("%s: what the browser gets says the same", (language) => {
  const alike = alikeOf(language);
  expect(new Map([...unpackAlike(packAlike(alike))].sort())).toEqual(new Map([...alike].sort()));
});
