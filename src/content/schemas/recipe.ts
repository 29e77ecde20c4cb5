import { z } from "astro/zod";
import { languages } from "../../site.config.ts";

const inEachLanguage = z.strictObject(
  Object.fromEntries(languages.map((language) => [language, z.string().trim().min(1)])) as Record<
    (typeof languages)[number],
    z.ZodString
  >,
);

/** What a recipe is: a server, or something beside one, whose files the guides show. */
export const recipeSchema = z.discriminatedUnion("runs", [
  z.strictObject({
    /** As readers know it. */
    name: z.string().trim().min(1),
    /** The software and its major version. */
    stack: z.string().trim().min(1),
    kind: z.enum(["server", "proxy", "tool"]),
    /** The tests start it and ask it what a browser would. */
    runs: z.literal(true),
  }),
  z.strictObject({
    name: z.string().trim().min(1),
    stack: z.string().trim().min(1),
    kind: z.enum(["server", "proxy", "tool"]),
    /** The tests cannot start it. */
    runs: z.literal(false),
    /** Why not, and what they do instead; pages say it. */
    why: inEachLanguage,
  }),
]);
