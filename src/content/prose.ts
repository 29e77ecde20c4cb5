import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MdastNode } from "satteri";
import { ownStrings } from "../i18n/strings.ts";
import { type Language, languages } from "../site.config.ts";
import { lineOf, wordsOfPicture } from "./bodyTree.ts";
import { components } from "./schemas/components.ts";
import type { YamlFile } from "./yamlFile.ts";

/** What readers read, piece by piece: a paragraph, a heading, a cell, a field's value, a string of the interface. */
export interface Prose {
  file: string;
  language: Language;
  /** Its words, without marks. Each character of code in it is `CODE`. */
  text: string;
  /** What a comment in code says: in its own style, with code among its words. */
  isComment?: boolean;
  /** The line in the file of what stands at an offset of the text. */
  lineAt(offset: number): number;
}

/** Stands for code, which is no words. */
export const CODE = "\uFFFC";
/** Stands for a placeholder, of which nobody knows what it will be. */
const PLACEHOLDER = "\uE000";

/** What of a frontmatter or a list is no words. */
const NO_WORDS = new Set([
  "id",
  "image",
  "source",
  "clause",
  "messages",
  "sources",
  "scenarios",
  "translatedFrom",
  "of",
  "seen",
]);

/** The words of a text: its frontmatter's and its body's. */
export function proseOfText(yaml: YamlFile, language: Language): Prose[] {
  return [...proseOfFields(yaml, yaml.data, [], language), ...proseOfBody(yaml, language)];
}

/** The words of a YAML file in which each language has its own, below its tag. */
export function proseOfList(yaml: YamlFile, value: unknown = yaml.data, path: PropertyKey[] = []): Prose[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const language = languages.find((language) => language === key);
    if (language) return proseOfFields(yaml, inner, here, language);
    return NO_WORDS.has(key) ? [] : proseOfList(yaml, inner, here);
  });
}

function proseOfFields(yaml: YamlFile, value: unknown, path: PropertyKey[], language: Language): Prose[] {
  if (typeof value === "string") {
    // Ids and dates are no words.
    if (/^[a-z0-9-]*$/.test(value)) return [];
    const isComment = path[0] === "comments";
    return [{ file: yaml.file, language, text: withoutCode(value), isComment, lineAt: () => yaml.lineOf(path) }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NO_WORDS.has(key) || key === "avoid"
      ? []
      : proseOfFields(yaml, inner, [...path, Array.isArray(value) ? Number(key) : key], language),
  );
}

function proseOfBody({ file, bodyLine, tree }: YamlFile, language: Language): Prose[] {
  return tree.nodes.flatMap((node): Prose[] => {
    const claims = claimsOf(node).map((claim) => ({
      file,
      language,
      text: withoutCode(claim),
      lineAt: () => bodyLine + lineOf(node) - 1,
    }));
    if (!isBlock(node)) return claims;
    const pieces: { text: string; line: number }[] = [];
    for (const child of node.children as MdastNode[]) collect(child, pieces);
    const text = pieces.map((piece) => piece.text).join("");
    if (text.trim() === "") return claims;
    const lineAt = (offset: number) => {
      let start = 0;
      for (const piece of pieces) {
        const end = start + piece.text.length;
        if (offset < end || piece === pieces.at(-1)) {
          return bodyLine + piece.line - 1 + piece.text.slice(0, offset - start).split("\n").length - 1;
        }
        start = end;
      }
      return bodyLine + lineOf(node) - 1;
    };
    return [...claims, { file, language, text, lineAt }];
  });
}

const WITH_WORDS: ReadonlySet<string> = new Set(["paragraph", "heading", "tableCell", "descriptionTerm"]);
/** Of a ruby, what says how its word is read. */
const READINGS: ReadonlySet<string> = new Set(["rubyReading", "rubyParenthesis"]);

/** A node that holds words of its own, and not only other blocks. */
function isBlock(node: MdastNode): node is Extract<MdastNode, { children: unknown[] }> {
  if (WITH_WORDS.has(node.type)) return true;
  return node.type === "mdxJsxFlowElement" && (node.children as MdastNode[]).some(({ type }) => type === "text");
}

function collect(node: MdastNode, pieces: { text: string; line: number }[]): void {
  const line = lineOf(node);
  if (READINGS.has(node.type)) return;
  if (node.type === "text") pieces.push({ text: node.value, line });
  else if (node.type === "inlineCode" || node.type === "inlineMath")
    pieces.push({ text: CODE.repeat(node.value.length), line });
  else if (node.type === "break") pieces.push({ text: "\n", line });
  else if ("children" in node) for (const child of node.children) collect(child as MdastNode, pieces);
}

/** The words in the attributes of a component, and those of a picture. */
function claimsOf(node: MdastNode): string[] {
  if (node.type === "image") return wordsOfPicture(node);
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
  const known = components[node.name ?? ""];
  return node.attributes.flatMap((attribute) =>
    "name" in attribute && known?.[attribute.name]?.holds === "text" && typeof attribute.value === "string"
      ? [attribute.value]
      : [],
  );
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`|\{\w+\}|https?:\/\/[\w./#?=&%-]*/g, (code) =>
    (code.startsWith("{") ? PLACEHOLDER : CODE).repeat(code.length),
  );
}

const ui = join(import.meta.dirname, "../i18n/ui");

/** The words of the interface. */
export function proseOfInterface(): Prose[] {
  return languages.flatMap((language) =>
    Object.entries(ownStrings(language)).flatMap(([part, strings]) =>
      Object.entries(strings).map(([key, text]) => ({
        file: `src/i18n/ui/${language}/${part}.ts`,
        language,
        text: withoutCode(text as string),
        lineAt: () => lineOfString(language, part, key),
      })),
    ),
  );
}

function lineOfString(language: Language, part: string, key: string): number {
  const lines = readFileSync(join(ui, language, `${part}.ts`), "utf8").split("\n");
  return lines.findIndex((line) => line.trimStart().replaceAll('"', "").startsWith(`${key}:`)) + 1 || 1;
}
