/**
 * Records in a translation which revision of its source it was made from: a hash of each section.
 * Usage: npm run stamp -- content/guides/<slug>/<language>.mdx [more files]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMap, isNode, parseDocument } from "yaml";
import { guideSchema } from "../src/content/schemas/guide.ts";
import { hashSections } from "../src/content/sections.ts";
import { YamlFile } from "../src/content/yamlFile.ts";
import { formatProblems } from "../src/problems.ts";

function fail(what: string, hint: string): never {
  console.error(`${what}\n  → ${hint}`);
  process.exit(1);
}

/** Reads a guide's file, or ends with what is wrong in it. */
function readGuide(path: string) {
  const yaml = YamlFile.readFrontmatter(path, path);
  if (!yaml) fail(`${path} has no frontmatter.`, "Start it with a line ---, the fields, and a line ---.");
  const result = yaml.check(guideSchema);
  if ("problems" in result) fail(formatProblems(result.problems), "Mend these first.");
  return { data: result.data, body: yaml.body };
}

/**
 * Replaces the `translatedFrom` of a file's frontmatter, or adds it at its end. Everything else stays as it is.
 * @param text a file whose frontmatter parses
 * @param language the source's
 * @param sections a hash of each of its sections, by id
 */
export function stampText(text: string, language: string, sections: Record<string, string>): string {
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n---", start - 1) + 1;
  const lines = Object.entries(sections).map(([id, hash]) => `    ${id}: "${hash}"\n`);
  const block = `translatedFrom:\n  language: ${language}\n  sections:\n${lines.join("")}`;
  return text.slice(0, start) + withoutField(text.slice(start, end), "translatedFrom") + block + text.slice(end);
}

/** YAML without a field and its value, whichever way that is written. */
function withoutField(yaml: string, name: string): string {
  const { contents } = parseDocument(yaml);
  const field = isMap(contents) ? contents.items.find(({ key }) => String(key) === name) : undefined;
  if (!isNode(field?.key) || !isNode(field.value)) return yaml;
  const [from] = field.key.range as [number, number, number];
  const [, to] = field.value.range as [number, number, number];
  return yaml.slice(0, from) + yaml.slice(to).replace(/^[ \t]*\r?\n/, "");
}

/** A translation as it is to be written. */
function stamped(path: string): { path: string; source: string; text: string } {
  if (!existsSync(path))
    fail(`There is no file ${path}.`, "Name a translation, such as content/guides/preflight-404/ja.mdx.");
  const language = basename(path).replace(/\.mdx?$/, "");
  const { source } = readGuide(path).data;
  if (language === source)
    fail(
      `${path} is the guide's source ("source: ${source}"), not a translation.`,
      "Name one of the other files in its folder.",
    );
  const sourcePath = ["mdx", "md"].map((end) => join(dirname(path), `${source}.${end}`)).find(existsSync);
  if (!sourcePath)
    fail(`${dirname(path)} has no file in its source language, ${source}.`, `Write ${source}.mdx first.`);
  const original = readGuide(sourcePath);
  const text = stampText(readFileSync(path, "utf8"), source, hashSections(original.data, original.body, sourcePath));
  return { path, source: basename(sourcePath), text };
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) fail("No file was named.", "npm run stamp -- content/guides/<slug>/<language>.mdx");
  // All are read before one is written: of a list with a mistake in it nothing is half done.
  for (const { path, source, text } of paths.map(stamped)) {
    writeFileSync(path, text);
    console.log(`${path}: made from ${source} as it is now`);
  }
}
