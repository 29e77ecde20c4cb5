import { defineCollection } from "astro:content";
import { file, glob } from "astro/loaders";
import { outsideModules } from "./content/rendered/loader.ts";
import { askedSchema } from "./content/schemas/asked.ts";
import { causeSchema } from "./content/schemas/cause.ts";
import { termSchema } from "./content/schemas/glossary.ts";
import { guideSchema } from "./content/schemas/guide.ts";
import { notCorsSchema } from "./content/schemas/notCors.ts";
import { pageSchema } from "./content/schemas/page.ts";
import { recipeSchema } from "./content/schemas/recipe.ts";
import { recipeWordsSchema } from "./content/schemas/recipeWords.ts";
import { stackSchema } from "./content/schemas/stack.ts";
import { taxonSchema } from "./content/schemas/taxonomy.ts";
import { languages } from "./site.config.ts";

const anyLanguage = `{${languages.join(",")}}`;
/** `preflight-404/zh-TW.mdx` is the entry `preflight-404/zh-TW`. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.mdx?$/, "");
/**
 * Texts by their folders, a file a language. A build has rendered them before; what it has not, and all of them in
 * `npm run dev`, is rendered with its page: while it is loaded, it would fail with a line in the log and an empty page.
 */
const texts = (folder: string, ending: string) =>
  outsideModules(
    glob({ base: `content/${folder}`, pattern: `*/${anyLanguage}.${ending}`, generateId, deferRender: true }),
  );

export const collections = {
  guides: defineCollection({
    loader: texts("guides", "{md,mdx}"),
    schema: guideSchema,
  }),
  causes: defineCollection({
    loader: texts("causes", "md"),
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
    loader: texts("recipes", "md"),
    schema: recipeWordsSchema,
  }),
  pages: defineCollection({
    loader: texts("pages", "mdx"),
    schema: pageSchema,
  }),
  asked: defineCollection({ loader: file("content/asked.yaml"), schema: askedSchema }),
  glossary: defineCollection({ loader: file("content/glossary.yaml"), schema: termSchema }),
  notCors: defineCollection({ loader: file("content/not-cors.yaml"), schema: notCorsSchema }),
  stacks: defineCollection({ loader: file("content/stacks.yaml"), schema: stackSchema }),
  tags: defineCollection({ loader: file("content/tags.yaml"), schema: taxonSchema }),
  categories: defineCollection({ loader: file("content/categories.yaml"), schema: taxonSchema }),
};
