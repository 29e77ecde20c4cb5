import { z } from "astro/zod";
import { declaredLanguages, site } from "../../site.config.ts";

/** The language in which a cause's or a recipe's words, or an entry of a list, were first written. */
export const source = z.enum(declaredLanguages).default(site.source);
