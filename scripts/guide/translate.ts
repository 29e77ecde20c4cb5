import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MdastNode } from "satteri";
import { isMap, isScalar, isSeq, type Node, parseDocument, stringify } from "yaml";
import { parseBody, wordsOfPicture } from "../../src/content/bodyTree.ts";
import type { ContentFolder } from "../../src/content/checks/context.ts";
import { components } from "../../src/content/schemas/components.ts";
import { translationMark } from "../../src/content/translation/marks.ts";
import { isListKind, translatedFields, type Unit } from "../../src/content/translation/units.ts";
import { YamlFile } from "../../src/content/yamlFile.ts";
import { type Language, site } from "../../src/site.config.ts";
import { WrongUse } from "./wrongUse.ts";

/**
 * Writes the file of a translation: all of the source, its words marked as to be translated.
 * @returns the file that was written
 * @throws WrongUse where there is one already, or no source
 */
export function translateUnit(content: ContentFolder, unit: Unit, to: Language): string {
  const source = unit.text(unit.source);
  if (to === unit.source) throw new WrongUse(`${unit.name} is written in ${to}.`, "Name another language.");
  if (!source)
    throw new WrongUse(`${unit.name} has no text in its source language, ${unit.source}.`, "Write that first.");
  const own = unit.text(to);
  if (own)
    throw new WrongUse(
      `${own.file} has ${unit.name} in ${to} already.`,
      `What has changed since: npm run guide -- diff ${unit.name} --lang ${to}`,
    );
  const mark = translationMark(unit.source, to);
  const path = join(content.root, source.file);
  const text = readFileSync(path, "utf8");
  if (isListKind(unit.kind)) {
    writeFileSync(path, withEntry(text, unit, to, mark));
    return source.file;
  }
  const file = join(dirname(source.file), `${to}.${source.file.endsWith(".md") ? "md" : "mdx"}`).replaceAll("\\", "/");
  if (existsSync(join(content.root, file)))
    throw new WrongUse(`${file} is there, and cannot be read.`, "Run: npm run guide -- check");
  writeFileSync(join(content.root, file), scaffold(text, unit, mark));
  return file;
}

/** A source's text with its words marked. */
export function scaffold(text: string, unit: Unit, mark: string): string {
  const yaml = YamlFile.parseFrontmatter(
    text,
    `source.${unit.kind === "guide" || unit.kind === "page" ? "mdx" : "md"}`,
  );
  if (!yaml || yaml.syntaxProblems.length > 0)
    throw new WrongUse(`The source of ${unit.name} has no sound frontmatter.`, "Run: npm run guide -- check");
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
  const head = plain.slice(4, plain.length - yaml.body.length).replace(/\n---\n?$/, "\n");
  const fields: readonly string[] = translatedFields(unit.kind);
  const named = unit.source === site.source || /^source:/m.test(head) ? "" : `source: ${unit.source}\n`;
  return `---\n${markFields(head, fields, mark)}${named}---\n${markBody(yaml.body, yaml.file, mark)}`;
}

/** The frontmatter with marks before the values that are translated; everything else stays as it is. */
function markFields(yaml: string, fields: readonly string[], mark: string): string {
  const document = parseDocument(yaml, { schema: "core" });
  const values: Node[] = [];
  for (const field of fields) {
    const value = document.get(field, true) as unknown;
    if (isScalar(value)) values.push(value);
    else if (isSeq(value)) values.push(...value.items.filter(isScalar));
  }
  return replaceAll(
    yaml,
    values.flatMap((value) => {
      const [start, end] = value.range ?? [0, 0];
      const text = stringify(mark + String((value as { value?: unknown }).value), {
        lineWidth: 0,
        defaultStringType: "QUOTE_DOUBLE",
      });
      return [{ start, end, text: text.trimEnd() }];
    }),
  );
}

interface Replacement {
  start: number;
  end: number;
  text: string;
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, text: own } of [...replacements].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), own);
    at = end;
  }
  return [...pieces, text.slice(at)].join("");
}

const withProse = new Set(["paragraph", "heading", "tableCell", "descriptionTerm"]);

/** Markdown with a mark before each text that has words of its own. */
function markBody(body: string, file: string, mark: string): string {
  const lineStarts = [0];
  for (let index = body.indexOf("\n"); index >= 0; index = body.indexOf("\n", index + 1)) lineStarts.push(index + 1);
  const places: number[] = [];
  const placeOf = (start: { line: number; column: number }) => (lineStarts[start.line - 1] ?? 0) + start.column - 1;
  const visit = (node: MdastNode) => {
    const children = "children" in node ? (node.children as MdastNode[]) : [];
    const start = children[0]?.position?.start;
    if (withProse.has(node.type) && start && hasWords(node)) places.push(placeOf(start));
    if (node.type === "image" && node.position) {
      let at = placeOf(node.position.start);
      for (const words of wordsOfPicture(node)) {
        const place = body.indexOf(words, at);
        // Words with marks in them do not stand there as they are read.
        if (place < 0) break;
        places.push(place);
        at = place + words.length;
      }
    }
    for (const child of children) visit(child);
  };
  visit(parseBody(body, file).root);
  const marked = replaceAll(
    body,
    places.map((start) => ({ start, end: start, text: mark })),
  );
  return markProperties(marked, mark);
}

function hasWords(node: MdastNode): boolean {
  if (node.type === "text") return /\p{L}{2}/u.test(node.value);
  return "children" in node && (node.children as MdastNode[]).some(hasWords);
}

/** What components say in their attributes. */
function markProperties(body: string, mark: string): string {
  return Object.entries(components).reduce((text, [name, attributes]) => {
    const spoken = Object.keys(attributes).filter((attribute) => attributes[attribute]?.holds === "text");
    return spoken.reduce(
      (own, attribute) => own.replace(new RegExp(`(<${name}\\b[^>]*?\\b${attribute}=")`, "g"), (start) => start + mark),
      text,
    );
  }, body);
}

/** A list with an entry's words in one more language, behind those that it has. */
function withEntry(text: string, unit: Unit, to: Language, mark: string): string {
  const document = parseDocument(text, { schema: "core" });
  const entry = isSeq(document.contents)
    ? document.contents.items.find((item) => isMap(item) && String(item.get("id")) === unit.id)
    : undefined;
  if (!isMap(entry) || !entry.range) throw new WrongUse(`${unit.name} cannot be read.`, "Run: npm run guide -- check");
  const source = (entry.toJSON() as Record<string, unknown>)[unit.source];
  const words = markValues(source, translatedFields(unit.kind), mark);
  if (entry.flow) {
    const end = text.lastIndexOf("}", entry.range[1] - 1);
    const before = text.slice(0, end).trimEnd();
    return `${before}, ${to}: ${JSON.stringify(words)}${text.slice(before.length)}`;
  }
  const added = stringify({ [to]: words }, { lineWidth: 0 })
    .trimEnd()
    .replace(/^/gm, "  ");
  const before = text.slice(0, entry.range[1]).trimEnd();
  return `${before}\n${added}${text.slice(before.length) || "\n"}`;
}

function markValues(source: unknown, fields: readonly string[], mark: string): unknown {
  if (typeof source === "string") return mark + source;
  const values = Object.entries((source ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    values.flatMap(([name, value]) => {
      if (!fields.includes(name)) return [];
      return [[name, Array.isArray(value) ? value.map((one) => mark + String(one)) : mark + String(value)]];
    }),
  );
}
