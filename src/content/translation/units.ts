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
  /** Whether it is recorded what a translation was made from. */
  isRecorded(language: Language): boolean;
  /** The source as a translation was made from it; nothing where that is not recorded. */
  madeFrom(language: Language): readonly Section[] | undefined;
  /** Whether that is the source as it stands now, letter for letter: nothing has changed then, and nothing need be parsed. */
  isMadeFromNow(language: Language): boolean;
}

/** A unit's text in a language. */
export interface UnitText {
  /** Path from the project's root. */
  file: string;
  /** Where it begins there, 1-based; found out when it is asked for. */
  readonly line: number;
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
  stack: { list: "stacks.yaml", sections: { frontmatter: ["name", "where"], traps: ["traps"] } },
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
    const record = (language: Language) =>
      content.exists(...stamp(language)) ? content.readFrontmatter(...stamp(language)) : null;
    return [
      {
        kind,
        id,
        name: `${kind}:${id}`,
        source,
        text: remembered((language) => {
          const yaml = names.has(language) ? read(language) : null;
          return yaml ? textOfFile(kind, yaml, extra?.[language]) : undefined;
        }),
        stamp: (language) => content.name(...stamp(language)),
        isRecorded: (language) => record(language) !== null,
        madeFrom: remembered((language) => {
          const yaml = record(language);
          return yaml ? sectionsOfFile(kind, yaml, (yaml.data as { why?: unknown } | null)?.why) : undefined;
        }),
        isMadeFromNow(language) {
          const made = content.exists(...stamp(language)) ? content.readFrontmatter(...stamp(language)) : null;
          const now = made && names.has(source) ? read(source) : null;
          if (!made || !now || bodyOf(made) !== bodyOf(now)) return false;
          const why = (made.data as { why?: unknown } | null)?.why;
          return JSON.stringify(fieldsOf(kind, made, why)) === JSON.stringify(fieldsOf(kind, now, extra?.[source]));
        },
      },
    ];
  });
}

/** Why a recipe is not run: it stands in recipe.yaml, in every language. */
function recipeWhy(content: ContentFolder, id: string): Record<string, unknown> | undefined {
  if (!content.exists("recipes", id, "recipe.yaml")) return undefined;
  return (content.readYaml("recipes", id, "recipe.yaml").data as { why?: Record<string, unknown> } | undefined)?.why;
}

/** A file's text; its body is parsed where somebody asks for its sections. */
function textOfFile(kind: FolderKind, yaml: YamlFile, why: unknown): UnitText {
  let sections: Section[] | undefined;
  return {
    file: yaml.file,
    line: 1,
    get sections() {
      sections ??= sectionsOfFile(kind, yaml, why);
      return sections;
    },
  };
}

function sectionsOfFile(kind: FolderKind, yaml: YamlFile, why: unknown): Section[] {
  return [fieldsOf(kind, yaml, why), ...sectionsOfBody(yaml)];
}

function fieldsOf(kind: FolderKind, yaml: YamlFile, why: unknown): Section {
  return sectionOfFields("frontmatter", [...folderKinds[kind].fields, "why"], { ...(yaml.data as object), why });
}

/** A body without the empty lines around it. */
function bodyOf({ body }: YamlFile): string {
  return body.replace(/^\n+/, "").trimEnd();
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
  const read = (value: unknown, lineOf?: () => number): Section[] =>
    Object.entries(parts).map(([id, fields]) =>
      sectionOfFields(id, fields, typeof value === "string" ? { name: value } : value, lineOf),
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
        const lineOf = () => yaml.lineOf([index, language]);
        return {
          file: yaml.file,
          get line() {
            return lineOf();
          },
          sections: read(entry[language], lineOf),
        };
      }),
      stamp: (language) => content.name(STAMPS, language, list),
      isRecorded: (language) => stampsOf(language)(unit) !== undefined,
      madeFrom: (language) => stampsOf(language)(unit),
      // An entry's fields are parsed with its list.
      isMadeFromNow: () => false,
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
