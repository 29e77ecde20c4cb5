import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultParams } from "../../generator/params.ts";
import { readRecipeRegion } from "../../generator/readRecipeRegion.ts";
import { cutAtCors } from "../../generator/regions.ts";
import { fillRecipe } from "../../generator/slots.ts";
import type { Problem } from "../../problems.ts";
import { causes } from "../../rules/index.ts";
import { isComplete, type Language, languages } from "../../site.config.ts";
import { didYouMean } from "../nearest.ts";
import { type RecipeData, recipeSchema } from "../schemas/recipe.ts";
import { recipeSections, recipeWordsSchema } from "../schemas/recipeWords.ts";
import type { YamlFile } from "../yamlFile.ts";
import { codeLanguages } from "./codeBlocks.ts";
import { checkComments } from "./comments.ts";
import type { ContentFolder } from "./context.ts";
import { joinFault } from "./joins.ts";
import { checkParityOfWords } from "./parity.ts";
import type { LinkTargets } from "./targets.ts";
import { checkText } from "./texts.ts";
import { checkVersions } from "./versions.ts";
import { checkWordSections } from "./wordSections.ts";

const causeIds = new Set(causes.map(({ id }) => id));

/** Checks every recipe: its metadata, the files that they name, its slots, and its words in each language. */
export function checkRecipes(content: ContentFolder, targets: LinkTargets): Problem[] {
  return content.folders("recipes").flatMap((id) => checkRecipe(content, id, targets));
}

function checkRecipe(content: ContentFolder, id: string, targets: LinkTargets): Problem[] {
  if (!content.exists("recipes", id, "recipe.yaml")) {
    return [
      {
        file: content.name("recipes", id, "recipe.yaml"),
        line: 1,
        message: "The file is missing.",
        hint: 'Put it back; README.md, "Add a recipe", says what it holds.',
      },
    ];
  }
  const yaml = content.readYaml("recipes", id, "recipe.yaml");
  const result = yaml.check(recipeSchema);
  if ("problems" in result) return [...result.problems];
  const { data } = result;
  const told = languages.flatMap((language) => checkWords(content, id, language, data, targets));
  return [
    ...checkLanguage(yaml, data),
    ...checkFiles(content, id, yaml, data),
    ...checkCauseIds(yaml, data),
    ...told,
    ...checkParityOfWords(content, "recipes", id, told),
    ...checkVersions(content, id),
  ];
}

function checkFiles(content: ContentFolder, id: string, yaml: YamlFile, data: RecipeData): Problem[] {
  if (!content.exists("recipes", id, data.main)) return [missing(yaml, ["main"], data.main)];
  const problems = checkSlots(content, id, yaml, data);
  if (data.runs === true && data.run.needs === "npm" && !content.exists("recipes", id, "package.json")) {
    problems.push(missing(yaml, ["run", "needs"], "package.json"));
  }
  if (!data.broken) return problems;
  if (!content.exists("recipes", id, data.broken.file))
    return [...problems, missing(yaml, ["broken", "file"], data.broken.file)];
  try {
    if (!data.broken.file.endsWith(".json")) readRecipeRegion(`${id}/${data.broken.file}#broken`, content.root);
  } catch (error) {
    problems.push(
      yaml.problem(
        ["broken", "file"],
        (error as Error).message,
        "Put #region broken … #endregion around what people paste.",
      ),
    );
  }
  return problems;
}

/** With the default parameters a recipe must be what its file holds: then each slot is where it says, and written as it says. */
function checkSlots(content: ContentFolder, id: string, yaml: YamlFile, { main, slots, unset }: RecipeData): Problem[] {
  if (slots.length === 0) return [];
  const held = new Set<string>([...slots.map(({ value }) => value), ...unset]);
  const unfilled = Object.keys(defaultParams).filter((name) => !held.has(name));
  if (unfilled.length > 0) {
    return [
      yaml.problem(
        ["slots"],
        `No slot holds ${unfilled.join(", ")}.`,
        'Add one for each place where the value stands, or name under "unset" what the software has no setting for.',
      ),
    ];
  }
  const text = readFileSync(join(content.path, "recipes", id, main), "utf8");
  const misnamed = misnamedRegion(text);
  if (misnamed) {
    return [
      {
        file: content.name("recipes", id, main),
        line: misnamed.line,
        message: `The file has a region "${misnamed.name}", and none that is called "cors".`,
        hint: "Call the part that readers need so: #region cors … #endregion.",
      },
    ];
  }
  try {
    const { inside: cors } = cutAtCors(text);
    // Each by itself, so that a fault stands at its slot.
    const faults = slots.flatMap((slot, index) => slotFault(cors, slot, main, yaml, index));
    if (faults.length > 0) return faults;
    // And all of them, which may overlap.
    fillRecipe(cors, slots, defaultParams);
    return [];
  } catch (error) {
    return [yaml.problem(["slots"], (error as Error).message, `Mend the slot, or the region cors in ${main}.`)];
  }
}

function slotFault(
  cors: string,
  slot: RecipeData["slots"][number],
  main: string,
  yaml: YamlFile,
  index: number,
): Problem[] {
  try {
    const filled = fillRecipe(cors, [slot], defaultParams).split("\n");
    const lines = cors.split("\n");
    const line = lines.findIndex((text, number) => text !== filled[number]);
    const join = line === -1 ? joinFault(cors, slot) : undefined;
    if (join !== undefined) {
      return [
        yaml.problem(
          ["slots", index, "join"],
          `Between two ${slot.value} "join" puts "${slot.join}", and the list in ${main} is not written so.`,
          `Write join: "${join}", or how else that list has a second member.`,
        ),
      ];
    }
    if (line === -1) return [];
    return [
      yaml.problem(
        ["slots", index],
        `With the default values the recipe has the line "${filled[line]}", and ${main} has "${lines[line]}".`,
        'Mend the slot\'s "as", "join" or "text", so that the default values give the file as it is.',
      ),
    ];
  } catch (error) {
    return [yaml.problem(["slots", index], (error as Error).message, `Mend the slot, or the region cors in ${main}.`)];
  }
}

/** The first region of a file that has some, and none for its CORS part. */
function misnamedRegion(text: string): { name: string; line: number } | undefined {
  const regions = [...text.matchAll(/#region +([\w-]+)/g)];
  const [first] = regions;
  if (!first || regions.some(([, name]) => name === "cors")) return undefined;
  return { name: first[1] ?? "", line: text.slice(0, first.index).split("\n").length };
}

function checkLanguage(yaml: YamlFile, { language }: RecipeData): Problem[] {
  if (codeLanguages.has(language)) return [];
  return [
    yaml.problem(
      ["language"],
      `"language" is "${language}", which Shiki does not know.`,
      `${didYouMean(language, codeLanguages)}Name one that it colours, such as js, nginx or text.`,
    ),
  ];
}

function checkCauseIds(yaml: YamlFile, data: RecipeData): Problem[] {
  const lists: [path: string[], ids: readonly string[]][] = [
    [["prevents"], data.prevents],
    [["broken", "causes"], data.broken?.causes ?? []],
  ];
  return lists.flatMap(([path, ids]) =>
    ids.flatMap((id, index) =>
      causeIds.has(id)
        ? []
        : [
            yaml.problem(
              [...path, index],
              `"${path.join(".")}" names "${id}", which does not exist.`,
              `${didYouMean(id, causeIds)}Mend its spelling; src/rules/causes/ has the causes.`,
            ),
          ],
    ),
  );
}

function checkWords(
  content: ContentFolder,
  id: string,
  language: Language,
  data: RecipeData,
  targets: LinkTargets,
): Problem[] {
  const name = `${language}.md`;
  const file = content.name("recipes", id, name);
  if (!content.exists("recipes", id, name)) {
    if (!isComplete(language)) return [];
    return [
      {
        file,
        line: 1,
        message: `The recipe "${id}" has no words here: the file is missing.`,
        hint: "Write it like its neighbours.",
      },
    ];
  }
  const yaml = content.readFrontmatter("recipes", id, name);
  if (!yaml) {
    return [
      {
        file,
        line: 1,
        message: "The file has no frontmatter.",
        hint: "Start it with title and description between two lines ---.",
      },
    ];
  }
  const result = yaml.check(recipeWordsSchema);
  return [
    ...("problems" in result ? result.problems : []),
    ...checkText({ yaml, kind: "recipe", id, language, isPublished: true }, targets, content.root),
    ...checkWordSections(yaml, recipeSections(data)),
    ...checkComments(content, id, data, language, yaml),
  ];
}

function missing(yaml: YamlFile, path: string[], name: string): Problem {
  return yaml.problem(path, `The recipe's folder has no file "${name}".`, "Add it, or name the file that is there.");
}
