import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../problems.ts";
import { declaredLanguages, type Language, languages } from "../../site.config.ts";
import type { ContentIds } from "../ids.ts";
import { didYouMean } from "../nearest.ts";
import { type GuideData, guideSchema } from "../schemas/guide.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";
import { PICTURE } from "./images.ts";
import { checkMoved } from "./moved.ts";
import { checkParity } from "./parity.ts";
import type { LinkTargets } from "./targets.ts";
import { checkText } from "./texts.ts";

/** What guides may refer to. */
export interface KnownIds extends ContentIds {
  tags: ReadonlySet<string>;
  categories: ReadonlySet<string>;
}

const FILE_NAME = /^(.+)\.mdx?$/;

/** Checks every guide: its folder, each file's frontmatter, what they refer to, and how they hang together. */
export function checkGuides(content: ContentFolder, known: KnownIds, targets: LinkTargets): Problem[] {
  const strays = content.files("guides").map((name) => ({
    file: content.name("guides", name),
    line: 1,
    message: `"${name}" is not in a guide's folder.`,
    hint: `A guide is a folder with a file a language in it: content/guides/preflight-404/${languages[0]}.mdx. Move it into one.`,
  }));
  return [
    ...strays,
    ...[...known.guide].flatMap((slug) => checkGuide(content, slug, known, targets)),
    ...checkMoved(content, known.guide),
  ];
}

interface GuideFile {
  language: Language;
  yaml: YamlFile;
  data: GuideData;
}

function checkGuide(content: ContentFolder, slug: string, known: KnownIds, targets: LinkTargets): Problem[] {
  const folder = content.name("guides", slug);
  const problems: Problem[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    problems.push({
      file: folder,
      line: 1,
      message: `The folder's name "${slug}" becomes part of the URL and is not lower-case words joined by hyphens.`,
      hint: "Rename the folder, for example to preflight-404.",
    });
  }
  const files: GuideFile[] = [];
  const texts: { language: string; yaml: YamlFile }[] = [];
  const seen = new Map<string, string>();
  const names = content.files("guides", slug);
  const hasTwin = (name: string) => names.includes(name.endsWith("x") ? name.slice(0, -1) : `${name}x`);
  for (const name of names) {
    const file = content.name("guides", slug, name);
    // The check of pictures looks at these.
    if (PICTURE.test(name)) continue;
    const language = FILE_NAME.exec(name)?.[1];
    if (!language || !(declaredLanguages as readonly string[]).includes(language)) {
      problems.push({
        file,
        line: 1,
        message: `"${name}" is not a guide in one of the site's languages.`,
        hint: `${didYouMean(
          name,
          languages.map((tag) => `${tag}.mdx`),
        )}Name it ${languages.map((tag) => `${tag}.mdx`).join(", ")}, or move it out of the folder.`,
      });
      continue;
    }
    const twin = seen.get(language);
    if (twin) {
      problems.push({
        file: content.name("guides", slug, twin),
        line: 1,
        message: `The guide has two files for ${language}: "${twin}" and "${name}".`,
        hint: "Keep one of them.",
      });
      continue;
    }
    seen.set(language, name);
    // It waits for its language, or for somebody to choose.
    if (!(languages as readonly string[]).includes(language) || hasTwin(name)) continue;
    const yaml = content.readFrontmatter("guides", slug, name);
    if (!yaml) {
      problems.push({
        file,
        line: 1,
        message: "The file has no frontmatter.",
        hint: "Start it with a line ---, the fields, and a line ---; README.md shows them.",
      });
      continue;
    }
    const result = yaml.check(guideSchema);
    if ("problems" in result) problems.push(...result.problems);
    else files.push({ language: language as Language, yaml, data: result.data });
    texts.push({ language, yaml });
    const { draft } = (yaml.data ?? {}) as { draft?: unknown };
    problems.push(
      ...checkText(
        { yaml, kind: "guide", id: slug, language: language as Language, isPublished: draft !== true },
        targets,
        content.root,
      ),
    );
  }
  for (const name of content.folders("guides", slug)) {
    problems.push({
      file: content.name("guides", slug, name),
      line: 1,
      message: `A guide's folder has no folders in it, and here is "${name}".`,
      hint: "Put its pictures beside the text, and name them as ![What it shows](./shot.png); remove it otherwise.",
    });
  }
  if (seen.size === 0) {
    problems.push({
      file: folder,
      line: 1,
      message: "The guide's folder has no guide in it.",
      hint: `Write ${languages[0]}.mdx, or remove the folder.`,
    });
  }
  problems.push(...files.flatMap((file) => checkReferences(file, slug, known, targets, content.root)));
  problems.push(...files.flatMap((file) => checkSource(file, seen)), ...checkSameSource(files));
  return [...problems, ...checkSameStructure(texts, problems), ...checkPictures(content, slug, texts)];
}

function checkReferences(
  { yaml, data }: GuideFile,
  slug: string,
  known: KnownIds,
  targets: LinkTargets,
  root: string,
): Problem[] {
  const lists = [
    { field: "causes", ids: data.causes, known: known.cause, where: "src/rules/causes/ has the causes" },
    {
      field: "recipes",
      ids: data.recipes,
      known: known.recipe,
      where: "content/recipes/ has the recipes, one folder each",
    },
    {
      field: "related",
      ids: data.related,
      known: known.guide,
      where: "content/guides/ has the guides, one folder each",
    },
    { field: "tags", ids: data.tags, known: known.tags, where: "content/tags.yaml has the tags" },
  ];
  const problems = lists.flatMap(({ field, ids, known, where }) =>
    ids.flatMap((id, index) => {
      if (!known.has(id))
        return [
          yaml.problem(
            [field, index],
            `"${field}" names "${id}", which does not exist.`,
            `${didYouMean(id, known)}Mend its spelling or add it; ${where}.`,
          ),
        ];
      if (ids.indexOf(id) !== index)
        return [yaml.problem([field, index], `"${field}" names "${id}" twice.`, "Remove one of them.")];
      if (field === "related" && !data.draft && targets.isDraft(id))
        return [
          yaml.problem(
            [field, index],
            `"related" names "${id}", which is a draft that readers do not find.`,
            "Publish that guide first (draft: false), or take it out until then.",
          ),
        ];
      return [];
    }),
  );
  if (data.description.trim() === data.title.trim())
    problems.push(
      yaml.problem(["description"], "The description is the title once more.", "Say in a sentence what readers find."),
    );
  data.tldr.forEach((line, index) => {
    if (data.tldr.indexOf(line) !== index)
      problems.push(yaml.problem(["tldr", index], `"tldr" says "${line}" twice.`, "Remove one of them."));
  });
  if (!known.categories.has(data.category)) {
    problems.push(
      yaml.problem(
        ["category"],
        `"category" names "${data.category}", which does not exist.`,
        `${didYouMean(data.category, known.categories)}Mend its spelling or add it; content/categories.yaml has the categories.`,
      ),
    );
  }
  if (data.related.includes(slug)) {
    problems.push(
      yaml.problem(["related", data.related.indexOf(slug)], "The guide names itself as related.", "Remove that line."),
    );
  }
  if (data.updated && data.updated < data.published) {
    problems.push(
      yaml.problem(
        ["updated"],
        `"updated" (${day(data.updated)}) is before "published" (${day(data.published)}).`,
        "Mend the one that is wrong.",
      ),
    );
  }
  for (const field of ["published", "updated"] as const) {
    const date = data[field];
    // Somewhere it is tomorrow already.
    if (date && date.getTime() > Date.now() + DAY) {
      problems.push(
        yaml.problem(
          [field],
          `"${field}" is ${day(date)}, which is yet to come.`,
          "Write the day on which readers first see it; until then it may be a draft.",
        ),
      );
    }
  }
  if (data.image && !existsSync(join(root, "public", data.image))) {
    problems.push(
      yaml.problem(
        ["image"],
        `"image" names "${data.image}", which is not there.`,
        `Put the picture to public${data.image}, or mend its name.`,
      ),
    );
  }
  return problems;
}

const DAY = 24 * 60 * 60 * 1000;

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Each picture beside a guide is shown by it. */
function checkPictures(content: ContentFolder, slug: string, texts: readonly { yaml: YamlFile }[]): Problem[] {
  return content
    .files("guides", slug)
    .filter((name) => PICTURE.test(name) && !texts.some(({ yaml }) => yaml.body.includes(name)))
    .map((name) => ({
      file: content.name("guides", slug, name),
      line: 1,
      message: `No text shows the picture "${name}".`,
      hint: `Show it, ![What it shows](./${name}), or remove it.`,
    }));
}

/** Where a guide's files do not agree on the source, they are told that first. */
function checkSameStructure(
  texts: readonly { language: string; yaml: YamlFile }[],
  told: readonly Problem[],
): Problem[] {
  const sources = new Set(texts.map(({ yaml }) => (yaml.data as { source?: unknown } | undefined)?.source));
  const source = texts.find(({ language }) => sources.size === 1 && sources.has(language));
  if (!source) return [];
  return texts.flatMap(({ yaml }) => (yaml === source.yaml ? [] : checkParity(source.yaml, yaml, told)));
}

/** A guide has one source. Where its files disagree, most are taken at their word; of as many, those with the source itself. */
function checkSameSource(files: readonly GuideFile[]): Problem[] {
  const isSource = ({ language, data }: GuideFile) => language === data.source;
  const weightOf = (agreed: readonly GuideFile[]) => agreed.length + (agreed.some(isSource) ? 0.5 : 0);
  const [agreed = []] = [...Map.groupBy(files, ({ data }) => data.source).values()].sort(
    (a, b) => weightOf(b) - weightOf(a),
  );
  const original = agreed.find(isSource) ?? agreed[0];
  if (!original) return [];
  return files
    .filter(({ data }) => data.source !== original.data.source)
    .map(({ yaml, data }) =>
      yaml.problem(
        ["source"],
        `"source" is ${data.source} here, and ${original.data.source} in ${original.yaml.file}.`,
        "Name the same language in each of the guide's files: the one it was first written in.",
      ),
    );
}

/** A translation stands on its source. */
function checkSource({ yaml, data: { source } }: GuideFile, files: ReadonlyMap<string, string>): Problem[] {
  if (files.has(source)) return [];
  return [
    yaml.problem(
      ["source"],
      `The guide's source language is "${source}", and the folder has no ${source}.mdx.`,
      `Add ${source}.mdx, or name the language that the guide was first written in.`,
    ),
  ];
}
