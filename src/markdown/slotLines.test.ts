import { codeToHtml, createCssVariablesTheme } from "shiki";
import { describe, expect, test } from "vitest";
import { cutAtSlots, type Slot } from "../generator/slots.ts";
import { recipeTransformers } from "./code.ts";
import { slotLines } from "./slotLines.ts";
import { slotSpans } from "./slotSpans.ts";

const theme = createCssVariablesTheme({ variablePrefix: "--astro-code-" });

/** Highlights as a recipe's page does. */
function highlight(text: string, slots: readonly Slot[]) {
  let at = 0;
  const placed = cutAtSlots(text, slots).flatMap((piece) => {
    const start = at;
    at += (typeof piece === "string" ? piece : piece.original).length;
    return typeof piece === "string" ? [] : [{ ...piece, start, end: at }];
  });
  const transformers = [...recipeTransformers, slotSpans(placed), slotLines(placed)];
  return codeToHtml(text.replace(/\n$/, ""), { lang: "text", theme, transformers });
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, "");

describe("a line of a recipe's code", () => {
  test("hangs by its own indent, with slots in it, and empty ones are lines", async () => {
    const text = "a:\n\n    b = 600\n";
    const html = await highlight(text, [{ value: "maxAge", text: "600" }]);
    expect(html).toContain('<span class="l">a:</span>\n<span class="l"></span>\n<span class="l d2">');
    expect(html).toContain('    b = <span data-slot="0">600</span></span>\n</code>');
    expect(textOf(html)).toBe(text);
  });

  test("does not hang where a reader's values can make several lines of it", async () => {
    const text = "a: [\n  x,\n]\n";
    const html = await highlight(text, [{ value: "origins", text: "x", join: ",\n  " }]);
    expect(html).toContain('<span class="flat">  <span data-slot="0">x</span>,</span>\n');
    expect(textOf(html)).toBe(text);
  });

  test("is its slot where that is the whole line, so that nothing of it stays where the slot is empty", async () => {
    const text = "a\n  b x\nc\n";
    const html = await highlight(text, [{ value: "credentials", text: "  b x", line: true }]);
    expect(html).toContain(
      '<span class="l">a</span>\n<span data-slot="0" class="l d1">  b x\n</span><span class="l">c</span>',
    );
    expect(textOf(html)).toBe(text);
  });

  test("does not hang where the whole line is repeated for each of a list", async () => {
    const html = await highlight("  a x\n", [{ value: "origins", text: "  a x", line: true }]);
    expect(html).toContain('<span data-slot="0" class="flat">  a x\n</span>');
  });
});
