import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { behindOf } from "../../src/content/translation/behind.ts";
import { TranslatedContent } from "../../tests/support/translated.ts";
import { runProgram } from "../support/program.ts";
import { findUnit } from "./findUnits.ts";
import { syncUnit } from "./sync.ts";

const fields = "published: 2026-11-21\ntags: [preflight]\ncategory: basics\ndraft: false\n";
const more = "source: en\ncauses: [options-not-routed]\nrecipes: []\nrelated: []\n---\n";
const guide = (title: string, [first, second]: [string, string]) =>
  `---\ntitle: ${title}\ndescription: ${second}\n${fields}tldr:\n  - ${first}\n  - ${second}\n${more}\n## ${title} {#first}\n\n${first}\n\n## ${second} {#second}\n\n${second}\n`;

const files = {
  "guides/how-to/en.mdx": guide("How to do it all", ["The first text of it", "And here is another"]),
  "guides/how-to/ja.mdx": guide("やり方の説明", ["はじめの文章です", "つぎの文章です"]),
  "guides/how-to/zh-TW.mdx": guide("做法說明", ["第一段文字", "第二段文字"]),
  "tags.yaml":
    "# Tags.\n- { id: preflight, zh-TW: 預檢, ja: プリフライト, en: Preflight }\n- { id: lonely, en: Alone }\n",
  "categories.yaml": "- { id: basics, zh-TW: 基礎, ja: 基本, en: Basics }\n",
  "glossary.yaml":
    "# Terms.\n\n- id: origin\n  en:\n    term: origin\n    definition: Scheme, host and port.\n\n- id: preflight\n  en: { term: preflight, definition: What is asked first. }\n  ja: { term: プリフライト, definition: 先に尋ねます。 }\n",
};
const source = "guides/how-to/en.mdx";

let project: TranslatedContent;
beforeEach(() => {
  project = new TranslatedContent(files);
});
afterEach(() => project.remove());

const program = join(import.meta.dirname, "../guide.ts");
const run = (...args: string[]) =>
  runProgram({
    command: [process.execPath, program, ...args],
    folder: project.root,
    env: { ...process.env, NO_COLOR: "1" },
  });
const unit = (name = "how-to") => findUnit(project.content, name);
const open = () =>
  Object.fromEntries(behindOf(unit()).map(({ language, changes }) => [language, changes.map(({ id }) => id)]));
const stamps = () => ["ja", "zh-TW"].map((language) => project.read(`guides/how-to/.made-from/${language}.mdx`));

describe("sync", () => {
  const change = () => {
    project.edit(source, (text) =>
      text.replace("\n\nThe first", "\n\nNow the first").replace("\n\nAnd here", "\n\nAnd there"),
    );
    expect(open()).toEqual({ ja: ["first", "second"], "zh-TW": ["first", "second"] });
  };

  test("shows what has changed, and records nothing that nobody names", async () => {
    change();
    const before = stamps();
    const { code, output } = await run("sync", "how-to");
    expect(output).toContain("[-The-]{+Now+} {+the +}first text of it");
    expect(output).toContain("Name what you have looked at: --section <id>, or --all.");
    expect(code).toBe(1);
    expect(stamps()).toEqual(before);
  });

  test("records the sections that are named, of the language that is named", async () => {
    change();
    const { code, output } = await run("sync", "how-to", "--lang", "ja", "--section", "second");
    expect(output).toContain("guide:how-to ja: second “And here is another” is up to date");
    expect(output).toContain("guide:how-to ja: first “How to do it all” is still behind (reworded)");
    expect(code).toBe(1);
    expect(open()).toEqual({ ja: ["first"], "zh-TW": ["first", "second"] });
  });

  test("records all that is shown, and writes nothing but that", async () => {
    change();
    const texts = ["ja", "zh-TW", "en"].map((language) => project.read(`guides/how-to/${language}.mdx`));
    expect((await run("sync", "how-to", "--all")).code).toBe(0);
    expect(open()).toEqual({ ja: [], "zh-TW": [] });
    expect(["ja", "zh-TW", "en"].map((language) => project.read(`guides/how-to/${language}.mdx`))).toEqual(texts);
  });

  test("records what a person at the terminal answers for, and only that", async () => {
    change();
    const result = await syncUnit(
      project.content,
      unit(),
      {},
      async (_unit, language, { id }) => language === "ja" && id === "first",
    );
    expect(result.left).toBe(3);
    expect(open()).toEqual({ ja: ["second"], "zh-TW": ["first", "second"] });
  });

  test.each<[what: string, edit: (text: string) => string, ids: string[]]>([
    ["new", (text) => text.replace("## And", "## Between {#between}\n\nThis.\n\n## And"), ["between"]],
    ["removed", (text) => text.replace(/## And[\s\S]*/, ""), ["second"]],
    ["renamed", (text) => text.replace("{#second}", "{#other}"), ["other"]],
    ["moved", (text) => text.replace(/(## How[\s\S]*?)(## And[\s\S]*)/, "$2\n$1"), ["second"]],
    [
      "split",
      (text) => text.replace("\n\nThe first text of it\n", "\n\n## Next {#next}\n\nThe first text of it\n"),
      ["first"],
    ],
  ])("records a section that is %s, alone", async (_what, edit, ids) => {
    project.edit(source, (text) => edit(text.replace("title: How", "title: Now how")));
    for (const id of ids) await syncUnit(project.content, unit(), { lang: "ja", section: [id] });
    expect(open().ja).toEqual(["frontmatter"]);
    await syncUnit(project.content, unit(), { lang: "ja", section: ["frontmatter"] });
    expect(open().ja).toEqual([]);
  });

  test("takes a typo for one in all languages, but for one that has more to catch up with", async () => {
    project.edit(source, (text) => text.replace("\n\nThe first text", "\n\nThe frist text"));
    await syncUnit(project.content, unit(), { lang: "zh-TW", all: true });
    project.edit(source, (text) => text.replace("frist text of it", "first text of it, with more to say"));
    await syncUnit(project.content, unit(), { lang: "zh-TW", all: true });
    project.edit(source, (text) => text.replace("more to say", "more too say"));
    await syncUnit(project.content, unit(), { typo: true });
    expect(open()).toEqual({ ja: ["first"], "zh-TW": [] });
  });

  test("takes a typo for one in all languages where they stand on the same text", async () => {
    project.edit(source, (text) => text.replace("\n\nThe first text", "\n\nThe frist text"));
    expect((await run("sync", "how-to", "--typo")).code).toBe(0);
    expect(open()).toEqual({ ja: [], "zh-TW": [] });
  });

  test("records an entry of a list, and leaves the others as they are recorded", async () => {
    project.edit("glossary.yaml", (text) => text.replace("asked first.", "asked before."));
    project.edit("tags.yaml", (text) => text.replace("en: Preflight", "en: Preflights"));
    expect((await run("sync", "term:preflight", "--all")).code).toBe(0);
    expect(project.read(".made-from/ja/glossary.yaml")).toContain("What is asked before.");
    expect(project.read(".made-from/ja/tags.yaml")).toContain("name: Preflight\n");
  });

  test("knows an entry whose id was renamed", () => {
    project.edit("tags.yaml", (text) => text.replace("id: preflight", "id: preflights"));
    expect(behindOf(unit("tag:preflights"))).toEqual(
      ["zh-TW", "ja"].map((language) => ({ language, recorded: true, changes: [] })),
    );
  });
});

describe("status", () => {
  test("has each unit by language, what is missing or behind, and the command to take it on", async () => {
    project.edit(source, (text) => text.replace("\n\nAnd here", "\n\nAnd there"));
    const { code, output } = await run("status", "--lang", "ja");
    expect(code).toBe(0);
    expect(output).toContain("guide:how-to  ja  second reworded\n  npm run guide -- diff guide:how-to --lang ja\n");
    expect(output).toContain("term:origin  ja  missing\n  npm run guide -- translate term:origin --to ja\n");
    expect(output).toContain("ja: 4 of 6 translated, 1 behind, 9 words to translate");
    expect(output).not.toContain("zh-TW");
  });

  test("is JSON for programs, and a table for a pull request", async () => {
    project.edit(source, (text) => text.replace("\n\nAnd here", "\n\nAnd there"));
    const stale = JSON.parse((await run("status", "--stale", "--json")).output);
    expect(
      stale.units.map(({ unit, language, sections }: { unit: string; language: string; sections: unknown }) => [
        unit,
        language,
        sections,
      ]),
    ).toEqual(["zh-TW", "ja"].map((language) => ["guide:how-to", language, [{ id: "second", change: "reworded" }]]));
    const { output } = await run("status", "--stale", "--markdown");
    expect(output).toContain(
      "| guide:how-to | ja | second reworded | `npm run guide -- diff guide:how-to --lang ja` |",
    );
  });
});

describe("translate", () => {
  test("writes the source's structure, its words marked, and nothing else changed", async () => {
    project.write(
      "guides/parts/en.mdx",
      `---\ntitle: "A title: quoted"\ndescription: What it is\n${fields}tldr: [One line, Another line]\n${more}\nText with \`code\` and a [link](guide:how-to).\n\n## A heading {#a}\n\n- An item\n- \`only code\`\n\n| Head | 1 |\n|---|---|\n| Cell text | \`c\` |\n\n![A picture](/p.svg "Its caption")\n\n<Correction claim="It is said.">\n\nIt is not.\n\n</Correction>\n\n<Checker preset="axios-put" />\n\n\`\`\`sh\n# a comment\ncurl\n\`\`\`\n`,
    );
    const { code, output } = await run("translate", "guide:parts", "--to", "ja");
    expect(code).toBe(0);
    expect(output).toContain("content/guides/parts/ja.mdx: translate what stands behind [en→ja]");
    const mark = "[en→ja] ";
    expect(project.read("guides/parts/ja.mdx")).toBe(
      `---\ntitle: "${mark}A title: quoted"\ndescription: "${mark}What it is"\n${fields}tldr: ["${mark}One line", "${mark}Another line"]\n${more}\n${mark}Text with \`code\` and a [link](guide:how-to).\n\n## ${mark}A heading {#a}\n\n- ${mark}An item\n- \`only code\`\n\n| ${mark}Head | 1 |\n|---|---|\n| ${mark}Cell text | \`c\` |\n\n![${mark}A picture](/p.svg "${mark}Its caption")\n\n<Correction claim="${mark}It is said.">\n\n${mark}It is not.\n\n</Correction>\n\n<Checker preset="axios-put" />\n\n\`\`\`sh\n# a comment\ncurl\n\`\`\`\n`,
    );
  });

  test.each([
    ["tag:lonely", "tags.yaml", "- { id: lonely, en: Alone }", '- { id: lonely, en: Alone, ja: "[en→ja] Alone" }'],
    [
      "term:origin",
      "glossary.yaml",
      "    definition: Scheme, host and port.\n",
      '    definition: Scheme, host and port.\n  ja:\n    term: "[en→ja] origin"\n    definition: "[en→ja] Scheme, host and port."\n',
    ],
  ])("adds a language to the entry %s, and changes no other line", async (name, file, before, after) => {
    const text = project.read(file);
    expect((await run("translate", name, "--to", "ja")).code).toBe(0);
    expect(project.read(file)).toBe(text.replace(before, after));
  });

  test("never writes over a translation", async () => {
    const { code, output } = await run("translate", "how-to", "--to", "ja");
    expect(output).toContain("content/guides/how-to/ja.mdx has guide:how-to in ja already.");
    expect(code).toBe(2);
  });
});

describe("new", () => {
  test("makes a guide in which nothing is missing but what nobody can know", async () => {
    expect((await run("new", "guide", "a-new-one", "--lang", "ja", "--title", "新しいガイド")).code).toBe(0);
    const text = project.read("guides/a-new-one/ja.mdx");
    expect(text).toContain("title: 新しいガイド\n");
    expect(text).toContain("# preflight, lonely\ntags: []\n");
    expect(text).toContain("source: ja\n");
    const { output } = await run("check", "content/guides/a-new-one");
    for (const field of ["description", "tags", "category", "tldr", "causes"]) expect(output).toContain(`"${field}"`);
  });

  test("makes an entry of a list with all languages", async () => {
    expect((await run("new", "tag", "proxies", "--lang", "en")).code).toBe(0);
    expect(project.read("tags.yaml")).toContain(
      '- id: proxies\n  zh-TW: "[en→zh-TW] Proxies"\n  ja: "[en→ja] Proxies"\n  en: Proxies\n',
    );
  });

  test.each([
    [["guide", "how-to", "--lang", "ja"], 'There is a guide "how-to" already.'],
    [["guide", "How_To", "--lang", "ja"], "is not lower-case words joined by hyphens"],
    [["guide", "other", "--lang", "fr"], 'The site has no language "fr".'],
    [["guide", "other"], "--lang is missing"],
    [["recipe", "other", "--lang", "ja"], "A recipe begins with a copy of another."],
  ])("says what is wrong with %j, and writes nothing", async (args, message) => {
    const { code, output } = await run("new", ...args);
    expect(output).toContain(message);
    expect(code).toBe(2);
  });
});

describe("check", () => {
  test("mends what a machine can mend, and says what it did", async () => {
    project.edit("guides/how-to/zh-TW.mdx", (text) => text.replace(/第一段文字\n\n/, "第一段,文字和CORS\n\n"));
    const { output, code } = await run("check", "--fix", "content/guides/how-to");
    expect(output).toContain("content/guides/how-to/zh-TW.mdx:");
    expect(output).toContain('"第一段,文字和CORS" → "第一段，文字和CORS"');
    expect(project.read("guides/how-to/zh-TW.mdx")).toContain("第一段，文字和 CORS\n");
    expect(code).toBe(0);
  });

  test("refuses what is still marked, what was only copied, and a translation of which nothing is recorded", async () => {
    project.edit("guides/how-to/ja.mdx", (text) => text.replace("\n\nはじめの", "\n\n[en→ja] The first"));
    project.edit("guides/how-to/zh-TW.mdx", (text) => text.replace(/\n\n第二段文字\n$/, "\n\nAnd here is another\n"));
    project.edit("glossary.yaml", (text) =>
      text.replace("port.\n", "port.\n  ja: { term: オリジン, definition: 三つ組です。 }\n"),
    );
    const { code, output } = await run("check", "--json");
    const found = JSON.parse(output) as { file: string; line: number; message: string; hint: string }[];
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          file: "content/guides/how-to/ja.mdx",
          line: 19,
          message: expect.stringContaining("marked as to be translated: [en→ja] The first"),
        }),
        expect.objectContaining({
          file: "content/guides/how-to/zh-TW.mdx",
          line: 23,
          message: expect.stringContaining("The paragraph is not translated"),
        }),
      ]),
    );
    expect(code).toBe(1);
  });
});

test.each([
  [["nonsense"], "unknown command 'nonsense'"],
  [["diff"], "missing required argument 'unit'"],
  [["diff", "how-too"], 'Did you mean "how-to"?'],
  [["diff", "how-to", "--lang", "xx"], 'The site has no language "xx".'],
  [["sync", "how-to", "--section", "nowhere"], "Nothing has changed in {#nowhere}."],
])("%j is answered with what to do, and status 2", async (args, message) => {
  const { code, output } = await run(...args);
  expect(output).toContain(message);
  expect(output).toContain("  → ");
  expect(code).toBe(2);
});

test("nothing but sync writes what a translation was made from", () => {
  const writers = ["create", "translate", "status", "diff"].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.ts`), "utf8"),
  );
  expect(writers.filter((text) => text.includes("writeStamps"))).toEqual([]);
});
