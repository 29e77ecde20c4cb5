import { z } from "astro/zod";
import { declaredLanguages, isComplete, type Language } from "../../site.config.ts";

/**
 * A field for each language, by its tag. Those of the languages that are complete must be there; the others come when
 * somebody translates.
 */
export function inLanguages<Words extends z.ZodType>(words: Words): Record<Language, z.ZodOptional<Words>> {
  const fields = declaredLanguages.map((language) => [language, isComplete(language) ? words : z.optional(words)]);
  return Object.fromEntries(fields) as Record<Language, z.ZodOptional<Words>>;
}

/** Whether an entry has words in the language that it was first written in. */
export function hasSource(entry: { source: Language } & { readonly [Tag in Language]?: unknown }): boolean {
  return entry[entry.source] !== undefined;
}

export const sourceMissing = {
  path: ["source"],
  message: "names a language that the entry has no words in",
};
