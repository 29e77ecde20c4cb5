import { z } from "astro/zod";
import { languages } from "../../site.config.ts";

const entry = z.strictObject({
  /** The word that this site uses. */
  term: z.string().trim().min(1),
  /** Other words and short forms that may be used too. */
  also: z.array(z.string().trim().min(1)).default([]),
  /** Variants that are not to be used on this site. */
  avoid: z.array(z.string().trim().min(1)).default([]),
  /** One to three sentences. They may hold `code`. */
  definition: z.string().trim().min(1),
});

/** A term of the glossary, in every language. */
export const termSchema = z.strictObject({
  /** The fragment of its entry: `term:preflight` in a link leads to it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
  /** The clause or section that defines it. */
  clause: z.url().optional(),
  ...(Object.fromEntries(languages.map((language) => [language, entry])) as Record<
    (typeof languages)[number],
    typeof entry
  >),
});

export type Term = z.infer<typeof termSchema>;
