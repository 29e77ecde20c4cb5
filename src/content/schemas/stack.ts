import { z } from "astro/zod";
import { causes } from "../../rules/index.ts";
import { date } from "./date.ts";
import { hasSource, inLanguages, sourceMissing } from "./inLanguages.ts";
import { recipeSchema } from "./recipe.ts";
import { source } from "./source.ts";

const text = z.string().trim().min(1);
const cause = z.string().refine((id) => causes.some((known) => known.id === id), "is no cause of src/rules/causes/");

const words = z.strictObject({
  /** What the stack is called where a name has words in it that are translated. */
  name: text.optional(),
  /** Where its setting is, or which of its recipes is one's own, in a few sentences. It may hold `code`. */
  where: text,
  /** What goes wrong on it, a sentence or two each. They may hold `code`. */
  traps: z.array(text).min(1),
});

/** A stack that has no recipe, or several: where people who are on it begin. */
export const stackSchema = z
  .strictObject({
    id: text,
    /** The language that it was first written in; where there is none, the site's. */
    source,
    /** As people know it: names of products, which need no translation. */
    name: text,
    /** Where lists have it. */
    group: recipeSchema.options[0].shape.group,
    /** What else people type who are on it: its makers, other names, usual misspellings, its port, names of settings. */
    also: z.array(text).min(1),
    /** Its recipes, and those of what it stands on. */
    recipes: z.array(text).default([]),
    /** The setting itself, where it is a text, and what Shiki calls its language. Comments would not be translated: it has none. */
    setting: z.strictObject({ file: text, language: text, code: text }).optional(),
    /** What it prints or answers where it refuses, verbatim, and the causes that this means. The diagnosis knows each. */
    refuses: z.array(z.strictObject({ says: text, causes: z.array(cause).min(1) })).default([]),
    /** The causes that people on it meet. */
    causes: z.array(cause).min(1),
    /** Where its makers say so, or where it was reported. */
    sources: z.array(z.strictObject({ name: text, url: z.url() })).min(1),
    /** The day on which these were read. */
    read: date,
    ...inLanguages(words),
  })
  .refine(hasSource, sourceMissing);

export type Stack = z.infer<typeof stackSchema>;

/** What it says in one language. */
export type StackWords = z.infer<typeof words>;
