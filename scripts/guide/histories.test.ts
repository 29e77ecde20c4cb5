import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { behindOf } from "../../src/content/translation/behind.ts";
import { TranslatedContent } from "../../tests/support/translated.ts";
import { describeChange, nameSection } from "./describeChange.ts";
import { diffUnit } from "./diff.ts";
import { findUnit } from "./findUnits.ts";
import { plain } from "./showDifference.ts";

// What befalls a source after it was translated, and what a person would say of it.

const ja = `---
title: 404の直し方
description: 説明です。
published: 2026-11-21
tags: [preflight]
category: basics
draft: false
tldr:
  - ひとつ目の要点
  - ふたつ目の要点
source: ja
causes: [options-not-routed]
recipes: []
related: []
---

はじめの段落です。ここには**強調**と[リンク](guide:a)があります。

## 意味 {#meaning}

ブラウザーはOPTIONSを送ります。サーバーは404を返します。
だから本リクエストは送られません。

- ひとつ目の項目
- ふたつ目の項目

### くわしく {#details}

もっと詳しい説明です。が、ここまでです。

## 直し方 {#fix}

ミドルウェアをルートの前に置きます。

\`\`\`python
def handle(request):
    if request.method == "OPTIONS":
        return 204
    return 404
\`\`\`

<Checker preset="axios-put" />

認証より前に置くことが大切です。

## 確かめる {#verify}

curlでもう一度送ります。

## まとめ {#summary}

おわりの段落です。
`;

const en = ja.replace(/[ぁ-んァ-ヶ一-龠ー。、]+/g, "words ").replace("source: words", "source: ja");
const path = "guides/how-to/ja.mdx";

let project: TranslatedContent;
beforeEach(() => {
  project = new TranslatedContent({ [path]: ja, "guides/how-to/en.mdx": en });
});
afterEach(() => project.remove());

/** What the status says of the translation: a line for each section. */
function said(name = "guide:how-to"): string[] {
  const [behind] = behindOf(findUnit(project.content, name));
  return (behind?.changes ?? []).map((change) => `${nameSection(change)}: ${describeChange(change)}`);
}

/** What the diff shows of the sections, without their names. */
const shown = (name = "guide:how-to") =>
  diffUnit(findUnit(project.content, name), plain)
    .text.split("\n")
    .filter((line) => line.startsWith("    "))
    .map((line) => line.slice(4));

const section = (id: string, text: string) => {
  const start = text.search(new RegExp(`^## .*\\{#${id}\\}`, "m"));
  const next = text.slice(start + 1).search(/^## /m);
  return text.slice(start, next < 0 ? undefined : start + 1 + next);
};

describe("what changes the meaning is said, section by section and word by word", () => {
  test.each<[what: string, change: (text: string) => string, said: string[], shown: string[]]>([
    [
      "a typo",
      (text) => text.replace("もっと詳しい説明です。が、", "もっと詳しい説明ですが、"),
      ["meaning “意味”: reworded"],
      ["もっと詳しい説明[-です。が-]{+ですが+}、ここまでです。"],
    ],
    [
      "a reworded sentence",
      (text) => text.replace("ルートの前に", "認証の前に"),
      ["fix “直し方”: reworded"],
      ["ミドルウェアを[-ルート-]{+認証+}の前に置きます。"],
    ],
    [
      "the title",
      (text) => text.replace("title: 404の直し方", "title: 405の直し方"),
      ["frontmatter: reworded"],
      ["title: [-404-]{+405+}の直し方"],
    ],
    [
      "the paragraph before the first heading, removed",
      (text) => text.replace(/^はじめの.*\n\n/m, ""),
      ["intro: removed"],
      ["[-はじめの段落です。ここには強調とリンクがあります。-]"],
    ],
    [
      "a new section",
      (text) => text.replace("## まとめ", "## キャッシュ {#cache}\n\n保存された答えです。\n\n## まとめ"),
      ["cache “キャッシュ”: new"],
      ["{+## キャッシュ+}", "{+保存された答えです。+}"],
    ],
    [
      "a section that is gone",
      (text) => text.replace(section("verify", text), ""),
      ["verify “確かめる”: removed"],
      ["[-## 確かめる-]", "[-curlでもう一度送ります。-]"],
    ],
    [
      "two sections that have changed places",
      (text) => {
        const moved = section("verify", text);
        return text.replace(moved, "").replace("## 直し方", () => `${moved}## 直し方`);
      },
      ["verify “確かめる”: moved"],
      [],
    ],
    [
      "a section that is two now",
      (text) => text.replace("認証より前に", "## 順番 {#order}\n\n認証より前に"),
      ["fix “直し方”: split: a part of it is now {#order}"],
      ["{+## 順番+}"],
    ],
    [
      "two sections that are one now",
      (text) => text.replace("## 確かめる {#verify}\n\n", ""),
      ["fix “直し方”: merged: {#verify} is now a part of it"],
      ["[-## 確かめる-]"],
    ],
    [
      "a paragraph that stands in another section now",
      (text) =>
        text
          .replace("認証より前に置くことが大切です。\n\n", "")
          .replace("curlでもう", "認証より前に置くことが大切です。\n\ncurlでもう"),
      ["fix “直し方”: reworded", "verify “確かめる”: reworded"],
      ["[-認証より前に置くことが大切です。-]", "{+認証より前に置くことが大切です。+}"],
    ],
    [
      "a renamed id of a section: one change",
      (text) => text.replace("{#verify}", "{#check}"),
      ["check “確かめる”: renamed, was {#verify}"],
      [],
    ],
    [
      "a renamed id of a section that is reworded, too",
      (text) => text.replace("確かめる {#verify}", "確認する {#check}"),
      ["check “確認する”: renamed, was {#verify}, reworded"],
      ["## [-確かめる-]{+確認する+}"],
    ],
    [
      "a renamed id of a heading within a section",
      (text) => text.replace("{#details}", "{#more}"),
      ["meaning “意味”: reworded"],
      ["### くわしく {#[-details-]{+more+}}"],
    ],
    [
      "code only",
      (text) => text.replace("return 404", "return 405"),
      ["fix “直し方”: code changed"],
      [
        "```python",
        "def handle(request):",
        '    if request.method == "OPTIONS":',
        "        return 204",
        "[-    return 404",
        "-]{+    return 405",
        "+}```",
      ],
    ],
    [
      "the indentation of code only",
      (text) => text.replace("    return 404", "        return 404"),
      ["fix “直し方”: code changed"],
      [
        "```python",
        "def handle(request):",
        '    if request.method == "OPTIONS":',
        "        return 204",
        "[-    return 404",
        "-]{+        return 404",
        "+}```",
      ],
    ],
    [
      "a component's property",
      (text) => text.replace('preset="axios-put"', 'preset="fetch-json"'),
      ["fix “直し方”: component changed"],
      ['<Checker preset="[-axios-]{+fetch+}-[-put-]{+json+}" />'],
    ],
  ])("%s", (_what, change, expectedWords, expectedLines) => {
    project.edit(path, change);
    expect(said()).toEqual(expectedWords);
    expect(shown()).toEqual(expectedLines);
  });
});

describe("what changes no meaning is not said", () => {
  test.each<[what: string, change: (text: string) => string]>([
    [
      "lines wrapped anew, in Japanese, too",
      (text) => text.replace("サーバーは404", "\nサーバーは\n404").replace("段落です。ここ", "段落です。\nここ"),
    ],
    ["blank lines and spaces at the ends of lines", (text) => text.replace("\n\n## 意味", "  \n\n\n\n## 意味")],
    [
      "spaces between Han or kana and Latin",
      (text) => text.replace("ブラウザーはOPTIONSを", "ブラウザーは OPTIONS を").replace("curlで", "curl で"),
    ],
    ["another form of normalisation", (text) => text.normalize("NFD")],
    ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
    ["where a link leads", (text) => text.replace("(guide:a)", "(guide:b#c)")],
    [
      "marks of emphasis",
      (text) =>
        text
          .replace("**強調**", "強調")
          .replace("大切です", "**大切です。**")
          .replace("**大切です。**。", "**大切です。**"),
    ],
    ["a comment", (text) => text.replace("## 直し方", "{/* まだ途中 */}\n\n## 直し方")],
    [
      "what a formatter does: other marks, other escapes, tables and lists",
      (text) => text.replaceAll("- ひとつ目の項目\n- ふ", "* ひとつ目の項目\n\n* ふ"),
    ],
    [
      "tags, dates and other fields that nobody translates",
      (text) => text.replace("tags: [preflight]", "tags: [preflight, options]\nupdated: 2026-11-22"),
    ],
  ])("%s", (_what, change) => {
    project.edit(path, change);
    expect(said()).toEqual([]);
    expect(diffUnit(findUnit(project.content, "how-to"), plain).text).toBe("guide:how-to, en from ja: up to date.");
  });
});

describe("where the files have been is not asked", () => {
  const git = (folder: string, ...args: string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args],
      { cwd: folder, stdio: "pipe" },
    );
  const reword = (text: string) => text.replace("ルートの前に", "認証の前に");

  test("a renamed folder", () => {
    project.edit(path, reword);
    renameSync(join(project.content.path, "guides/how-to"), join(project.content.path, "guides/how-not-to"));
    expect(said("guide:how-not-to")).toEqual(["fix “直し方”: reworded"]);
  });

  test("commits that were squashed, and a shallow clone of them", () => {
    git(project.root, "init", "-q", "-b", "main");
    git(project.root, "add", "-A");
    git(project.root, "commit", "-qm", "translated");
    project.edit(path, reword);
    git(project.root, "add", "-A");
    git(project.root, "commit", "-qm", "reworded");
    git(project.root, "reset", "-q", "--soft", "HEAD~1");
    git(project.root, "commit", "-q", "--amend", "-m", "both");
    const clone = join(project.root, "clone");
    git(project.root, "clone", "-q", "--depth", "1", `file://${project.root}`, clone);
    const unit = findUnit(new ContentFolder(clone), "guide:how-to");
    expect(diffUnit(unit, plain).text).toContain("ミドルウェアを[-ルート-]{+認証+}の前に置きます。");
  });
});
