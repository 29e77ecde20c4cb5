import type { Problem } from "../../problems.ts";
import { readContentIds } from "../ids.ts";
import { taxonSchema } from "../schemas/taxonomy.ts";
import { allProse, lists } from "./allProse.ts";
import { checkAsked } from "./asked.ts";
import { checkCauses } from "./causes.ts";
import type { ContentFolder } from "./context.ts";
import { checkGlossary } from "./glossary.ts";
import { checkGuides } from "./guides.ts";
import { checkLanguage } from "./language.ts";
import { checkList } from "./list.ts";
import { checkNotCors } from "./notCors.ts";
import { checkPages } from "./pages.ts";
import { checkPlainWords } from "./plainWords.ts";
import { checkRecipes } from "./recipes.ts";
import { LinkTargets } from "./targets.ts";
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
  const tags = checkTaxons(content, "tags.yaml", "tag");
  const categories = checkTaxons(content, "categories.yaml", "category");
  const ids = readContentIds(content);
  const targets = new LinkTargets(content, ids);
  const terms = content.exists("glossary.yaml") ? readTerms(content.readYaml("glossary.yaml")) : () => [];
  const problems = [
    ...tags.problems,
    ...categories.problems,
    ...checkGuides(content, { ...ids, tags: tags.ids, categories: categories.ids }, targets),
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
    ...(content.exists("asked.yaml") ? checkAsked(content.readYaml("asked.yaml"), ids) : []),
    ...lists.filter((name) => content.exists(name)).flatMap((name) => checkPlainWords(content.readYaml(name))),
    ...allProse(content).flatMap((prose) => checkLanguage(prose, terms)),
  ];
  return [...problems, ...checkTranslations(content, problems), ...checkUiStrings()];
}

function checkTaxons(content: ContentFolder, name: string, kind: string): { ids: Set<string>; problems: Problem[] } {
  if (!content.exists(name)) return { ids: new Set(), problems: [missing(content, name)] };
  const { items, problems } = checkList(content.readYaml(name), taxonSchema, kind);
  return { ids: new Set(items.map(({ value }) => value.id)), problems };
}

function missing(content: ContentFolder, ...parts: string[]): Problem {
  return {
    file: content.name(...parts),
    line: 1,
    message: "The file is missing.",
    hint: "Put it back; src/content/schemas/ says what it holds.",
  };
}
