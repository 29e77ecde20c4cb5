import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";
import { askedSchema } from "../../src/content/schemas/asked.ts";
import { termSchema } from "../../src/content/schemas/glossary.ts";
import { notCorsSchema } from "../../src/content/schemas/notCors.ts";
import { recipeSchema } from "../../src/content/schemas/recipe.ts";
import { stackSchema } from "../../src/content/schemas/stack.ts";
import { taxonSchema } from "../../src/content/schemas/taxonomy.ts";

/** Where editors find them; `.vscode/settings.json` says which is for which file. */
export const SCHEMAS = ".vscode/schemas";

/** Of each file of the content that is YAML its schema, where the schema stands, and whether the file is a list. */
const sources = {
  asked: { schema: askedSchema, file: "asked.ts", isList: true },
  categories: { schema: taxonSchema, file: "taxonomy.ts", isList: true },
  glossary: { schema: termSchema, file: "glossary.ts", isList: true },
  "not-cors": { schema: notCorsSchema, file: "notCors.ts", isList: true },
  recipe: { schema: recipeSchema, file: "recipe.ts", isList: false },
  stacks: { schema: stackSchema, file: "stack.ts", isList: true },
  tags: { schema: taxonSchema, file: "taxonomy.ts", isList: true },
} as const;

/** What editors check and complete the content by, made from the schemas that the build checks it by. */
export function editorSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, { schema, file, isList }]) => {
      // What editors know best. What is no part of JSON, such as a function that checks, is left to the build.
      const made = z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any" });
      describe(made, commentsOf(join(import.meta.dirname, "../../src/content/schemas", file)));
      const { $schema, ...own } = made;
      const whole = isList ? { $schema, type: "array", items: own } : made;
      return [`${name}.json`, `${JSON.stringify(whole, null, 2)}\n`];
    }),
  );
}

/** Writes them. @param root the project's */
export function writeSchemas(root: string): void {
  mkdirSync(join(root, SCHEMAS), { recursive: true });
  for (const [name, text] of Object.entries(editorSchemas())) writeFileSync(join(root, SCHEMAS, name), text);
}

/** What the comments in a schema's code say of its fields; of a name that stands there more than once, nothing. */
function commentsOf(file: string): ReadonlyMap<string, string> {
  const code = readFileSync(file, "utf8");
  const comments = new Map<string, string>();
  for (const [, comment = "", name = ""] of code.matchAll(/\/\*\* (.*?) ?\*\/\n\s+(\w+)(?=[:,])/g)) {
    const isOnly = (code.match(new RegExp(`^\\s+${name}[:,]`, "gm")) ?? []).length === 1;
    if (isOnly) comments.set(name, comment.replaceAll("`", ""));
  }
  return comments;
}

function describe(node: unknown, comments: ReadonlyMap<string, string>): void {
  if (typeof node !== "object" || node === null) return;
  const { properties } = node as { properties?: Record<string, { description?: string }> };
  for (const [name, property] of Object.entries(properties ?? {})) {
    const comment = comments.get(name);
    if (comment) property.description = comment;
  }
  for (const inner of Object.values(node)) describe(inner, comments);
}
