import { codeToHtml, createCssVariablesTheme } from "shiki";
import { describe, expect, test } from "vitest";
import { recipeTransformers } from "./code.ts";
import { slotSpans } from "./slotSpans.ts";

const theme = createCssVariablesTheme({ variablePrefix: "--astro-code-" });

/** Highlights as pages do: Astro leaves out the last line break. */
function highlight(text: string, lang: string, parts: readonly string[]) {
  let from = 0;
  const ranges = parts.map((part) => {
    const start = text.indexOf(part, from);
    from = start + part.length;
    return { start, end: from };
  });
  return codeToHtml(text.replace(/\n$/, ""), { lang, theme, transformers: [...recipeTransformers, slotSpans(ranges)] });
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, "");

describe("a slot in a highlighted block", () => {
  test("that is one token has its class", async () => {
    const html = await highlight('add_header Allow "GET, PUT";\n', "nginx", ['"GET, PUT"']);
    expect(html).toContain('<span class="s" data-slot="0">"GET, PUT"</span>');
  });

  test("may be a part of a token", async () => {
    const html = await highlight("// at most 600 seconds\n", "js", ["600"]);
    expect(html).toContain('<span class="c">// at most </span><span class="c" data-slot="0">600</span>');
    expect(html).toContain('<span class="c"> seconds</span>');
  });

  test("may be several lines, with their ends, and the last of the text", async () => {
    const html = await highlight("a: [\n  'x',\n  'y',\n]\n", "js", ["  'x',\n  'y',\n", "]\n"]);
    expect(html).toMatch(/<span data-slot="0"><span class="s"> {2}'x'<\/span>.*\n<span class="s"> {2}'y'.*\n<\/span>/);
    expect(html).toMatch(/data-slot="1">\]\n<\/span><\/code>/);
    expect(textOf(html)).toBe("a: [\n  'x',\n  'y',\n]\n");
  });

  test("may be empty of tokens, and next to another", async () => {
    const html = await highlight("ab\n", "text", ["a", "b"]);
    expect(html).toContain('<span data-slot="0">a</span><span data-slot="1">b</span>');
  });

  test("needs no style attribute", async () => {
    expect(await highlight('const a = "b";\n', "js", ['"b"'])).not.toContain("style=");
  });
});
