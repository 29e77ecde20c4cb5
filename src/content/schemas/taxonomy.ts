import { z } from "astro/zod";
import { hasSource, inLanguages, sourceMissing } from "./inLanguages.ts";
import { source } from "./source.ts";

const name = z.string().trim().min(1);

/** A tag or a category: one id, with a name in each language. */
export const taxonSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
    /** The language that it was first written in; where there is none, the site's. */
    source,
    ...inLanguages(name),
  })
  .refine(hasSource, sourceMissing);

export type Taxon = z.infer<typeof taxonSchema>;
