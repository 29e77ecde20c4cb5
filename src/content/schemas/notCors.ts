import { z } from "astro/zod";
import { notCorsIds } from "../../diagnose/types.ts";
import { causes } from "../../rules/index.ts";
import { scenarios } from "../../scenarios/index.ts";
import { declaredLanguages } from "../../site.config.ts";
import { hasSource, inLanguages, sourceMissing } from "./inLanguages.ts";
import { source } from "./source.ts";

const text = z.string().trim().min(1);

const words = z.strictObject({
  /** What it is. */
  title: text,
  /** The same in one or two sentences, and what to do about it; the diagnosis says both. They may hold `code`. */
  is: text,
  fix: text,
  /** What happens, and why it is no matter of CORS. */
  why: text,
  /** What to do, more exactly. */
  steps: z.array(text).min(1),
  /** How to tell it from CORS. */
  tell: text,
});

/** What people take for CORS and is something else, in every language. */
export const notCorsSchema = z
  .strictObject({
    id: z.enum(notCorsIds),
    /** The language that it was first written in; where there is none, the site's. */
    source,
    /** What names it at a glance: a code, a header, the words of a console. */
    sign: text,
    /** What is printed, verbatim. */
    messages: z
      .array(
        z.strictObject({
          /** Who prints it; a name, which needs no translation. */
          by: text,
          /** Its language, where that is not English. */
          lang: z.enum(declaredLanguages).optional(),
          /** The last year whose versions print it, where none prints it now. */
          until: z.int().optional(),
          text,
        }),
      )
      .min(1),
    /** The recorded exchanges that show it. */
    scenarios: z
      .array(
        z.string().refine((id) => scenarios.some((scenario) => scenario.id === id), "is no scenario of src/scenarios/"),
      )
      .default([]),
    /** The causes that tell more of it, or that it is mistaken for. */
    causes: z
      .array(z.string().refine((id) => causes.some((cause) => cause.id === id), "is no cause of src/rules/causes/"))
      .default([]),
    /** Where it is defined or documented. */
    sources: z.array(z.strictObject({ name: text, url: z.url() })).min(1),
    ...inLanguages(words),
  })
  .refine(hasSource, sourceMissing);

export type NotCors = z.infer<typeof notCorsSchema>;

/** What it says in one language. */
export type NotCorsWords = z.infer<typeof words>;
