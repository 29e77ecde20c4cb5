/**
 * Records in a translation which revision of its source it was made from: a hash of each section.
 * Usage: npm run stamp -- content/guides/<slug>/<language>.mdx [more files]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { formatProblems } from "../src/content/problems.ts";
import { guideSchema } from "../src/content/schemas/guide.ts";
import { hashSections } from "../src/content/sections.ts";
import { YamlFile } from "../src/content/yamlFile.ts";

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

/** Replaces the `translatedFrom` of a file's frontmatter, or adds it at its end. Everything else stays as it is. */
export function stampText(text: string, language: string, sections: Record<string, string>): string {
  const block = `translatedFrom:\n  language: ${language}\n  sections:\n${Object.entries(sections)
    .map(([id, hash]) => `    ${id}: "${hash}"\n`)
    .join("")}`;
  const end = text.indexOf("\n---", 3) + 1;
  const frontmatter = text.slice(0, end).replace(/^translatedFrom:.*\n(?:[ \t].*\n)*/m, "");
  return frontmatter + block + text.slice(end);
}

function stamp(path: string): void {
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
  writeFileSync(path, stampText(readFileSync(path, "utf8"), source, hashSections(original.data, original.body)));
  console.log(`${path}: made from ${basename(sourcePath)} as it is now`);
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) fail("No file was named.", "npm run stamp -- content/guides/<slug>/<language>.mdx");
  for (const path of paths) stamp(path);
}
