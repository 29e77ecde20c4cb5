import type { MdastNode } from "satteri";
import { drawDiagram } from "../../diagrams/drawn.ts";
import type { Problem } from "../../problems.ts";
import { type Language, languages, site } from "../../site.config.ts";
import { lineOf, wordsOf, wordsOfPicture } from "../bodyTree.ts";
import { readCodeMeta } from "../notation/codeMeta.ts";
import type { Heading } from "../outline.ts";
import { components } from "../schemas/components.ts";
import type { YamlFile } from "../yamlFile.ts";
import { isLocalised, withoutComments } from "./codeComments.ts";
import type { ContentFolder } from "./context.ts";
import { isProse } from "./translations.ts";

/** Fields of the frontmatter that are no words: a translation has them from its source. */
const SAME_FIELDS = [
  "published",
  "updated",
  "tags",
  "category",
  "image",
  "draft",
  "sheet",
  "causes",
  "recipes",
  "related",
  "movedFrom",
];

/**
 * Checks that a translation has the structure of its source: the fields that are no words, the headings, and in each
 * section the code, components, links and pictures.
 * @param told what has been told of either file: what it is about is not told again
 */
export function checkParity(source: YamlFile, translation: YamlFile, told: readonly Problem[]): Problem[] {
  const isTold = (file: YamlFile, from: number, to: number) =>
    told.some((problem) => problem.file === file.file && problem.line >= from && problem.line < to);
  const problems = checkFields(source, translation, isTold);
  if (source.tree.fault || translation.tree.fault) return problems;
  const [from, to] = [sectionsOf(source), sectionsOf(translation)];
  // Under the headings' own faults their sections cannot be told apart.
  const headingTold = [source, translation].some((file) => {
    const lines = file.outline.headings.map(({ line }) => lineIn(file, line));
    // The body's first line stands for all of its sections.
    return [file.bodyLine, ...lines].some((line) => isTold(file, line, line + 1));
  });
  if (!headingTold) problems.push(...checkHeadings(source, translation));
  const unclear = withMoreBehind([...from.keys()], [...to.keys()]);
  for (const [id, original] of from) {
    const section = to.get(id);
    if (
      !section ||
      unclear.has(id) ||
      isTold(source, original.line, original.end) ||
      isTold(translation, section.line, section.end)
    )
      continue;
    problems.push(...checkSection(id, original, section, source, translation));
  }
  return [...problems, ...checkTranslated(source, translation)];
}

/** The same for the words of a cause, a recipe or a page. */
export function checkParityOfWords(
  content: ContentFolder,
  folder: "causes" | "recipes" | "pages",
  id: string,
  told: readonly Problem[],
): Problem[] {
  const fileOf = (language: Language) => `${language}.${folder === "pages" ? "mdx" : "md"}`;
  const read = (language: Language) =>
    content.exists(folder, id, fileOf(language)) ? content.readFrontmatter(folder, id, fileOf(language)) : null;
  const sourceOf = (yaml: YamlFile | null) => ((yaml?.data ?? {}) as { source?: unknown }).source ?? site.source;
  const original = languages.find((language) => sourceOf(read(language)) === language);
  const source = original && read(original);
  if (!source) return [];
  return languages.flatMap((language) => {
    const translation = language === original ? null : read(language);
    return translation ? checkParity(source, translation, told) : [];
  });
}

type IsTold = (file: YamlFile, from: number, to: number) => boolean;

function checkFields(source: YamlFile, translation: YamlFile, isTold: IsTold): Problem[] {
  const [original, own] = [fieldsOf(source), fieldsOf(translation)];
  if (!original || !own) return [];
  return SAME_FIELDS.flatMap((field): Problem[] => {
    if (JSON.stringify(original[field]) === JSON.stringify(own[field])) return [];
    const pairs: [YamlFile, unknown][] = [
      [source, original[field]],
      [translation, own[field]],
    ];
    if (pairs.some(([file, value]) => isFieldTold(file, field, value, isTold))) return [];
    return [
      translation.problem(
        [field],
        `"${field}" is ${shown(own[field])} here, and ${shown(original[field])} in ${source.file}:${source.lineOf([field])}.`,
        "Write the same in each of its languages.",
      ),
    ];
  });
}

function fieldsOf({ data }: YamlFile): Record<string, unknown> | undefined {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : undefined;
}

function isFieldTold(file: YamlFile, field: string, value: unknown, isTold: IsTold): boolean {
  // It may be what another field was meant to be.
  if (value === undefined) return isTold(file, 1, file.bodyLine);
  const items = Array.isArray(value) ? value.map((_item, index) => file.lineOf([field, index])) : [];
  return [file.lineOf([field]), ...items].some((line) => line > 1 && isTold(file, line, line + 1));
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}

function checkHeadings(source: YamlFile, translation: YamlFile): Problem[] {
  const [wanted, found] = [source.outline.headings, translation.outline.headings].map((headings) =>
    headings.filter(({ id }) => id !== ""),
  ) as [Heading[], Heading[]];
  const ids = new Set(found.map(({ id }) => id));
  const missing = wanted.filter(({ id }) => !ids.has(id));
  const originals = new Map(wanted.map((heading) => [heading.id, heading]));
  const strangers = found.filter(({ id }) => !originals.has(id));
  const place = ({ line }: Heading) => `${source.file}:${lineIn(source, line)}`;
  const at = (line: number) => ({ file: translation.file, line: lineIn(translation, line) });
  if (missing.length === strangers.length && wanted.length === found.length) {
    // As many as the source has: they are there, and called otherwise.
    const renamed = strangers.map((heading, index) => ({ heading, original: missing[index] as Heading }));
    if (renamed.length > 0)
      return renamed.map(({ heading, original }) => ({
        ...at(heading.line),
        message: `The heading "${heading.title}" has the id {#${heading.id}}, and the source's has {#${original.id}} (${place(original)}).`,
        hint: `Write {#${original.id}}: a heading has one id in all languages.`,
      }));
  }
  const problems: Problem[] = [
    ...missing.map((original) => ({
      ...at(lineBefore(original, wanted, found)),
      message: `The heading {#${original.id}} of the source (${place(original)}) is missing.`,
      hint: `Translate "${original.title}", with what stands below it.`,
    })),
    ...strangers.map((heading) => ({
      ...at(heading.line),
      message: `The heading {#${heading.id}} is not in the source, ${source.file}.`,
      hint: "Write it in the source first, or remove it here.",
    })),
  ];
  const common = found.filter(({ id }) => originals.has(id));
  const order = wanted.filter(({ id }) => ids.has(id));
  const moved = common.findIndex(({ id }, index) => order[index]?.id !== id);
  const [here, there] = [common[moved], order[moved]];
  if (here && there) {
    problems.push({
      ...at(here.line),
      message: `The heading {#${here.id}} stands where the source has {#${there.id}} (${place(there)}).`,
      hint: "Put the sections into the order of the source.",
    });
  }
  for (const { id, rank, line } of common) {
    const original = originals.get(id) as Heading;
    if (original.rank === rank) continue;
    problems.push({
      ...at(line),
      message: `The heading {#${id}} is of rank ${rank}, and the source's of rank ${original.rank} (${place(original)}).`,
      hint: `Write it with ${"#".repeat(original.rank)}.`,
    });
  }
  return problems;
}

/** The line of the heading behind which one of the source's belongs. */
function lineBefore(original: Heading, wanted: readonly Heading[], found: readonly Heading[]): number {
  const before = new Set(wanted.slice(0, wanted.indexOf(original)).map(({ id }) => id));
  return found.findLast(({ id }) => before.has(id))?.line ?? 1;
}

interface Part {
  /** What is compared. */
  value: string;
  /** What a message calls it. */
  name: string;
  /** In the file. */
  line: number;
}

const kinds = ["code block", "diagram", "component", "aside", "formula", "link", "picture"] as const;

/** What of a part is a translation's own. */
const ownWords: Partial<Record<(typeof kinds)[number], string>> = {
  "code block": "; only its comments are translated",
  diagram: "; its labels are translated",
  picture: "; its words are translated, and a language's own file is called shot.ja.png",
};

interface Section extends Record<(typeof kinds)[number], Part[]> {
  line: number;
  /** The first line behind it. */
  end: number;
}

/** What stands below each heading of whatever rank, by its id; "" before the first. */
function sectionsOf(file: YamlFile): Map<string, Section> {
  const create = (line: number): Section => ({
    line,
    end: Number.POSITIVE_INFINITY,
    "code block": [],
    diagram: [],
    component: [],
    aside: [],
    formula: [],
    link: [],
    picture: [],
  });
  let section = create(file.bodyLine);
  const sections = new Map([["", section]]);
  for (const node of file.tree.nodes) {
    const line = lineIn(file, lineOf(node));
    if (node.type === "heading") {
      const { hProperties } = (node.data ?? {}) as { hProperties?: { id?: string } };
      section.end = line;
      section = create(line);
      sections.set(hProperties?.id ?? `line ${line}`, section);
      continue;
    }
    const part = partOf(node);
    if (part) section[part.kind].push({ value: part.value, name: part.name, line });
  }
  return sections;
}

/**
 * The sections behind which one file has more headings, or fewer, than the other: what stands below a heading that is
 * missing seems to be theirs.
 */
function withMoreBehind(ids: readonly string[], others: readonly string[]): Set<string> {
  const counts = [ids, others].map((own, index) => {
    const known = new Set(index === 0 ? others : ids);
    const behind = new Map<string, number>();
    let last = "";
    for (const id of own) {
      if (known.has(id)) last = id;
      behind.set(last, (behind.get(last) ?? -1) + 1);
    }
    return behind;
  });
  return new Set(ids.filter((id) => counts[0]?.get(id) !== counts[1]?.get(id)));
}

function partOf(node: MdastNode): { kind: (typeof kinds)[number]; value: string; name: string } | undefined {
  switch (node.type) {
    case "code": {
      const language = node.lang ?? "";
      if (language === "mermaid") return diagramPart(node.value, node.meta ?? "");
      // An example of Markdown is in the language of its page.
      if (isLocalised(node.value, language) || /^mdx?$/.test(language)) return undefined;
      const info = `${language} ${node.meta ?? ""}`.trim();
      return { kind: "code block", value: `${info}\n${withoutComments(node.value, language)}`, name: `\`\`\`${info}` };
    }
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement": {
      const { name } = node;
      if (!name || !components[name]) return undefined;
      const attributes = node.attributes
        .filter((attribute) => !("name" in attribute && components[name]?.[attribute.name]?.holds === "text"))
        .map((attribute) => ("name" in attribute ? ` ${attribute.name}="${attribute.value}"` : " {…}"))
        .sort();
      const tag = `<${name}${attributes.join("")}>`;
      return { kind: "component", value: tag, name: tag };
    }
    case "containerDirective":
      return { kind: "aside", value: node.name, name: `:::${node.name}` };
    case "math":
    case "inlineMath":
      return { kind: "formula", value: node.value.trim(), name: `"${node.value.trim()}"` };
    case "link":
    case "definition":
      // A term is linked where a language's readers do not know it.
      if (node.url.startsWith("term:")) return undefined;
      return { kind: "link", value: withoutLanguage(node.url), name: node.url };
    case "image": {
      const caption = node.title ? " with a caption" : "";
      return { kind: "picture", value: withoutLanguage(node.url) + caption, name: node.url + caption };
    }
    default:
      return undefined;
  }
}

/** Its labels are its language's own; what is drawn around them is not. */
function diagramPart(source: string, meta: string): ReturnType<typeof partOf> {
  const drawn = drawDiagram(source);
  // What cannot be drawn is told elsewhere.
  if ("fault" in drawn) return undefined;
  const { build, name } = drawn.drawing;
  const has = [
    readCodeMeta(meta).title === undefined ? "" : " with a title",
    name === undefined ? "" : " with accTitle",
  ];
  return { kind: "diagram", value: build + has.join(""), name: `(${build})${has.join("")}` };
}

/** An address with its language left out: a translation leads to the same page in its own. */
function withoutLanguage(url: string): string {
  return url.replace(/([/.])(?:en(?:-us)?|ja(?:-jp)?|zh-(?:tw|hant))(?=[/.]|$)/gi, "$1*");
}

function checkSection(
  id: string,
  original: Section,
  section: Section,
  source: YamlFile,
  translation: YamlFile,
): Problem[] {
  const where = id === "" ? "before the first heading" : `in {#${id}}`;
  return kinds.flatMap((kind): Problem[] => {
    const lacking = without(original[kind], section[kind]);
    const strange = without(section[kind], original[kind]);
    return Array.from({ length: Math.max(lacking.length, strange.length) }, (_, index): Problem => {
      const [there, here] = [lacking[index], strange[index]];
      const place = there && `${source.file}:${there.line}`;
      if (here && there) {
        return {
          file: translation.file,
          line: here.line,
          message: `The ${kind} ${here.name} ${where} is not as the source's${here.name === there.name ? "" : `, ${there.name}`} (${place}).`,
          hint: `Copy it from there${ownWords[kind] ?? ""}, or change it in each language.`,
        };
      }
      if (there) {
        return {
          file: translation.file,
          line: section.line,
          message: `The source's ${kind} ${there.name} ${where} is missing (${place}).`,
          hint: "Copy it from there, or remove it in each language.",
        };
      }
      return {
        file: translation.file,
        line: here?.line ?? section.line,
        message: `The ${kind} ${here?.name} ${where} is not in the source (${source.file}:${original.line}).`,
        hint: "Add it there first, or remove it here.",
      };
    });
  });
}

/** The first list's parts that the second has not, each of the second's standing for one. Languages differ in the order of links. */
function without(parts: readonly Part[], others: readonly Part[]): Part[] {
  const left = new Map<string, number>();
  for (const { value } of others) left.set(value, (left.get(value) ?? 0) + 1);
  return parts.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

/** What is still the source's: the first such paragraph, and the words of pictures. */
function checkTranslated(source: YamlFile, translation: YamlFile): Problem[] {
  return [...checkPictures(source, translation), ...checkParagraphs(source, translation)];
}

function checkPictures(source: YamlFile, translation: YamlFile): Problem[] {
  const originals = new Map(
    source.tree.nodes.flatMap((node) => wordsOfPicture(node).map((words) => [words, node] as const)),
  );
  return translation.tree.nodes.flatMap((node): Problem[] => {
    const words = wordsOfPicture(node).find((words) => originals.has(words) && isProse(words));
    const original = words === undefined ? undefined : originals.get(words);
    if (!original) return [];
    return [
      {
        file: translation.file,
        line: lineIn(translation, lineOf(node)),
        message: `The picture's words are not translated: "${words}" (${source.file}:${lineIn(source, lineOf(original))}).`,
        hint: "Translate what stands in the brackets, and the caption between the quotation marks.",
      },
    ];
  });
}

function checkParagraphs(source: YamlFile, translation: YamlFile): Problem[] {
  const originals = new Map(paragraphsOf(source).map((paragraph) => [wordsOf(paragraph).trim(), paragraph]));
  for (const paragraph of paragraphsOf(translation)) {
    const original = originals.get(wordsOf(paragraph).trim());
    if (!original || !isProse(textOf(paragraph))) continue;
    return [
      {
        file: translation.file,
        line: lineIn(translation, lineOf(paragraph)),
        message: `The paragraph is not translated: it is the source's, word by word (${source.file}:${lineIn(source, lineOf(original))}).`,
        hint: "Translate it and what follows it, or remove the file until then: readers then see the source, with a note.",
      },
    ];
  }
  return [];
}

type Paragraph = Extract<MdastNode, { type: "paragraph" }>;

function paragraphsOf({ tree }: YamlFile): Paragraph[] {
  return tree.nodes.filter((node) => node.type === "paragraph");
}

/** A paragraph's words beside its code and its links. */
function textOf({ children }: Paragraph): string {
  return children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

function lineIn(file: YamlFile, line: number): number {
  return file.bodyLine + line - 1;
}
