import { z } from "astro/zod";
import { source } from "./source.ts";

/** The frontmatter of a cause's words: what the table shows. The logic stands in `src/rules/causes/`. */
export const causeSchema = z.strictObject({
  /** The cause in a few words; the page's heading. */
  title: z.string().trim().min(1).max(80),
  /** One sentence: what the developer sees. It may hold `code`. */
  symptom: z.string().trim().min(1),
  /** One or two sentences: why it happens. They may hold `code`. */
  cause: z.string().trim().min(1),
  /** One or two sentences: what to do. They may hold `code`. */
  fix: z.string().trim().min(1),
  /** The language that they were first written in, the same in each file; where there is none, the site's. */
  source,
});

/** The sections that each cause's words must have, in this order. */
export const causeSections = ["symptom", "cause", "fix", "verify"] as const;

export type CauseWords = z.infer<typeof causeSchema>;
