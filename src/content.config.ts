import { defineCollection } from "astro:content";
import { file, glob } from "astro/loaders";
import { askedSchema } from "./content/schemas/asked.ts";
import { causeSchema } from "./content/schemas/cause.ts";
import { termSchema } from "./content/schemas/glossary.ts";
import { guideSchema } from "./content/schemas/guide.ts";
import { notCorsSchema } from "./content/schemas/notCors.ts";
import { pageSchema } from "./content/schemas/page.ts";
import { recipeSchema } from "./content/schemas/recipe.ts";
import { recipeWordsSchema } from "./content/schemas/recipeWords.ts";
import { taxonSchema } from "./content/schemas/taxonomy.ts";
import { languages } from "./site.config.ts";

const anyLanguage = `{${languages.join(",")}}`;
/** `preflight-404/zh-TW.mdx` is the entry `preflight-404/zh-TW`. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.mdx?$/, "");
/** Rendered with its page: what is rendered while it is loaded fails with a line in the log and an empty page. */
const deferRender = true;

export const collections = {
  guides: defineCollection({
    loader: glob({ base: "content/guides", pattern: `*/${anyLanguage}.{md,mdx}`, generateId, deferRender }),
    schema: guideSchema,
  }),
  causes: defineCollection({
    loader: glob({ base: "content/causes", pattern: `*/${anyLanguage}.md`, generateId, deferRender }),
    schema: causeSchema,
  }),
  recipes: defineCollection({
    loader: glob({
      base: "content/recipes",
      pattern: "*/recipe.yaml",
      generateId: ({ entry }) => entry.split("/")[0] ?? entry,
    }),
    schema: recipeSchema,
  }),
  recipeWords: defineCollection({
    loader: glob({ base: "content/recipes", pattern: `*/${anyLanguage}.md`, generateId, deferRender }),
    schema: recipeWordsSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: "content/pages", pattern: `*/${anyLanguage}.mdx`, generateId, deferRender }),
    schema: pageSchema,
  }),
  asked: defineCollection({ loader: file("content/asked.yaml"), schema: askedSchema }),
  glossary: defineCollection({ loader: file("content/glossary.yaml"), schema: termSchema }),
  notCors: defineCollection({ loader: file("content/not-cors.yaml"), schema: notCorsSchema }),
  tags: defineCollection({ loader: file("content/tags.yaml"), schema: taxonSchema }),
  categories: defineCollection({ loader: file("content/categories.yaml"), schema: taxonSchema }),
};
