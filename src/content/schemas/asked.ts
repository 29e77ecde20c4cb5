import { z } from "astro/zod";
import { declaredLanguages, type Language } from "../../site.config.ts";

const phrases = z.array(z.string().trim().min(1)).default([]);

/** What people type who need a page, in their words, by language. */
export const askedSchema = z.strictObject({
  /** The page's path below the language: `causes/null-origin/`; `home` is the home page. */
  id: z
    .string()
    .regex(/^(?:home|(?:[a-z0-9-]+\/){1,2})$/, "must be the page's path below the language, with a slash at the end"),
  ...(Object.fromEntries(declaredLanguages.map((language) => [language, phrases])) as Record<Language, typeof phrases>),
});

export type Asked = z.infer<typeof askedSchema>;
