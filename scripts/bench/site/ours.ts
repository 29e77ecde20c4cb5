import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContentFolder } from "../../../src/content/checks/context.ts";
import { recipeSchema } from "../../../src/content/schemas/recipe.ts";
import { writeStamps } from "../../../src/content/translation/stamps.ts";
import { readUnits } from "../../../src/content/translation/units.ts";
import { readRecipeRegion } from "../../../src/generator/readRecipeRegion.ts";
import { languages } from "../../../src/site.config.ts";
import { siteInputs } from "../../support/siteInputs.ts";
import { type Notation, nameOf, type ShownRecipe, textOf } from "./texts.ts";

/** What a build and its commands need of the project. */
const parts = [".vscode", "package.json", "scripts", ...siteInputs];
const shown = ["express", "express-cors", "nginx", "flask", "fastify", "koa", "hono", "caddy", "go-http", "django"];
/** As Shiki calls them, by the endings of files. */
const highlighted: Record<string, string> = { js: "js", mjs: "js", ts: "ts", conf: "nginx", py: "python", go: "go" };

/** The recipes whose part guides show. @param root the project's root */
export function readShownRecipes(root: string): ShownRecipe[] {
  const content = new ContentFolder(root);
  return shown.map((id) => {
    const checked = content.readYaml("recipes", id, "recipe.yaml").check(recipeSchema);
    if (!("data" in checked)) throw new Error(`content/recipes/${id}/recipe.yaml is not sound.\nRun: npm run check`);
    const { main } = checked.data;
    const reference = `${id}/${main}#cors`;
    const language = highlighted[main.split(".").at(-1) ?? ""] ?? "text";
    return { id, reference, language, text: readRecipeRegion(reference, root) };
  });
}

/**
 * Makes a copy of the project, with more guides.
 * @param folder where it goes: below the project, so that it finds the packages
 * @param count how many guides, each in all languages
 */
export function makeOurs(root: string, folder: string, count: number, recipes: readonly ShownRecipe[]): void {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (let number = 0; number < count; number++) {
    const guide = join(folder, "content/guides", nameOf(number));
    mkdirSync(guide, { recursive: true });
    for (const language of languages) {
      writeFileSync(join(guide, `${language}.mdx`), textOf(number, count, language, recipes, notation(count, recipes)));
    }
  }
  const content = new ContentFolder(folder);
  const units = readUnits(content, ["guide"]).filter(({ id }) => id.startsWith("gen-"));
  writeStamps(
    content,
    units.flatMap((unit) => {
      const sections = unit.text(unit.source)?.sections ?? [];
      return languages.filter((language) => language !== unit.source).map((language) => ({ unit, language, sections }));
    }),
  );
}

/** Changes a sentence of one text. @param change makes it another each time */
export function editOurs(folder: string, change: number): void {
  const file = join(folder, "content/guides", nameOf(0), "en.mdx");
  writeFileSync(file, readFileSync(file, "utf8").replace(/\.\n\n- /, `. Value ${change}.\n\n- `));
}

const tags = ["preflight", "options", "credentials", "express", "nginx", "flask", "fetch", "proxy"];
const categories = ["basics", "troubleshooting"];

function notation(count: number, recipes: readonly ShownRecipe[]): Notation {
  return {
    frontmatter({ title, description, tldr, number }) {
      const two = (list: readonly string[], apart: number) =>
        `[${list[number % list.length]}, ${list[(number + apart) % list.length]}]`;
      const related = [1, 2].map((apart) => nameOf((number + apart) % count));
      const day = `2026-${String(1 + (number % 10)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;
      return `---
title: '${title}'
description: '${description}'
published: ${day}
tags: ${two(tags, 3)}
category: ${categories[number % categories.length]}
draft: false
tldr:
${tldr.map((line) => `  - '${line}'`).join("\n")}
source: ${languages[number % languages.length]}
causes: [options-not-routed, allow-origin-missing]
recipes: ${two(
        recipes.map(({ id }) => id),
        5,
      )}
related: [${related.join(", ")}]
---`;
    },
    id: (id) => ` {#${id}}`,
    link: (words, to) => `[${words}](${to})`,
    recipe: ({ language, reference }) => `\`\`\`${language} recipe="${reference}"\n\`\`\``,
    note: (words) => `<Note>\n\n${words}\n\n</Note>`,
  };
}
