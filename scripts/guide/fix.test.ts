import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { checkContent } from "../../src/content/checks/index.ts";
import { ContentCopy } from "../../tests/support/contentCopy.ts";
import { fixContent, sayMended } from "./fix.ts";

let copy: ContentCopy;
beforeEach(() => {
  copy = new ContentCopy();
});
afterEach(() => copy.remove());

const file = (language: string) => `content/guides/fixture-whole/${language}.mdx`;
const path = (language: string) => join(copy.root, file(language));
const content = () => new ContentFolder(copy.root);
/** What stands at the end of a text once it was mended. */
async function mended(language: string, lines: string, sound = true): Promise<string> {
  const before = readFileSync(path(language), "utf8");
  writeFileSync(path(language), `${before}\n${lines}\n`);
  const done = await fixContent(content());
  const after = readFileSync(path(language), "utf8");
  expect(after.startsWith(before)).toBe(true);
  expect(done.every((one) => one.file === file(language))).toBe(true);
  if (sound) expect(checkContent(content()).filter((problem) => problem.file === file(language))).toEqual([]);
  return after.slice(before.length + 1, -1);
}

test.each([
  ["a mark beside Chinese, with its space", "標頭, 方法;來源", "標頭，方法；來源"],
  ["spaces between Chinese and what is not", "這是CORS標頭，用`fetch`送出5次", "這是 CORS 標頭，用 `fetch` 送出 5 次"],
  ["a pair of parentheses, both of them", "標頭(CORS)與方法", "標頭（CORS）與方法"],
  ["spaces beside a mark that has its own", "標頭 ，方法 。", "標頭，方法。"],
  ["quotation marks of other languages", "說“好”就好", "說「好」就好"],
  ["a word that the glossary says to avoid", "這是預先檢查。", "這是預檢請求。"],
  ["white space at the end of a line", "標頭。 \n方法。\t", "標頭。\n方法。"],
])("%s is mended", async (_what, before, after) => {
  expect(await mended("zh-TW", before)).toBe(after);
});

test.each([
  ["a space between Japanese and what is not", "API を`fetch`で 5回呼びます。", "APIを`fetch`で5回呼びます。"],
  ["half-width marks, and a pair of parentheses", "標準,です.関数(値)です!", "標準、です。関数（値）です！"],
  ["half-width kana", "ｶﾅとﾌﾟﾘﾌﾗｲﾄ", "カナとプリフライト"],
  ["full-width letters and digits", "ＡＰＩを５回", "APIを5回"],
  ["voiced kana in two characters", "ブラウザ\u3099", "ブラウザ\u3099".normalize("NFC")],
  ["a word that has one other", "コンテナで構いません。", "コンテナーでかまいません。"],
])("in Japanese, %s is mended", async (_what, before, after) => {
  expect(await mended("ja", before)).toBe(after);
});

test("Japanese code, and what is right against a rule, stay as they are", async () => {
  const text = "`標準,です.`は`.NET`の--dry-runです。";
  expect(await mended("ja", text)).toBe(text);
});

test("an English word to avoid keeps its capital letter, and stays where an article may have to change", async () => {
  expect(await mended("en", "Pre-flight comes first.")).toBe("Preflight request comes first.");
  expect(await mended("en", "It is a pre-flight.", false)).toBe("It is a pre-flight.");
});

test.each([
  ["what has a meaning to choose", "软件的时间"],
  ["a parenthesis whose other half is code", "標頭(`a` 與方法"],
])("%s is left to its author", async (_what, text) => {
  expect(await mended("zh-TW", text, false)).toBe(text);
});

test("code, and a line that two spaces break, stay as they are", async () => {
  const text = "第一行  \n第二行\n\n```text\n標頭,方法 \n```";
  expect(await mended("zh-TW", text, false)).toBe(text);
});

test("what was done is said, place by place, and sound content stays as it is", async () => {
  expect(await fixContent(content())).toEqual([]);
  const before = readFileSync(path("zh-TW"), "utf8");
  writeFileSync(path("zh-TW"), `${before}\n這是CORS標頭\n`);
  const said = sayMended(await fixContent(content()));
  expect(said).toContain(`${file("zh-TW")}:${before.split("\n").length + 1}\n`);
  expect(said).toContain('"這是CORS標頭" → "這是 CORS標頭"');
  expect(said).toContain("Mended 2 places.");
});
