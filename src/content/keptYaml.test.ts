import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { ContentCopy, replacing } from "../../tests/support/contentCopy.ts";
import { ContentFolder } from "./checks/context.ts";
import { checkContent } from "./checks/index.ts";
import { KeptYaml } from "./keptYaml.ts";
import { YamlFile } from "./yamlFile.ts";

describe("a text", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "kept-yaml-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** What a program reads, and leaves to the next. */
  const read = (text: string) => {
    const kept = new KeptYaml(root);
    const { data, syntaxProblems } = YamlFile.parse(text, "list.yaml", kept);
    kept.save();
    return { data, problems: syntaxProblems };
  };
  const parsed = (text: string) => {
    const { data, syntaxProblems } = YamlFile.parse(text, "list.yaml");
    return { data, problems: syntaxProblems };
  };
  const expectSame = (text: string) => {
    expect(read(text)).toEqual(parsed(text));
    // Now from what was kept.
    expect(read(text)).toEqual(parsed(text));
  };

  test("is what it is without anything kept, whatever it is", () => {
    const yaml = fc.oneof(
      fc.anything({ withNullPrototype: false, maxDepth: 3 }).map((value) => stringify(value) ?? ""),
      fc.string({ unit: fc.constantFrom(..."ab:-[]{}'\"#&*!|>\n 01.~\t") }),
    );
    fc.assert(fc.property(yaml, expectSame));
  });

  test.each([
    ["a number that JSON has not", "- .nan\n- -.inf\n- -0\n"],
    ["a name of objects' own", "__proto__: { a: 1 }\nconstructor: 2\n"],
    ["the same value twice", "a: &one { b: 1 }\nc: *one\n"],
    ["a field that is there twice", "a: 1\na: 2\n"],
    ["nothing", ""],
  ])("%s", (_what, text) => expectSame(text));

  test.each([
    ["cut short", (text: string) => text.slice(0, text.length / 2)],
    ["of another parser", (text: string) => text.replace(/"parsers":"./, '"parsers":"?')],
    ["no JSON at all", () => "<html>"],
  ])("is parsed anew where what was kept is %s", (_what, change) => {
    read("a: 1\n");
    const file = join(root, ".cache/yaml.json");
    const whole = readFileSync(file, "utf8");
    // So that what was kept would be seen.
    writeFileSync(file, change(whole.replace('{"a":1}', '{"a":2}')));
    expect(read("a: 1\n").data).toEqual({ a: 1 });
  });
});

test("a check tells the same with what was kept as without, from one edit to the next", () => {
  const copy = new ContentCopy();
  const path = (file: string) => join(copy.root, "content", file);
  const guide = "guides/fixture-whole/en.mdx";
  const edits: [file: string, change: (text: string) => string][] = [
    [guide, replacing("tags: [", "tags: [nowhere, ")],
    [guide, replacing("published:", "publised:")],
    [guide, replacing("---\n", "---\n\ttitle: x\n")],
    ["tags.yaml", (text) => text.replace(/^- /m, "- { id: more, en: More }\n- ")],
    [
      "glossary.yaml",
      (text) => `${text}\n- id: heading\n  en: { term: title, avoid: [heading], definition: What is above. }\n`,
    ],
    ["recipes/express/recipe.yaml", replacing("main:", "main: nothing.js\nmainly:")],
  ];
  const told = () => {
    const fresh = checkContent(new ContentFolder(copy.root));
    for (const _run of [1, 2])
      expect(checkContent(new ContentFolder(copy.root, new KeptYaml(copy.root)))).toEqual(fresh);
    return fresh;
  };
  try {
    expect(told()).toEqual([]);
    for (const [file, change] of edits) {
      const before = readFileSync(path(file), "utf8");
      writeFileSync(path(file), change(before));
      expect(told(), file).not.toEqual([]);
      writeFileSync(path(file), before);
    }
    expect(told()).toEqual([]);
  } finally {
    copy.remove();
  }
});
