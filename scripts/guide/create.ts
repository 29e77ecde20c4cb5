import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { stringify } from "yaml";
import type { ContentFolder } from "../../src/content/checks/context.ts";
import { readContentIds } from "../../src/content/ids.ts";
import { causeSections } from "../../src/content/schemas/cause.ts";
import { translationMark } from "../../src/content/translation/marks.ts";
import { readUnits, STAMPS, translatedFields } from "../../src/content/translation/units.ts";
import { isComplete, type Language, languages, site } from "../../src/site.config.ts";
import { findUnit } from "./findUnits.ts";
import { WrongUse } from "./wrongUse.ts";

export const newKinds = ["guide", "cause", "recipe", "term", "tag", "category"] as const;

export interface NewOptions {
  kind: (typeof newKinds)[number];
  slug: string;
  lang: Language;
  from?: string;
  title?: string;
}

/** What becomes part of an address. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Makes what a unit begins with.
 * @returns what was written, and what comes next
 * @throws WrongUse where the slug is none, or is taken
 */
export function createUnit(content: ContentFolder, options: NewOptions): string {
  const { kind, slug } = options;
  if (!SLUG.test(slug))
    throw new WrongUse(
      `"${slug}" becomes part of an address, and is not lower-case words joined by hyphens.`,
      "Take one such as preflight-404.",
    );
  const taken = readUnits(content, [kind]).some(({ id }) => id === slug);
  if (taken || (kind in folders && content.exists(folders[kind as keyof typeof folders], slug)))
    throw new WrongUse(`There is a ${kind} "${slug}" already.`, "Take another name.");
  const write = { guide, cause, recipe, term: entry, tag: entry, category: entry }[kind];
  return write(content, options);
}

const folders = { guide: "guides", cause: "causes", recipe: "recipes" } as const;
const lists = { term: "glossary.yaml", tag: "tags.yaml", category: "categories.yaml" } as const;

/** What is not known yet: the check asks for it. */
const titleOf = ({ title, slug }: NewOptions) =>
  title ?? slug.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());

function write(content: ContentFolder, text: string, ...parts: string[]): string {
  const path = join(content.path, ...parts);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return content.name(...parts);
}

function guide(content: ContentFolder, options: NewOptions): string {
  const { slug, lang, from } = options;
  const ids = readContentIds(content);
  const known = (kind: "tag" | "category") => readUnits(content, [kind]).map(({ id }) => id);
  const model = from === undefined ? undefined : findUnit(content, from.includes(":") ? from : `guide:${from}`);
  const body = model
    ? (content.readFrontmatter("guides", model.id, basename(model.text(model.source)?.file ?? ""))?.body ?? "")
    : "\n## What it means {#what-it-means}\n\n## The fix {#fix}\n";
  const choose = (name: string, from: readonly string[], value = "[]") => `# ${from.join(", ")}\n${name}: ${value}\n`;
  const text =
    `---\ntitle: ${stringify(titleOf(options)).trimEnd()}\ndescription: ""\npublished: ${new Date().toISOString().slice(0, 10)}\n` +
    choose("tags", known("tag")) +
    choose("category", known("category"), "") +
    "# Shown by npm run dev and nowhere else.\ndraft: true\n# Two to six short lines.\ntldr: []\n" +
    `source: ${lang}\n` +
    choose("causes", [...ids.cause]) +
    choose("recipes", [...ids.recipe]) +
    choose("related", [...ids.guide]) +
    `---\n${body}`;
  const file = write(content, text, "guides", slug, `${lang}.mdx`);
  return `${file}: choose from the ids that stand above each field, and remove those lines.\nWhat is missing: npm run guide -- check ${file}\nSee it: npm run dev`;
}

const sourceLine = (lang: Language) => (lang === site.source ? "" : `source: ${lang}\n`);

function cause(content: ContentFolder, options: NewOptions): string {
  const { slug, lang } = options;
  const sections = causeSections.map(
    (id) =>
      `\n## ${{ symptom: "What you see", cause: "Why it happens", fix: "How to fix it", verify: "How to verify" }[id]} {#${id}}\n`,
  );
  const text = `---\ntitle: ${stringify(titleOf(options)).trimEnd()}\nsymptom: ""\ncause: ""\nfix: ""\n${sourceLine(lang)}---\n${sections.join("")}`;
  const file = write(content, text, "causes", slug, `${lang}.md`);
  return `${file}: write its words.

Into one of the lists in src/rules/causes/ (types.ts explains each field):

  {
    id: "${slug}",
    phase: "preflight", // or request, response, reading
    sign: "", // how one tells it on the wire
    clause: "https://fetch.spec.whatwg.org/#",
    shows: (trace, exchange) => false,
    example: {},
    mended: {},
  },

Into one of the files of src/scenarios/: the example, its mended form, one more that shows it, and one that looks alike.

  { id: "${slug}", causes: ["${slug}"] },
  { id: "${slug}-mended", causes: [] },

Then: npm run observe, npm run guide -- translate cause:${slug} --to ${languages.find((other) => other !== lang) ?? lang}`;
}

function recipe(content: ContentFolder, options: NewOptions): string {
  const { slug, lang, from } = options;
  const recipes = readUnits(content, ["recipe"]);
  const model = recipes.find(({ id }) => id === from?.replace(/^recipe:/, ""));
  if (!model)
    throw new WrongUse(
      from === undefined ? "A recipe begins with a copy of another." : `There is no recipe "${from}".`,
      `Name it: --from with one of ${recipes.map(({ id }) => id).join(", ")}`,
    );
  const path = join(content.path, "recipes", slug);
  cpSync(join(content.path, "recipes", model.id), path, { recursive: true });
  rmSync(join(path, STAMPS), { recursive: true, force: true });
  for (const name of readdirSync(path).filter((name) => /\.md$/.test(name) && name !== `${lang}.md`))
    rmSync(join(path, name));
  const own = join(path, `${lang}.md`);
  if (existsSync(own)) {
    const text = readFileSync(own, "utf8").replace(/^source:.*\n/m, "");
    writeFileSync(own, text.replace(/^title:.*\n/m, `title: ${stringify(titleOf(options))}${sourceLine(lang)}`));
  }
  return `${content.name("recipes", slug)}: ${model.id} as it is, with its words in ${lang}. Change its files and its words, then run it:\n  npm run recipes -- ${slug}\nThe other languages: npm run guide -- translate recipe:${slug} --to ${languages.find((other) => other !== lang) ?? lang}`;
}

/** An entry of a list, its words in the other languages marked as to be translated. */
function entry(content: ContentFolder, options: NewOptions): string {
  const { slug, lang } = options;
  const kind = options.kind as keyof typeof lists;
  const list = lists[kind];
  const own = titleOf(options);
  const source = lang === site.source ? {} : { source: lang };
  const words = (language: Language) => {
    const mark = language === lang ? "" : translationMark(lang, language);
    if (kind !== "term") return mark + own;
    return Object.fromEntries(
      translatedFields("term").map((name) => [name, name === "term" ? mark + own : mark.trim()]),
    );
  };
  const value = {
    id: slug,
    ...source,
    // The others come when somebody translates.
    ...Object.fromEntries(
      languages
        .filter((language) => language === lang || isComplete(language))
        .map((language) => [language, words(language)]),
    ),
  };
  const text = stringify([value], { lineWidth: 0, defaultStringType: "PLAIN" });
  appendFileSync(join(content.path, list), kind === "term" ? `\n${text}` : text);
  return `${content.name(list)}: its words stand at the end; translate what stands behind a mark, and remove the marks.\nThen: npm run guide -- sync ${kind}:${slug} --all`;
}
