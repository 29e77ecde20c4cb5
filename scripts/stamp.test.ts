import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { stampText } from "./stamp.ts";
import { runProgram } from "./support/program.ts";

const sections = { frontmatter: "11111111", intro: "22222222" };
const recorded = 'translatedFrom:\n  language: en\n  sections:\n    frontmatter: "11111111"\n    intro: "22222222"\n';
const old = 'translatedFrom:\n  language: ja\n  sections:\n    gone: "00000000"\n';
const before = "---\ntitle: '標題' # a note\n";
const after = "related: []\n";
const body = "---\n\ntranslatedFrom:\n  language: in the text\n\n---\n";

describe("the text of a translation", () => {
  test.for<[string, string, string]>([
    ["that has none", before + after + body, before + after + recorded + body],
    ["that has an old one at its end", before + after + old + body, before + after + recorded + body],
    ["that has an old one in the middle", before + old + after + body, before + after + recorded + body],
    ["that has an old one first", `---\n${old}${after}${body}`, `---\n${after}${recorded}${body}`],
    [
      "with a blank line and a comment in the old one",
      `${before}translatedFrom:\n  language: ja\n\n# a remark\n  sections:\n    gone: "00000000"\n${after}${body}`,
      before + after + recorded + body,
    ],
    [
      "with the old one in braces",
      `${before}translatedFrom: { language: ja,\n  sections: { gone: "00000000" } }\n${after}${body}`,
      before + after + recorded + body,
    ],
    [
      "with a comment on the field after the old one",
      `${before}${old}# of the field\n${after}${body}`,
      `${before}# of the field\n${after}${recorded}${body}`,
    ],
    ["with a mark of its byte order", `\uFEFF${before}${after}${body}`, `\uFEFF${before}${after}${recorded}${body}`],
  ])("%s gets what it was made from, and nothing else of it changes", ([, text, stamped]) => {
    expect(stampText(text, "en", sections)).toBe(stamped);
    expect(stampText(stamped, "en", sections)).toBe(stamped);
  });

  test("with line ends of Windows keeps them, and has the old record no longer", () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    const stamped = stampText(windows(before + old + after + body), "en", sections);
    expect(stamped).toBe(windows(before + after) + recorded + windows(body));
    expect(parse(/^---\r?\n(.*?)^---/ms.exec(stamped)?.[1] ?? "")).toMatchObject({
      related: [],
      translatedFrom: { language: "en", sections },
    });
  });
});

describe("npm run stamp", () => {
  const fixtures = "tests/fixtures/content/guides/fixture-whole";
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stamp-"));
    cpSync(fixtures, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(at(name), "utf8");
  const stamp = (...names: string[]) =>
    runProgram({ command: [process.execPath, "scripts/stamp.ts", ...names.map(at)] });
  const fresh = (name: string) => read(name).match(/^translatedFrom:\n(?: .*\n)*/gm);
  const written = (name: string) => readFileSync(join(fixtures, name), "utf8");

  test("records the source's sections in each file that is named, and writes nothing else", async () => {
    const { code, output } = await stamp("ja.mdx", "en.mdx");
    expect(output).toBe(["ja.mdx", "en.mdx"].map((name) => `${at(name)}: made from zh-TW.mdx as it is now\n`).join(""));
    expect(code).toBe(0);
    expect(read("zh-TW.mdx")).toBe(written("zh-TW.mdx"));
    for (const name of ["ja.mdx", "en.mdx"]) {
      const [block = ""] = fresh(name) ?? [];
      expect(fresh(name)).toHaveLength(1);
      expect(read(name).replace(block, "")).toBe(written(name).replace(/^translatedFrom:\n(?: .*\n)*/m, ""));
    }
    expect(fresh("ja.mdx")).toEqual(fresh("en.mdx"));
    expect(read("ja.mdx")).not.toBe(written("ja.mdx"));
  });

  test.for<[string, string[], string, string]>([
    ["no file", [], "No file was named.", "npm run stamp -- content/guides/"],
    ["a file that is not there", ["ja.mdx", "ko.mdx"], "There is no file ", "Name a translation"],
    ["the source itself", ["ja.mdx", "zh-TW.mdx"], "is the guide's source", "Name one of the other files"],
    ["a file without frontmatter", ["ja.mdx", "bare.mdx"], "has no frontmatter", "Start it with a line ---"],
    ["a file with a mistake", ["ja.mdx", "wrong.mdx"], 'There is no field "sauce"', "Mend these first."],
    [
      "a file whose source is missing",
      ["en.mdx", "lost.mdx"],
      "has no file in its source language, ja",
      "Write ja.mdx",
    ],
  ])("says so of %s, and then writes nothing", async ([, names, wrong, hint]) => {
    writeFileSync(at("bare.mdx"), "# No fields\n");
    writeFileSync(at("wrong.mdx"), written("ja.mdx").replace("source:", "sauce:"));
    writeFileSync(at("lost.mdx"), written("ja.mdx").replace("source: zh-TW", "source: ja"));
    if (names.includes("lost.mdx")) rmSync(at("ja.mdx"));
    const [first] = names;
    const { code, output } = await stamp(...names);
    expect(output).toContain(wrong);
    expect(output).toContain(`→ ${hint}`);
    expect(code).toBe(1);
    if (first) expect(read(first)).toBe(written(first));
  });
});
