import { declaredLanguages, type Language, languages, site } from "../../site.config.ts";
import type { ContentFolder } from "../checks/context.ts";
import type { YamlFile } from "../yamlFile.ts";
import { type Section, sectionOfFields, sectionsOfBody } from "./sections.ts";

/** What is translated as one: it has a source language, and a text in each language. */
export interface Unit {
  kind: UnitKind;
  id: string;
  /** As commands take it, and as links name it: `guide:preflight-404`. */
  name: string;
  /** The language that it was first written in. */
  source: Language;
  /** The text in a language; nothing where it has not been written. */
  text(language: Language): UnitText | undefined;
  /** The file that has what a translation was made from, as a path from the project's root. */
  stamp(language: Language): string;
  /** The source as a translation was made from it; nothing where that is not recorded. */
  madeFrom(language: Language): readonly Section[] | undefined;
}

/** A unit's text in a language. */
export interface UnitText {
  /** Path from the project's root. */
  file: string;
  /** Where it begins there, 1-based. */
  line: number;
  sections: readonly Section[];
}

/** Units that are a folder each, with a file a language; and which fields of the frontmatter are translated. */
const folderKinds = {
  guide: { folder: "guides", fields: ["title", "description", "tldr"] },
  cause: { folder: "causes", fields: ["title", "symptom", "cause", "fix"] },
  recipe: { folder: "recipes", fields: ["title", "name", "description"] },
  page: { folder: "pages", fields: ["title", "description"] },
} as const;

/** Units that are entries of a list; and by their sections which fields are translated. A tag is a word without fields. */
const listKinds = {
  term: { list: "glossary.yaml", sections: { entry: ["term", "definition"] } },
  tag: { list: "tags.yaml", sections: { entry: ["name"] } },
  category: { list: "categories.yaml", sections: { entry: ["name"] } },
  "not-cors": {
    list: "not-cors.yaml",
    sections: { frontmatter: ["title", "is"], why: ["why"], fix: ["fix", "steps"], tell: ["tell"] },
  },
} as const;

type FolderKind = keyof typeof folderKinds;
type ListKind = keyof typeof listKinds;
export type UnitKind = FolderKind | ListKind;
export const unitKinds = [...Object.keys(folderKinds), ...Object.keys(listKinds)] as readonly UnitKind[];

/** Where it is kept what translations were made from: beside them, so that it moves with them. */
export const STAMPS = ".made-from";

/** All units of some kinds, in the order of their folders and lists. What has no text at all is none. */
export function readUnits(content: ContentFolder, kinds: readonly UnitKind[] = unitKinds): Unit[] {
  return kinds.flatMap((kind) => (isListKind(kind) ? unitsOfList(content, kind) : unitsOfFolders(content, kind)));
}

export function isListKind(kind: UnitKind): kind is ListKind {
  return kind in listKinds;
}

/** The names of the fields that are translated. */
export function translatedFields(kind: UnitKind): readonly string[] {
  return isListKind(kind) ? Object.values(listKinds[kind].sections).flat() : folderKinds[kind].fields;
}

/** The languages of the site that a unit is translated into. */
export function translationsOf(unit: Unit): Language[] {
  return languages.filter((language) => language !== unit.source && unit.text(language) !== undefined);
}

function unitsOfFolders(content: ContentFolder, kind: FolderKind): Unit[] {
  const { folder } = folderKinds[kind];
  return content.folders(folder).flatMap((id): Unit[] => {
    // Of two files for a language, which is a mistake, the first counts.
    const names = new Map(
      content
        .files(folder, id)
        .reverse()
        .map((name) => [name.replace(/\.mdx?$/, ""), name]),
    );
    const first = declaredLanguages.find((language) => names.has(language));
    if (!first) return [];
    const read = (language: Language) => content.readFrontmatter(folder, id, names.get(language) ?? "");
    const extra = kind === "recipe" ? recipeWhy(content, id) : undefined;
    const source = sourceOf(read(first)?.data);
    // The record is written as the source is, in Markdown or MDX.
    const ending = names.get(source)?.endsWith(".md") ? "md" : "mdx";
    const stamp = (language: Language) => [folder, id, STAMPS, `${language}.${ending}`];
    return [
      {
        kind,
        id,
        name: `${kind}:${id}`,
        source,
        text: remembered((language) => {
          const yaml = names.has(language) ? read(language) : null;
          return yaml
            ? { file: yaml.file, line: 1, sections: sectionsOfFile(kind, yaml, extra?.[language]) }
            : undefined;
        }),
        stamp: (language) => content.name(...stamp(language)),
        madeFrom: remembered((language) => {
          const yaml = content.exists(...stamp(language)) ? content.readFrontmatter(...stamp(language)) : null;
          return yaml ? sectionsOfFile(kind, yaml, (yaml.data as { why?: unknown } | null)?.why) : undefined;
        }),
      },
    ];
  });
}

/** Why a recipe is not run: it stands in recipe.yaml, in every language. */
function recipeWhy(content: ContentFolder, id: string): Record<string, unknown> | undefined {
  if (!content.exists("recipes", id, "recipe.yaml")) return undefined;
  return (content.readYaml("recipes", id, "recipe.yaml").data as { why?: Record<string, unknown> } | undefined)?.why;
}

function sectionsOfFile(kind: FolderKind, yaml: YamlFile, why: unknown): Section[] {
  return [
    sectionOfFields("frontmatter", [...folderKinds[kind].fields, "why"], { ...(yaml.data as object), why }, 1),
    ...sectionsOfBody(yaml),
  ];
}

function sourceOf(data: unknown): Language {
  const source = (data as { source?: unknown } | undefined)?.source;
  return declaredLanguages.find((language) => language === source) ?? site.source;
}

/** An entry as it stands in a list, or in the record of what it was made from. */
type Entry = Record<string, unknown> & { id: string };

function unitsOfList(content: ContentFolder, kind: ListKind): Unit[] {
  const { list, sections: parts } = listKinds[kind];
  const entries = readList(content, list);
  const yaml = entries.length > 0 ? content.readYaml(list) : undefined;
  const read = (value: unknown, line = 1): Section[] =>
    Object.entries(parts).map(([id, fields]) =>
      sectionOfFields(id, fields, typeof value === "string" ? { name: value } : value, line),
    );
  const stampsOf = remembered((language) => {
    const recorded = new Map(readList(content, STAMPS, language, list).map((entry) => [entry.id, read(entry)]));
    // An id may have been renamed: what nobody has now is known by what it says.
    const known = new Set(entries.map(({ id }) => id));
    const orphans = new Map([...recorded].filter(([id]) => !known.has(id)).map(([, own]) => [saying(own), own]));
    return (unit: Unit) => recorded.get(unit.id) ?? orphans.get(saying(unit.text(unit.source)?.sections ?? []));
  });
  return entries.map((entry, index) => {
    const unit: Unit = {
      kind,
      id: entry.id,
      name: `${kind}:${entry.id}`,
      source: sourceOf(entry),
      text: remembered((language) => {
        if (entry[language] === undefined || !yaml) return undefined;
        const line = yaml.lineOf([index, language]);
        return { file: yaml.file, line, sections: read(entry[language], line) };
      }),
      stamp: (language) => content.name(STAMPS, language, list),
      madeFrom: (language) => stampsOf(language)(unit),
    };
    return unit;
  });
}

const saying = (sections: readonly Section[]) => JSON.stringify(sections.map(({ meaning }) => meaning));

function readList(content: ContentFolder, ...parts: string[]): Entry[] {
  const data = content.exists(...parts) ? content.readYaml(...parts).data : undefined;
  return Array.isArray(data) ? data.filter((entry): entry is Entry => typeof entry?.id === "string") : [];
}

/** What a language gives, found out once. */
function remembered<Value>(make: (language: Language) => Value): (language: Language) => Value {
  const made = new Map<Language, Value>();
  return (language) => {
    if (!made.has(language)) made.set(language, make(language));
    return made.get(language) as Value;
  };
}
