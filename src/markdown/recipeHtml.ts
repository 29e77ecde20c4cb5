import { bundledLanguages, codeToHtml, createCssVariablesTheme, type ShikiTransformer } from "shiki";
import type { ShownText } from "../generator/shown.ts";
import { recipeHead, recipeTransformers } from "./code.ts";
import { slotLines } from "./slotLines.ts";
import { slotSpans } from "./slotSpans.ts";

const theme = createCssVariablesTheme({ variablePrefix: "--astro-code-" });

/** Each recipe's text, as its pages in all languages show it: highlighted once. */
const made = new Map<string, Promise<string>>();

/**
 * A recipe's text, highlighted, with its slots: each in an element of its own, and what fills it in the block's data.
 * @param lang as Shiki calls it; what it does not know is plain text
 * @param file the file's name
 */
export function recipeHtml(shown: ShownText, lang: string, file: string): Promise<string> {
  const key = JSON.stringify([shown, lang, file]);
  const html = made.get(key) ?? highlight(shown, lang, file);
  made.set(key, html);
  return html;
}

function highlight({ text, placed }: ShownText, lang: string, file: string): Promise<string> {
  const slots = placed.map(({ slot, original }) => ({ slot, original }));
  const slotsOnBlock: ShikiTransformer = {
    name: "slots-on-block",
    pre(node) {
      if (slots.length > 0) node.properties["data-slots"] = JSON.stringify(slots);
    },
  };
  return codeToHtml(text.replace(/\r?\n$/, ""), {
    lang: lang in bundledLanguages ? lang : "plaintext",
    theme,
    meta: { __raw: `title="${file}"` },
    transformers: [...recipeTransformers, slotSpans(placed), slotLines(placed), slotsOnBlock, recipeHead],
  });
}
