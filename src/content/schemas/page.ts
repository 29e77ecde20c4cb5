import { z } from "astro/zod";
import { source } from "./source.ts";

/** The frontmatter of a page that is a text of its own, such as the one for authors. */
export const pageSchema = z.strictObject({
  /** The page's heading. */
  title: z.string().trim().min(1).max(80),
  /** One or two sentences: the page's lead, and what search engines show. */
  description: z.string().trim().min(1).max(240),
  /** The language that it was first written in, the same in each file; where there is none, the site's. */
  source,
});
