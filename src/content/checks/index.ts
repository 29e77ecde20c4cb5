import type { Problem } from "../../problems.ts";
import { readContentIds, readListIds } from "../ids.ts";
import { allProse, lists } from "./allProse.ts";
import { checkAsked } from "./asked.ts";
import { checkCauses } from "./causes.ts";
import type { ContentFolder } from "./context.ts";
import { drawAllDiagrams } from "./diagrams.ts";
import { checkGlossary } from "./glossary.ts";
import { checkGuides } from "./guides.ts";
import { checkLanguage } from "./language.ts";
import { checkNotCors } from "./notCors.ts";
import { checkPages } from "./pages.ts";
import { checkPlainWords } from "./plainWords.ts";
import { checkRecipes } from "./recipes.ts";
import { checkStacks } from "./stacks.ts";
import { LinkTargets } from "./targets.ts";
import { checkTaxons } from "./taxons.ts";
import { readTerms } from "./terms.ts";
import { checkTitles } from "./titles.ts";
import { checkTranslations } from "./translations.ts";
import { checkUiStrings } from "./uiStrings.ts";

/**
 * Checks all content, and the site's own words, at once.
 * @returns every problem, each with its file and line; none where the content is sound
 */
export function checkContent(content: ContentFolder): Problem[] {
  return content.look(() => checkAll(content));
}

function checkAll(content: ContentFolder): Problem[] {
  const ids = readContentIds(content);
  const tags = readListIds(content, "tags.yaml");
  const categories = readListIds(content, "categories.yaml");
  const targets = new LinkTargets(content, ids);
  drawAllDiagrams(content);
  const terms = content.exists("glossary.yaml") ? readTerms(content.readYaml("glossary.yaml")) : () => [];
  const problems = [
    ...(content.exists("tags.yaml") ? checkTaxons(content, "tag", tags) : [missing(content, "tags.yaml")]),
    ...(content.exists("categories.yaml")
      ? checkTaxons(content, "category", categories)
      : [missing(content, "categories.yaml")]),
    ...checkGuides(content, { ...ids, tags, categories }, targets),
    ...checkCauses(content, targets),
    ...checkRecipes(content, targets),
    ...checkPages(content, targets),
    ...checkTitles(content),
    ...(content.exists("glossary.yaml")
      ? checkGlossary(content.readYaml("glossary.yaml"))
      : [missing(content, "glossary.yaml")]),
    ...(content.exists("not-cors.yaml")
      ? checkNotCors(content.readYaml("not-cors.yaml"))
      : [missing(content, "not-cors.yaml")]),
    ...(content.exists("stacks.yaml") ? checkStacks(content.readYaml("stacks.yaml"), ids) : []),
    ...(content.exists("asked.yaml") ? checkAsked(content.readYaml("asked.yaml"), ids) : []),
    ...lists.filter((name) => content.exists(name)).flatMap((name) => checkPlainWords(content.readYaml(name))),
    ...allProse(content).flatMap((prose) => checkLanguage(prose, terms)),
  ];
  return [...problems, ...checkTranslations(content, problems), ...checkUiStrings()];
}

function missing(content: ContentFolder, ...parts: string[]): Problem {
  return {
    file: content.name(...parts),
    line: 1,
    message: "The file is missing.",
    hint: "Put it back; src/content/schemas/ says what it holds.",
  };
}
