import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { checkEnglish } from "./english.ts";
import { checkJapanese } from "./japanese.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "language-"));
  const folder = join(root, "content/guides/a");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "en.mdx"),
    "---\ntitle: The prefligth\n---\n\n`codez` and axios are right.\n\nA browser\nsends a reqest, [lnik](https://a.example/hjkl).\n",
  );
  writeFileSync(
    join(folder, "ja.mdx"),
    "---\ntitle: 正しい題\n---\n\n`GET`を送ります。\n\nAPI を呼びます。\n\nコンテナを使います。\n\n設定は構いませんが、ｶﾅは使いません。\n",
  );
});
afterAll(() => rmSync(root, { recursive: true }));

test("what is misspelt in English is told with its line and what it may have meant; code and addresses are no words", async () => {
  const problems = await checkEnglish(new ContentFolder(root));
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'content/guides/a/en.mdx:2 "prefligth" is not in the dictionary.',
    'content/guides/a/en.mdx:8 "reqest" is not in the dictionary.',
    'content/guides/a/en.mdx:8 "lnik" is not in the dictionary.',
  ]);
  expect(problems[1]?.hint).toContain('Did you mean "request"?');
});

test("what is against the rules in Japanese is told with its line", async () => {
  const problems = await checkJapanese(new ContentFolder(root));
  const told = new Set(problems.map(({ file, line, message }) => `${file}:${line} ${message.split(" ")[0]}`));
  expect(told).toEqual(
    new Set([
      "content/guides/a/ja.mdx:7 3.1.1.全角文字と半角文字の間",
      "content/guides/a/ja.mdx:9 prh",
      "content/guides/a/ja.mdx:11 prh",
      "content/guides/a/ja.mdx:11 no-hankaku-kana",
    ]),
  );
});
