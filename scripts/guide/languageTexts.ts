import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from "yaml";
import { STAMPS } from "../../src/content/translation/units.ts";
import { YamlFile } from "../../src/content/yamlFile.ts";

/** What of the content is in a language. */
export interface LanguageTexts {
  /** Its files, and what is recorded of them. */
  files: string[];
  /** Where it has words in a list or a recipe's data: `content/tags.yaml: cors`. */
  entries: string[];
  /** Of these, what was first written in it. */
  sources: string[];
}

const lists = ["tags.yaml", "categories.yaml", "glossary.yaml", "not-cors.yaml", "stacks.yaml", "asked.yaml"];

/** @param root the project's @param tag the language's, whether the site has it or not */
export function textsIn(root: string, tag: string): LanguageTexts {
  const texts: LanguageTexts = { files: [], entries: [], sources: [] };
  const all = readdirSync(join(root, "content"), { recursive: true, encoding: "utf8" })
    .map((name) => `content/${name.replaceAll("\\", "/")}`)
    .sort();
  for (const file of all.filter((file) => isTextOf(file, tag))) {
    texts.files.push(file);
    if (file.includes(STAMPS)) continue;
    const { source } = (YamlFile.readFrontmatter(join(root, file), file)?.data ?? {}) as { source?: unknown };
    if (source === tag) texts.sources.push(file);
  }
  for (const file of yamlFiles(all)) {
    const document = parseDocument(readFileSync(join(root, file), "utf8"), { schema: "core" });
    for (const { map, name } of mapsOf(document.contents)) {
      if (map.items.some((pair) => keyOf(pair) === tag)) texts.entries.push(`${file}: ${name}`);
      if (map.get("source") === tag) texts.sources.push(`${file}: ${name}`);
    }
  }
  return texts;
}

/** Deletes them. */
export function deleteTexts(root: string, tag: string, { files, entries }: LanguageTexts): void {
  for (const file of files) {
    rmSync(join(root, file));
    removeEmpty(root, dirname(file));
  }
  for (const file of new Set(entries.map((entry) => entry.slice(0, entry.indexOf(": "))))) {
    const path = join(root, file);
    writeFileSync(path, withoutKey(readFileSync(path, "utf8"), tag));
  }
}

function isTextOf(file: string, tag: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name === `${tag}.md` || name === `${tag}.mdx` || file.startsWith(`content/${STAMPS}/${tag}/`);
}

function yamlFiles(all: readonly string[]): string[] {
  return [
    ...lists.map((name) => `content/${name}`),
    ...all.filter((file) => /^content\/recipes\/[^/]+\/recipe\.yaml$/.test(file)),
  ].filter((file) => all.includes(file));
}

/** Where languages stand side by side: each entry of a list, and what a recipe says in each. */
function mapsOf(contents: unknown): { map: YAMLMap; name: string }[] {
  if (isSeq(contents))
    return contents.items.flatMap((map) => (isMap(map) ? [{ map, name: String(map.get("id")) }] : []));
  const why = isMap(contents) ? contents.get("why", true) : undefined;
  return isMap(why) ? [{ map: why, name: "why" }] : [];
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : undefined);

/** A YAML text without a language's words; everything else stays as it is, letter by letter. */
function withoutKey(text: string, tag: string): string {
  const cuts: [from: number, to: number][] = [];
  for (const { map } of mapsOf(parseDocument(text, { schema: "core" }).contents)) {
    const at = map.items.findIndex((pair) => keyOf(pair) === tag);
    const pair = map.items[at];
    if (!pair) continue;
    const range = rangeOf(pair);
    if (!map.flow) {
      const from = text.lastIndexOf("\n", range[0]) + 1;
      const end = text.indexOf("\n", Math.max(range[0], range[1] - 1));
      cuts.push([from, end < 0 ? text.length : end + 1]);
      continue;
    }
    const [before, after] = [map.items[at - 1], map.items[at + 1]];
    if (before) cuts.push([rangeOf(before)[1], range[1]]);
    else cuts.push([range[0], after ? rangeOf(after)[0] : range[1]]);
  }
  return cuts.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
}

/** From its key to the end of its value. */
function rangeOf({ key, value }: Pair): [from: number, to: number] {
  const [from = 0, keyEnd = 0] = (key as { range?: number[] }).range ?? [];
  return [from, (value as { range?: number[] } | null)?.range?.[1] ?? keyEnd];
}

function removeEmpty(root: string, folder: string): void {
  if (folder === "content" || !existsSync(join(root, folder)) || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmpty(root, dirname(folder));
}
