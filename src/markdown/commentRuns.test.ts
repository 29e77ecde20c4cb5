import { expect, test } from "vitest";
import { recipeHtml } from "./recipeHtml.ts";

const long = "a".repeat(30);
/** A recipe's code as its pages have it. */
const shown = (text: string) => recipeHtml({ text, placed: [] }, "js", "server.js");

test("a comment that was broken because its line was full is one element, and its later marks are, too", async () => {
  expect(await shown(`f();\n  // ${long} ${long}\n  // b\n  g();\n`)).toContain(
    `<span class="rem d1"><span class="l d1"><span class="c">  // ${long} ${long}</span></span>\n` +
      '<span class="l d1"><span class="again"><span class="c">  // </span></span><span class="c">b</span></span></span>\n',
  );
});

test("between two characters of Chinese or Japanese the break leaves no space", async () => {
  expect(await shown(`// ${"長".repeat(30)}\n// い\n`)).toContain(
    '<span class="again">\n</span><span class="l"><span class="again">',
  );
});

test.each([
  ["short lines are a list", `// ${long}\n// b`],
  ["another mark or indent is another comment", `// ${long} ${long}\n  // b`],
  ["code is none", `${long}(${long}); //\n// b`],
])("%s", async (_what, code) => {
  expect(await shown(`${code}\n`)).not.toContain('class="rem');
});
