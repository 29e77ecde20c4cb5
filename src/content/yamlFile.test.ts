import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "astro/zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { YamlFile } from "./yamlFile.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yaml-file-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function markdown(text: string): YamlFile | null {
  const path = join(folder, "text.md");
  writeFileSync(path, text);
  return YamlFile.readFrontmatter(path, "content/text.md");
}

function yaml(text: string): YamlFile {
  const path = join(folder, "list.yaml");
  writeFileSync(path, text);
  return YamlFile.read(path, "content/list.yaml");
}

const text = `---
title: A
tags:
  - one
  - two
nested:
  inner: 1
empty:
---

Body.
`;

describe("a Markdown file", () => {
  test("is its fields, its body, and the line on which that starts", () => {
    expect(markdown(text)).toMatchObject({
      data: { title: "A", tags: ["one", "two"], nested: { inner: 1 }, empty: null },
      body: "\nBody.\n",
      bodyLine: 10,
    });
  });

  test.each([
    ["line ends of Windows", text.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${text}`],
  ])("may have %s", (_what, variant) => {
    const file = markdown(variant);
    expect(file).toMatchObject({ data: { title: "A" }, bodyLine: 10 });
    expect(file?.lineOf(["nested", "inner"])).toBe(7);
  });

  test.each(["Body.\n", "", "--\ntitle: A\n--\n", "---\n\nBody.\n"])("without frontmatter is null: %j", (other) => {
    expect(markdown(other)).toBeNull();
  });

  test.each([
    ["---\ntitle: A\n", 1, "The frontmatter that begins here is not closed."],
    ["---\ntitle: A\n--- \n", 3, 'Spaces stand behind "---".'],
    ["--- \ntitle: A\n---\n", 1, 'Spaces stand behind "---".'],
    ["\n---\ntitle: A\n---\n", 1, "Something stands before the frontmatter."],
  ])("whose frontmatter is not held by its lines says why: %j", (other, line, message) => {
    expect(markdown(other)?.syntaxProblems).toEqual([
      { file: "content/text.md", line, message, hint: expect.any(String) },
    ]);
  });

  test("dates are as they were written", () => {
    expect(markdown("---\npublished: 2026-02-30\n---\n")?.data).toEqual({ published: "2026-02-30" });
  });
});

describe("the line of a value", () => {
  test.each([
    [["title"], 2],
    [["tags"], 3],
    [["tags", 1], 5],
    [["nested", "inner"], 7],
    [["empty"], 8],
  ])("%j is on line %i", (path, line) => {
    expect(markdown(text)?.lineOf(path)).toBe(line);
  });

  test.each([
    [["nested", "missing"], 6],
    [["tags", 5], 3],
    [["missing"], 1],
    [["missing", "too"], 1],
  ])("%j, which is not there, is on that of what is around it, %i", (path, line) => {
    expect(markdown(text)?.lineOf(path)).toBe(line);
  });

  test("in a YAML file lines are counted from its start", () => {
    const list = yaml("# A comment\n- id: a\n- id: b\n  name: B\n");
    expect(list.lineOf([1, "name"])).toBe(4);
    expect(list.lineOf([])).toBe(1);
  });
});

describe("YAML that does not parse", () => {
  test.each([
    ["a colon in a value", "---\ntitle: A: B\n---\n", 2, "does not parse", "Quote a value that holds a colon"],
    ["a list that is not closed", "---\ntitle: A\ntags: [one\n---\n", 3, "does not parse", "Indent"],
    ["a key that is there twice", "---\ntitle: A\ntitle: B\n---\n", 3, '"title" is there twice', "Remove one"],
    ["a backtick", "---\ntitle: A\nlead: `code`\n---\n", 3, "does not parse", "starts with a backtick"],
    ["an alias", "---\ntitle: A\nlead: **bold**\n---\n", 3, "does not parse", "starts with * or &"],
    ["a tab", "---\ntitle: A\nmore:\n\ta: 1\n\tb: 2\n---\n", 4, "by a tab", "Indent by spaces"],
  ])("%s is one problem with its line and what to do", (_what, broken, line, message, hint) => {
    const file = markdown(broken);
    expect(file?.data).toBeUndefined();
    expect(file?.syntaxProblems).toEqual([
      {
        file: "content/text.md",
        line,
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      },
    ]);
    expect(file?.check(z.strictObject({}))).toEqual({ problems: file?.syntaxProblems });
  });
});

describe("checking against a schema", () => {
  const schema = z.strictObject({
    id: z.string(),
    size: z.union([z.literal(1), z.string().startsWith("x", "must start with x")]).optional(),
  });

  test("what is right is parsed", () => {
    expect(yaml("id: a\nsize: x1\n").check(schema)).toEqual({ data: { id: "a", size: "x1" } });
  });

  test.each([
    ["a missing field", "size: 1\n", 1, 'The field "id" is missing.', 'Add "id:"'],
    ["an unknown field", "id: a\ncolour: red\n", 2, 'There is no field "colour".', "Remove it, or mend its spelling"],
    ["a wrong value", "size: 1\nid: 7\n", 2, '"id" is 7: ', "Change the value"],
    [
      "a value that fits no branch of a union",
      "id: a\nsize: y\n",
      2,
      '"size" is "y": must start with x',
      "Change the value",
    ],
    [
      "a list in place of fields",
      "- id: a\n",
      1,
      'Here stands [{"id":"a"}] instead of fields.',
      "Write one field a line",
    ],
    ["nothing at all", "", 1, 'The field "id" is missing.', 'Add "id:"'],
  ])("%s", (_what, content, line, message, hint) => {
    expect(yaml(content).check(schema)).toEqual({
      problems: [
        {
          file: "content/list.yaml",
          line,
          message: expect.stringContaining(message),
          hint: expect.stringContaining(hint),
        },
      ],
    });
  });

  test("a part of the file can be checked, and keeps its lines", () => {
    const list = yaml("- id: a\n- id: b\n  colour: red\n");
    expect(list.check(schema, { value: (list.data as unknown[])[1], at: [1] })).toMatchObject({
      problems: [{ line: 3, message: 'There is no field "colour".' }],
    });
  });
});
