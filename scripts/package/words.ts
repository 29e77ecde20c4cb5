import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { shownIn, shownWords } from "../../src/content/fallback.ts";
import { commentsOf } from "../../src/content/recipeRegion.ts";
import { causeSchema } from "../../src/content/schemas/cause.ts";
import { type NotCorsWords, notCorsSchema } from "../../src/content/schemas/notCors.ts";
import { hashRecipeFiles } from "../../src/evidence/recipeFiles.ts";
import { recipeRuns } from "../../src/evidence/recipes.ts";
import { preventedCauses } from "../../src/generator/prevented.ts";
import { shownPart } from "../../src/generator/shown.ts";
import { suiteLines } from "../../src/generator/suiteLines.ts";
import { translateShown } from "../../src/generator/translatedComments.ts";
import { href } from "../../src/i18n/routes.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes, differences } from "../../src/rules/index.ts";
import { type Language, languages, site } from "../../src/site.config.ts";
import type { RecipeText, Words } from "../../src/terminal/words.ts";
import { loadRecipes, type Recipe, recipesFolder } from "../conformance/recipes.ts";

/**
 * Writes the files of words and recipes that the package carries: the site's own, of which the checks of the content
 * have made sure that nothing is missing.
 * @param root the project's
 * @param folder where they go
 */
export function writeWords(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const content = new ContentFolder(root);
  const recipes = loadRecipes().filter(({ main }) => main !== undefined);
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  for (const language of languages) {
    write(`${language}.json`, wordsIn(language, content, recipes));
    write(
      `recipes.${language}.json`,
      Object.fromEntries(recipes.map((recipe) => [recipe.id, textOf(recipe, language)])),
    );
  }
}

function wordsIn(language: Language, content: ContentFolder, recipes: readonly Recipe[]): Words {
  const {
    checker,
    failures,
    outcome,
    diagnose,
    terminal,
    differences: titles,
    recipes: recipeStrings,
  } = uiStrings[language];
  const mends = new Map(recipes.map((recipe) => [recipe.id, preventedBy(recipe)]));
  const ofCause = (id: string) => {
    const shown = shownIn(language, site.source, (one) => content.exists("causes", id, `${one}.md`));
    const { title, cause, fix } = parsed(content.readFrontmatter("causes", id, `${shown}.md`)?.check(causeSchema));
    return { title, cause, fix, recipes: [...mends].flatMap(([recipe, ids]) => (ids.includes(id) ? [recipe] : [])) };
  };
  const notCors = content.readYaml("not-cors.yaml").data as unknown[];
  return {
    language,
    site: new URL(href(language, "home"), site.url).href,
    checker,
    failures,
    outcome,
    diagnose,
    terminal,
    lines: Object.fromEntries(
      Object.entries(recipeStrings).filter(([key]) => /^line\.[\w-]+$/.test(key)),
    ) as Words["lines"],
    causes: Object.fromEntries(causes.map(({ id }) => [id, ofCause(id)])),
    differences: Object.fromEntries(differences.map(({ id }) => [id, titles[`${id}.title`]])) as Words["differences"],
    notCors: Object.fromEntries(
      notCors.flatMap((raw) => {
        const entry = notCorsSchema.parse(raw);
        const own = shownWords<NotCorsWords>(entry, language)?.words;
        return own ? [[entry.id, { title: own.title, is: own.is, fix: own.fix }]] : [];
      }),
    ),
  };
}

/** By its own account, and by the lines that its recorded run holds. */
function preventedBy({ id, prevents }: Recipe): string[] {
  const run = recipeRuns[id];
  const isOfThese = run?.files === hashRecipeFiles(join(recipesFolder, id));
  const holds = isOfThese ? suiteLines.filter((line) => run?.lines[line] === "holds") : [];
  return preventedCauses({ prevents, holds });
}

/** As its page shows it: with its comments in the language. */
function textOf({ id, name, main, slots }: Recipe, language: Language): RecipeText {
  const part = shownPart(readFileSync(join(recipesFolder, id, main), "utf8"), slots);
  const { text, placed } = translateShown(part, main, { language, translations: commentsOf(id, language) });
  const shown = new Set(placed.map(({ slot }) => slot));
  return { name, text, slots: [...shown] };
}

function parsed<T>(result: { data: T } | { problems: readonly unknown[] } | undefined): T {
  if (result && "data" in result) return result.data;
  throw new Error(`A cause's words are not whole: ${JSON.stringify(result)}`);
}
