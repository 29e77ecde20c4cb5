import { expect, test } from "vitest";
import { parseBody } from "../bodyTree.ts";
import { proseOfText } from "../prose.ts";
import { meaningOf } from "../translation/meaning.ts";
import { YamlFile } from "../yamlFile.ts";

const meaning = (text: string, file = "ja.md") => {
  const { root } = parseBody(text, file);
  return meaningOf("children" in root ? (root.children as never) : []);
};

test.each([
  ["> [!NOTE] 題\n> 文", ":::note[題]\n文\n:::"],
  ["==標記==の文", "標記の文"],
  ["```js{1}\na\n```", "```js {1}\na\n```"],
])("two ways to write the same mean the same: %j", (one, other) => {
  expect(meaning(one)).toEqual(meaning(other));
});

test.each([
  [":::note\n文\n:::", ":::warning\n文\n:::"],
  [":::note[甲]\n文\n:::", ":::note[乙]\n文\n:::"],
  ["面積は$a_1$。", "面積は$a_2$。"],
  ["$$\na\n$$", "$$\nb\n$$"],
  ["詞\n: 意味", "詞\n: 意義"],
  ["詞\n: 意味", "語\n: 意味"],
  ["{漢字|かんじ}", "{漢字|からじ}"],
])("what differs in meaning is told: %j", (one, other) => {
  expect(meaning(one)).not.toEqual(meaning(other));
});

test("the words of a text are those that a reader reads, without readings and formulas", () => {
  const body = ":::tip[題]\n==標記==の{漢字|かんじ}、$a$。\n:::\n\n詞\n: 意味\n\n10:30 と $5";
  const yaml = YamlFile.parseFrontmatter(`---\ntitle: x\n---\n${body}`, "ja.md") as YamlFile;
  expect(proseOfText(yaml, "ja").map(({ text }) => text)).toEqual([
    "題",
    "標記の漢字、\uFFFC。",
    "詞",
    "意味",
    "10:30 と $5",
  ]);
});

test("a text keeps its places", () => {
  const { nodes } = parseBody("{漢字|かんじ}\n\n==文== $5 [x](guide:y)\n", "ja.mdx");
  const link = nodes.find(({ type }) => type === "link");
  expect(link).toMatchObject({ url: "guide:y", position: { start: { line: 3, column: 10 } } });
});
