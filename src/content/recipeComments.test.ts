import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { removeComments } from "../generator/comments.ts";
import { readRecipeRegion } from "../generator/readRecipeRegion.ts";
import { shownPart, shownWhole } from "../generator/shown.ts";
import { ROOM, translateShown } from "../generator/translatedComments.ts";
import { columnsOf } from "../generator/wrapText.ts";
import { languages } from "../site.config.ts";
import { readTranslatedRegion } from "./recipeRegion.ts";
import { type RecipeData, recipeSchema } from "./schemas/recipe.ts";
import { YamlFile } from "./yamlFile.ts";

const folder = "content/recipes";
const ids = readdirSync(folder).filter(isRecipe);

function isRecipe(id: string): boolean {
  return statSync(join(folder, id)).isDirectory() && readdirSync(join(folder, id)).includes("recipe.yaml");
}

/** What runs: the lines of a text without comments, and without those that had nothing else. */
const codeOf = (text: string, file: string) =>
  removeComments(text, file)
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");

/** The regions of all of a recipe's files. */
function regionsOf(id: string): string[] {
  const paths = readdirSync(join(folder, id), { recursive: true }).map(String);
  return paths
    .filter((path) => !path.endsWith(".md") && statSync(join(folder, id, path)).isFile())
    .flatMap((path) => {
      const text = readFileSync(join(folder, id, path), "utf8");
      return [...text.matchAll(/#region +([\w-]+)/g)].map(([, region]) => `${id}/${path}#${region}`);
    });
}

const tooWide = (text: string, file: string) =>
  text.split("\n").filter((line) => columnsOf(line) > ROOM && removeComments(line, file).trim() === "");

test.each(ids)("%s: in each language only comments differ from what was run", (id) => {
  const data: RecipeData = recipeSchema.parse(parse(readFileSync(join(folder, id, "recipe.yaml"), "utf8")));
  const main = readFileSync(join(folder, id, data.main), "utf8");
  for (const language of languages) {
    for (const region of regionsOf(id)) {
      const [file = ""] = region.split("#");
      const translated = readTranslatedRegion(region, language);
      expect(codeOf(translated, file), region).toEqual(codeOf(readRecipeRegion(region), file));
      expect(tooWide(translated, file), region).toEqual([]);
    }
    const words = YamlFile.readFrontmatter(join(folder, id, `${language}.md`), "words")?.data as {
      comments?: Record<string, string>;
    };
    for (const shown of [shownPart(main, data.slots), shownWhole(main, data.slots)]) {
      if (!shown) continue;
      const translated = translateShown(shown, data.main, { language, translations: words.comments ?? {} });
      expect(codeOf(translated.text, data.main)).toEqual(codeOf(shown.text, data.main));
      expect(tooWide(translated.text, data.main)).toEqual([]);
      const filled = ({ text, placed }: typeof shown) => placed.map(({ start, end }) => text.slice(start, end));
      expect(filled(translated)).toEqual(filled(shown));
      expect(translated.placed.map(({ slot, original }) => [slot, original])).toEqual(
        shown.placed.map(({ slot, original }) => [slot, original]),
      );
      // That it is another text at all.
      if (language !== "en" && Object.keys(words.comments ?? {}).some((english) => shown.text.includes(english)))
        expect(translated.text).toMatch(/[\u3040-\u9fff]/);
    }
  }
});
