import { z } from "astro/zod";
import { hasSource, inLanguages, sourceMissing } from "./inLanguages.ts";
import { source } from "./source.ts";

const entry = z.strictObject({
  /** The word that this site uses. */
  term: z.string().trim().min(1),
  /** How a Japanese term with kanji is read, in hiragana: terms stand in that order. */
  reading: z
    .string()
    .regex(/^[\p{Script=Hiragana}ー]+$/u, "must be in hiragana")
    .optional(),
  /** Other words and short forms that may be used too. */
  also: z.array(z.string().trim().min(1)).default([]),
  /** Variants that are not to be used on this site. */
  avoid: z.array(z.string().trim().min(1)).default([]),
  /** One to three sentences. They may hold `code`. */
  definition: z.string().trim().min(1),
});

/** A term of the glossary, in every language. */
export const termSchema = z
  .strictObject({
    /** The fragment of its entry: `term:preflight` in a link leads to it. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
    /** The language that it was first written in; where there is none, the site's. */
    source,
    /** The clause or section that defines it. */
    clause: z.url().optional(),
    ...inLanguages(entry),
  })
  .refine(hasSource, sourceMissing)
  .refine(({ ja }) => ja?.reading !== undefined || !/\p{Script=Han}/u.test(ja?.term ?? ""), {
    path: ["ja", "reading"],
    message: "is missing: write how the term is read, in hiragana",
  });

export type Term = z.infer<typeof termSchema>;

/** A term in one language. */
export type TermWords = z.infer<typeof entry>;
