import { expect, test } from "vitest";
import { readOutline } from "./outline.ts";

const headings = (body: string, file = "ja.md") =>
  readOutline(body, file).headings.map(({ rank, id, title, line }) => [rank, id, title, line]);

test.each(["ja.md", "ja.mdx"])("headings are what the engine takes for one, in %s", (file) => {
  const body = `題
===

## 甲 **\`x\`**[^1] {#a}

### [連結](https://a.example/) {#中文}

下線
---

> ## 引用 {#quoted .class}

##沒有

\`\`\`md
## Code {#code}
\`\`\`

- 項

  #### 項目 {#item} ####

[^1]: 註
`;
  expect(headings(body, file)).toEqual([
    [1, "", "題", 1],
    [2, "a", "甲 x", 4],
    [3, "中文", "連結", 6],
    [2, "", "下線", 8],
    [2, "quoted", "引用", 11],
    [4, "", "項目 {#item}", 21],
  ]);
});

test("a heading within a component is one, and MDX that cannot be read still has its headings", () => {
  expect(headings("<Note>\n## 甲 {#a}\n</Note>", "ja.mdx")).toEqual([[2, "a", "甲", 2]]);
  expect(headings("<Note>\n\n## 甲 {#a}\n\n{", "ja.mdx")).toEqual([[2, "a", "甲", 3]]);
});

test("blocks of code have their language, what stands behind it, and their text without indentation", () => {
  const body = `- \`\`\`js recipe="x"
  a

    b
  \`\`\`

~~~~
\`\`\`
~~~

~~~
`;
  expect(readOutline(body, "ja.md").fences).toEqual([
    { language: "js", info: 'js recipe="x"', text: "a\n\n  b\n", line: 1 },
    { language: "", info: "", text: "```\n~~~\n\n~~~\n", line: 7 },
  ]);
});

test("a rule at the start is no frontmatter", () => {
  expect(headings("---\n\n## 甲 {#a}\n\n---\n")).toEqual([[2, "a", "甲", 3]]);
});
