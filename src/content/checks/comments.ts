import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commentPattern } from "../../generator/commentSyntax.ts";
import { type Comment, findComments } from "../../generator/comments.ts";
import { cutAtCors, cutAtRegion } from "../../generator/regions.ts";
import { ROOM } from "../../generator/translatedComments.ts";
import { columnsOf } from "../../generator/wrapText.ts";
import type { Problem } from "../../problems.ts";
import { type Language, site } from "../../site.config.ts";
import { nearest } from "../nearest.ts";
import type { RecipeData } from "../schemas/recipe.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

/** A comment of what pages show of a recipe. */
interface ShownComment {
  text: string;
  /** `content/recipes/express/server.js:12` */
  place: string;
  /** The columns that code takes before it in its line. */
  behind: number;
}

/** Checks that what pages show of a recipe has each of its comments in a language, and no translation of others. @param yaml the recipe's words in it */
export function checkComments(
  content: ContentFolder,
  id: string,
  data: RecipeData,
  language: Language,
  yaml: YamlFile,
): Problem[] {
  // That it is missing is told with recipe.yaml.
  if (!content.exists("recipes", id, data.main)) return [];
  const translations = readTranslations(yaml);
  const { comments, problems: ofFiles } = shownComments(content, id, data);
  if (language === site.source) {
    if (translations === undefined) return ofFiles;
    const hint = `Change the comments there; "comments" is for the other languages.`;
    return [...ofFiles, yaml.problem(["comments"], "The code's own comments are in English already.", hint)];
  }
  const problems: Problem[] = [];
  const known = new Map(comments.map((comment) => [comment.text, comment]));
  const own = Object.entries(translations ?? {});
  for (const { text, place } of known.values()) {
    if (own.some(([english]) => english === text)) continue;
    problems.push(
      yaml.problem(
        ["comments"],
        `The comment of ${place} is not translated: "${text}".`,
        `Write below "comments:" of ${yaml.file}, indented by two: ${JSON.stringify(text)}: and what it says in ${language}.`,
      ),
    );
  }
  for (const [english, words] of own) problems.push(...checkTranslation(yaml, english, words, known));
  return problems;
}

function checkTranslation(
  yaml: YamlFile,
  english: string,
  words: string,
  known: ReadonlyMap<string, ShownComment>,
): Problem[] {
  const at = ["comments", english];
  const comment = known.get(english);
  if (!comment) {
    const near = nearest(english, [...known.keys()]);
    return [
      yaml.problem(
        at,
        `"comments" translates what is no comment of the recipe's shown code: "${english}".`,
        near ? `Its nearest is "${near}": take that, and look whether the translation still says it.` : "Remove it.",
      ),
    ];
  }
  if (/\n|\*\/|-->/.test(words))
    return [yaml.problem(at, `The translation of "${english}" would end the comment.`, "Write it in one line.")];
  if (comment.behind > 0 && comment.behind + columnsOf(words) > ROOM)
    return [
      yaml.problem(
        at,
        `The translation of "${english}" makes the line ${comment.behind + columnsOf(words)} columns wide, and a page has room for ${ROOM}.`,
        `Say it in ${ROOM - comment.behind} columns, a Chinese or Japanese character being two: behind code it cannot be broken.`,
      ),
    ];
  return [];
}

function readTranslations({ data }: YamlFile): Record<string, string> | undefined {
  const { comments } = (data ?? {}) as { comments?: unknown };
  if (comments === undefined) return undefined;
  // What is none is told by the schema.
  const entries = typeof comments === "object" && comments !== null ? Object.entries(comments) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The comments of a recipe's main file, of which a page shows all, and of the regions of its other files. */
function shownComments(
  content: ContentFolder,
  id: string,
  { main, slots }: RecipeData,
): { comments: ShownComment[]; problems: Problem[] } {
  const comments: ShownComment[] = [];
  const problems: Problem[] = [];
  for (const path of filesBelow(content, "recipes", id)) {
    const name = content.name("recipes", id, path);
    const text = readFileSync(join(content.path, "recipes", id, path), "utf8").replaceAll("\r\n", "\n");
    const regions = [...text.matchAll(/#region +([\w-]+)/g)].map(([, region = ""]) => region);
    if (path !== main && regions.length === 0) continue;
    if (!commentPattern(path) && regions.length > 0) {
      const hint = "Add the ending of its name to a line of src/generator/commentSyntax.ts, or a line of its own.";
      problems.push({ file: name, line: 1, message: "It is not known how this file writes comments.", hint });
    }
    const shown = path === main ? [{ inside: text, before: "" }] : regions.flatMap((region) => cut(text, region, name));
    for (const { inside, before } of shown) {
      const above = before.split("\n").length - 1;
      for (const comment of findComments(inside, path)) {
        const behind = comment.before.trim() === "" ? 0 : columnsOf(`${comment.before}${comment.mark} `);
        const line = above + comment.line;
        comments.push({ text: comment.text, place: `${name}:${line}`, behind });
        const slot = path === main ? slotIn(inside, comment, slots) : undefined;
        if (slot === undefined) continue;
        problems.push({
          file: name,
          line,
          message: `A reader's own values would stand in this comment, which has the text of a slot: "${slot}".`,
          hint: "Say it in other words, or give the slot more of the text around its place.",
        });
      }
    }
  }
  return { comments, problems };
}

/** The text of a slot that is also in a comment of the CORS part. */
function slotIn(text: string, { start, end }: Comment, slots: RecipeData["slots"]): string | undefined {
  const { before, inside } = cutAtCors(text);
  if (start < before.length || start > before.length + inside.length) return undefined;
  const words = text.slice(start, end);
  return slots.map((slot) => slot.text.replace(/[«»]/g, "")).find((slot) => words.includes(slot));
}

function cut(text: string, region: string, name: string) {
  try {
    return cutAtRegion(text, region, name) ?? [];
  } catch {
    // A region that is not closed is told where it is asked for.
    return [];
  }
}

/** All files below a folder of the content but words and metadata, by their paths in it. */
function filesBelow(content: ContentFolder, ...parts: string[]): string[] {
  const own = content.files(...parts).filter((name) => !/\.md$|^recipe\.yaml$/.test(name));
  const inner = content
    .folders(...parts)
    .filter((name) => name !== "node_modules")
    .flatMap((name) => filesBelow(content, ...parts, name).map((path) => `${name}/${path}`));
  return [...own, ...inner];
}
