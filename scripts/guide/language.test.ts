import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addLanguage, removeLanguage } from "./language.ts";

const repository = join(import.meta.dirname, "../..");
const [config, strings] = ["src/site.config.ts", "src/i18n/strings.ts"];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "language-"));
  mkdirSync(join(root, "src/i18n/ui"), { recursive: true });
  mkdirSync(join(root, "content"));
  for (const file of [config, strings]) cpSync(join(repository, file), join(root, file));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(root, file), "utf8");
function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe("adding a language", () => {
  test("is one line of the configuration, with its own name for itself", () => {
    const before = read(config);
    addLanguage(root, "ko");
    const line = '  ko: { name: "한국어", site: "Preflight Guide", state: "growing" },\n';
    expect(read(config).replace(line, "")).toBe(before);
    expect(read(config).indexOf(line)).toBeGreaterThan(before.indexOf("  en: {"));
  });

  test("makes the files of its words, and has them read", () => {
    addLanguage(root, "pt-BR", { name: "Português", site: "Guia" });
    expect(read(config)).toContain('  "pt-BR": { name: "Português", site: "Guia", state: "growing" },\n');
    expect(read(strings)).toContain('import { ptBR } from "./ui/pt-BR/index.ts";\nimport { zhTW }');
    expect(read(strings)).toContain('  ja,\n  "pt-BR": ptBR,\n  "zh-TW": zhTW,\n');
    expect(read("src/i18n/ui/pt-BR/common.ts")).toContain("export const common");
    expect(read("src/i18n/ui/pt-BR/index.ts")).toContain("export const ptBR");
  });

  test.each([
    ["jp", '"jp" is no language\'s tag.'],
    ["ZH-hk", '"ZH-hk" is no language\'s tag.'],
    ["x y", '"x y" is no language\'s tag.'],
    ["ja", 'has a line for "ja" already, as complete.'],
  ])("%s is refused, and nothing is written", (tag, message) => {
    const before = [read(config), read(strings)];
    expect(() => addLanguage(root, tag)).toThrow(message);
    expect([read(config), read(strings)]).toEqual(before);
  });
});

describe("removing a language", () => {
  test("that nothing was written in leaves everything as it was", () => {
    const before = [read(config), read(strings)];
    addLanguage(root, "ko");
    removeLanguage(root, "ko");
    expect([read(config), read(strings)]).toEqual(before);
    expect(existsSync(join(root, "src/i18n/ui/ko"))).toBe(false);
  });

  const lists = {
    "content/tags.yaml": "# Tags.\n- { id: a, ko: '가, 나', en: A } # one\n- { id: b, en: B, ko: 나 }\n",
    "content/glossary.yaml":
      "- id: origin\n  ko:\n    term: 출처\n    definition: >\n      여러 줄의\n      설명\n  en:\n    term: origin # as it is\n- id: other\n  en: { term: other }\n  ko: { term: 다른 }\n",
    "content/recipes/none/recipe.yaml": "name: x\nwhy:\n  en: Because.\n  ko: 왜냐하면\nslots: []\n",
  };
  const without = {
    "content/tags.yaml": "# Tags.\n- { id: a, en: A } # one\n- { id: b, en: B }\n",
    "content/glossary.yaml": "- id: origin\n  en:\n    term: origin # as it is\n- id: other\n  en: { term: other }\n",
    "content/recipes/none/recipe.yaml": "name: x\nwhy:\n  en: Because.\nslots: []\n",
  };

  test("that something was written in only switches it off, and says how much there is", () => {
    addLanguage(root, "ko");
    write("content/guides/x/ko.mdx", "---\nsource: en\n---\n");
    const said = removeLanguage(root, "ko");
    expect(read(config)).toContain('site: "Preflight Guide", state: "off" },');
    expect(said).toContain("What was written in it stays: 1 files and entries.");
    expect(existsSync(join(root, "content/guides/x/ko.mdx"))).toBe(true);
  });

  test("deletes what was written in it where that is asked for, and nothing besides, letter by letter", () => {
    addLanguage(root, "ko");
    for (const [file, text] of Object.entries(lists)) write(file, text);
    write("content/guides/x/en.mdx", "---\nsource: en\n---\n");
    write("content/guides/x/ko.mdx", "---\nsource: en\n---\n");
    write("content/guides/x/.made-from/ko.mdx", "---\n---\n");
    write("content/.made-from/ko/tags.yaml", "- id: a\n");
    removeLanguage(root, "ko", true);
    expect(Object.fromEntries(Object.keys(lists).map((file) => [file, read(file)]))).toEqual(without);
    expect(existsSync(join(root, "content/guides/x/en.mdx"))).toBe(true);
    for (const gone of ["content/guides/x/ko.mdx", "content/guides/x/.made-from", "content/.made-from"])
      expect(existsSync(join(root, gone)), gone).toBe(false);
  });

  test("refuses to delete what was first written in it", () => {
    addLanguage(root, "ko");
    write("content/guides/x/ko.mdx", "---\nsource: ko\n---\n");
    expect(() => removeLanguage(root, "ko", true)).toThrow(
      '1 texts were first written in "ko": content/guides/x/ko.mdx',
    );
    expect(existsSync(join(root, "content/guides/x/ko.mdx"))).toBe(true);
    expect(read(config)).toContain("  ko: {");
  });
});
