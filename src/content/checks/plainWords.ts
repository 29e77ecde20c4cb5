import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/** What of a YAML file is not shown as words. */
const NO_WORDS = new Set([
  "id",
  "messages",
  "sources",
  "translatedFrom",
  "avoid",
  "docs",
  "clause",
  "setting",
  "refuses",
]);

/**
 * Checks the words of a frontmatter or a list, of which pages read nothing but `code`: what is a mark in a text would be
 * shown as it is.
 */
export function checkPlainWords(yaml: YamlFile, value: unknown = yaml.data, path: PropertyKey[] = []): Problem[] {
  if (typeof value === "string") {
    const fault = faultOf(value);
    return fault ? [yaml.problem(path, fault.message, fault.hint)] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NO_WORDS.has(key) ? [] : checkPlainWords(yaml, inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function faultOf(text: string): { message: string; hint: string } | undefined {
  if (!/[`[*<]/.test(text)) return undefined;
  const words = text.replace(/`[^`]*`/g, "");
  if (words.includes("`"))
    return { message: `"${text}" opens \`code\` and does not close it.`, hint: "Write ` on both sides of the code." };
  const mark = /\[[^\]]+\]\([^)]*\)|\*\*[^*]+\*\*|<\/?[a-z]+>/.exec(words)?.[0];
  if (mark === undefined) return undefined;
  return {
    message: `"${mark}" is shown as it is: here only \`code\` is read.`,
    hint: "Write it in plain words; links and emphasis belong into the text.",
  };
}
