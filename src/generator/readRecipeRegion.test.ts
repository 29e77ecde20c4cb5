import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MarkdownToHtmlResult, markdownToHtml } from "satteri";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mdastPlugins } from "../markdown/plugins.ts";
import { readRecipeRegion } from "./readRecipeRegion.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "recipes-"));
  mkdirSync(join(root, "content/recipes/demo"), { recursive: true });
  writeFileSync(join(root, "content/recipes/secret.txt"), "#region a\n#endregion\n");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function region(text: string, name = "cors"): string {
  writeFileSync(join(root, "content/recipes/demo/file"), text);
  return readRecipeRegion(`demo/file#${name}`, root);
}

describe("a region of a recipe", () => {
  test.each([
    ["JavaScript", "// #region cors", "// #endregion"],
    ["Python, nginx", "# #region cors", "# #endregion"],
    ["SQL, Lua", "-- #region cors", "-- #endregion cors"],
    ["CSS", "/* #region cors */", "/* #endregion */"],
    ["HTML", "<!-- #region cors -->", "<!-- #endregion -->"],
  ])("is what stands between its marks, in the comments of %s", (_language, start, end) => {
    expect(region(`before\n${start}\none\ntwo\n${end}\nafter\n`)).toBe("one\ntwo");
  });

  test("loses the indentation that its lines have in common", () => {
    expect(region("  // #region cors\n    if (x) {\n\n      y();\n    }\n  // #endregion\n")).toBe(
      "if (x) {\n\n  y();\n}",
    );
  });

  test("is the whole file where a reference names none: JSON has no comments for the marks", () => {
    expect(region("[\n  {}\n]\n", "")).toBe("[\n  {}\n]");
    expect(readRecipeRegion("demo/file", root)).toBe("[\n  {}\n]");
  });

  test("is found by its whole name", () => {
    const text = "// #region cors-old\nold\n// #endregion\n// #region cors\nnew\n// #endregion\n";
    expect(region(text)).toBe("new");
    expect(region(text, "cors-old")).toBe("old");
  });

  test("has no carriage returns, whatever the file's line ends are", () => {
    expect(region("// #region cors\r\none\r\ntwo\r\n// #endregion\r\n")).toBe("one\ntwo");
  });

  test("may be empty", () => {
    expect(region("// #region cors\n// #endregion\n")).toBe("");
  });
});

describe("a reference to what is not there says what is missing", () => {
  test.each([
    ["another/file#cors", 'There is no recipe file "another/file".'],
    ["demo/../secret.txt#a", 'There is no recipe file "demo/../secret.txt".'],
    ["demo/file#cor", '"demo/file" has no region "cor".'],
    ["demo/file#open", 'The region "open" of "demo/file" is not closed by #endregion.'],
  ])("%s", (reference, message) => {
    region("// #region cors\n// #endregion\n// #region open\n");
    expect(() => readRecipeRegion(reference, root)).toThrow(message);
  });
});

describe("a code block that names a region", () => {
  const render = (markdown: string) =>
    (
      markdownToHtml(markdown, {
        mdastPlugins,
        fileURL: new URL("content/guides/a-guide/en.mdx", `file://${process.cwd()}/`),
      }) as MarkdownToHtmlResult
    ).html;

  test("shows it", () => {
    expect(render('```js recipe="express/server.js#cors"\n```')).toContain("Access-Control-Allow-Origin");
  });

  test.each([
    [
      '```js recipe="express/server.js#nothing"\n```',
      'has no region "nothing"',
      "Name a file and a region of content/recipes/",
    ],
    [
      '```js recipe="nowhere.js#cors"\n```',
      'There is no recipe file "nowhere.js".',
      "Name a file and a region of content/recipes/",
    ],
    ['```js recipe="express/server.js#cors"\ncode\n```', "has text of its own", "Leave it empty"],
  ])("and cannot be shown fails with file, line and what to do: %j", (fence, message, hint) => {
    const failing = () => render(`Text.\n\n${fence}\n`);
    expect(failing).toThrow("content/guides/a-guide/en.mdx:3\n");
    expect(failing).toThrow(message);
    expect(failing).toThrow(hint);
  });
});
