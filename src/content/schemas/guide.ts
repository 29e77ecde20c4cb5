import { z } from "astro/zod";
import { declaredLanguages } from "../../site.config.ts";
import { date } from "./date.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");

/** The frontmatter of a guide, one file a language. */
export const guideSchema = z.strictObject({
  /** The guide's name, as its heading and in lists. At most 80 characters. */
  title: z.string().trim().min(1).max(80),
  /** One or two sentences for lists and search engines. At most 240 characters. */
  description: z.string().trim().min(1).max(240),
  /** The day on which the guide first appeared, as 2026-11-21. */
  published: date,
  /** The day of the last change that a reader would want to know of. Leave it out until there is one. */
  updated: date.optional(),
  /** Who wrote it, as they want to be named. */
  authors: z.array(z.string().trim().min(1)).min(1).optional(),
  /** Ids from `content/tags.yaml`, one or more. A tag is the same id in every language. */
  tags: z.array(id).min(1),
  /** An id from `content/categories.yaml`. */
  category: id,
  /** A picture for previews: a path below `public/`, such as `/images/preflight.png`. */
  image: z.string().startsWith("/", "must be a path below public/, starting with a slash").optional(),
  /** Whether the guide is unfinished: a draft is shown by `npm run dev` and nowhere else. */
  draft: z.boolean(),
  /** Whether it is a sheet for the wall: on paper it is one page of A4. Leave it out where it is not. */
  sheet: z.boolean().optional(),
  /** What a reader in a hurry needs, two to six short lines. They may hold `code`. */
  tldr: z.array(z.string().trim().min(1)).min(2).max(6),
  /** The language that the guide was first written in, the same in each of its files. */
  source: z.enum(declaredLanguages),
  /** Ids of the causes that the guide deals with, from `src/rules/`. */
  causes: z.array(id).min(1),
  /** Folders in `content/recipes/` whose files the guide shows. */
  recipes: z.array(id),
  /** Folders in `content/guides/` of guides to read next; where they are few, others that share tags, causes or recipes follow. */
  related: z.array(id),
  /** Names that the folder had before, the first one first: their addresses lead here. */
  movedFrom: z.array(id).min(1).optional(),
});

export type GuideData = z.infer<typeof guideSchema>;
