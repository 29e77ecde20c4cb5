import { satteriCreateHighlightFn, satteriHighlightPlugin } from "@astrojs/markdown-satteri";
import { type BundledLanguage, bundledLanguages } from "shiki";
import { codeTransformers } from "./code.ts";

type Highlight = NonNullable<Awaited<ReturnType<typeof satteriCreateHighlightFn>>>;

/** How many blocks are kept: those of a guide's three languages are read one after the other. */
const KEPT = 1000;

/**
 * Highlights the blocks of code in texts. The same block stands in three languages, and a recipe's region in many
 * guides: it is highlighted once, and that was a fifth of a build's work.
 */
export const highlightedCode = satteriHighlightPlugin(remembered(), undefined);

/**
 * The name of the highlighter of a language. Where code of others may stand within it, as in Markdown, MDX or Vue, it has
 * one of its own: one for all would colour that by the languages which other blocks had asked for, and so by their order.
 */
async function highlighterFor(language: string): Promise<string> {
  const known = bundledLanguages[language as BundledLanguage];
  const grammars = known ? (await known()).default : [];
  return grammars.some(({ embeddedLangsLazy = [] }) => embeddedLangsLazy.length > 0) ? `${language} alone` : "all";
}

/** @param name Astro keeps a highlighter for each set of aliases: this is one that nobody uses */
function createHighlighter(name: string): Promise<Highlight | undefined> {
  const langAlias = { [name]: "plaintext" };
  return satteriCreateHighlightFn("shiki", { theme: "css-variables", transformers: codeTransformers, langAlias });
}

function remembered(): Highlight {
  const highlighters = new Map<string, Promise<Highlight | undefined>>();
  const kept = new Map<string, ReturnType<Highlight>>();
  return async (code, language, meta) => {
    const name = await highlighterFor(language);
    const highlighter = highlighters.get(name) ?? createHighlighter(name);
    highlighters.set(name, highlighter);
    const highlight = (await highlighter) as Highlight;
    const key = JSON.stringify([language, meta, code]);
    const done = kept.get(key) ?? highlight(code, language, meta);
    // What was asked for last stays longest.
    kept.delete(key);
    kept.set(key, done);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return done;
  };
}
