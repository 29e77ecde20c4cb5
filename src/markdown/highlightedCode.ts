import { satteriCreateHighlightFn, satteriHighlightPlugin } from "@astrojs/markdown-satteri";
import { codeTransformers } from "./code.ts";

type Highlight = NonNullable<Awaited<ReturnType<typeof satteriCreateHighlightFn>>>;

/** How many blocks are kept: those of a guide's three languages are read one after the other. */
const KEPT = 1000;

/**
 * Highlights the blocks of code in texts. The same block stands in three languages, and a recipe's region in many
 * guides: it is highlighted once, and that was a fifth of a build's work.
 */
export const highlightedCode = satteriHighlightPlugin(remembered(), undefined);

function remembered(): Highlight {
  let highlighter: Promise<Highlight | undefined> | undefined;
  const kept = new Map<string, ReturnType<Highlight>>();
  return async (code, language, meta) => {
    highlighter ??= satteriCreateHighlightFn("shiki", { theme: "css-variables", transformers: codeTransformers });
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
