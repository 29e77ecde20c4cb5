import { expect, test } from "vitest";
import { findLiteralMarks } from "./builtHtml.ts";

test.each([
  ["<p>前**「字」**後</p>", "前**「字」**後"],
  ["<p>one ~~two</p>", "one ~~two"],
  ['<p title="a > b">a ** b</p>', "a ** b"],
  ["<title>**x**</title>", "**x**"],
])("marks in prose are found: %s", (html, text) => {
  expect(findLiteralMarks(html)).toEqual([text]);
});

test("the text around is cut", () => {
  expect(findLiteralMarks(`<p>${"前".repeat(99)}**${"後".repeat(99)}</p>`)).toEqual([
    `${"前".repeat(30)}**${"後".repeat(30)}`,
  ]);
});

test.each([
  "<p><code>**/*.ts</code></p>",
  '<pre class="code" tabindex="0"><code>a ** b\n~~x~~</code></pre>',
  "<script>a ** b</script>",
  "<style>/** x */</style>",
  "<!-- ** -->",
  '<p title="**">x</p>',
  "<p>*<b>*</b> ~</p>",
  "<code>a</code> * <code>b</code>",
])("and nothing else is: %s", (html) => {
  expect(findLiteralMarks(html)).toEqual([]);
});
