import { z } from "astro/zod";
import { languages, site } from "../../site.config.ts";

/** The language in which a cause's or a recipe's words, or an entry of a list, were first written. */
export const source = z.enum(languages).default(site.source);
