import { expect, test } from "vitest";
import { YamlFile } from "../yamlFile.ts";
import { checkMarks } from "./marks.ts";

function check(body: string, file = "content/guides/a/ja.md") {
  return checkMarks(YamlFile.parseFrontmatter(`---\ntitle: x\n---\n${body}`, file) as YamlFile);
}

test("every mark that is none is a problem, with the line in its file", () => {
  expect(check("文\n\n:::notes\n文\n:::\n\n文^[x]\n").map(({ line, message }) => [line, message])).toEqual([
    [6, '":::notes" is no aside that there is.'],
    [10, '"^[x]" is no mark here: readers would see it as it is.'],
  ]);
});

test("JavaScript in the text is a problem, with its line", () => {
  const [problem] = check("文\n\n文 {id} 文\n", "content/guides/a/ja.mdx");
  expect(problem?.line).toBe(6);
  expect(problem?.message).toContain("{id} is JavaScript");
  expect(problem?.hint).toContain("\\{");
});

test("a sound text has none", () => {
  expect(check("## 題 {#id}\n\n約10~20個、`$x$`。\n")).toEqual([]);
});
