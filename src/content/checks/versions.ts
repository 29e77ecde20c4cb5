import type { Problem } from "../../problems.ts";
import { languages, site } from "../../site.config.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

type Version = Record<"of" | "differs" | "source" | "seen", unknown>;

/** What is no words, and the same in each language. */
const SAME = ["of", "source", "seen"] as const;

/** Checks that a recipe's words name the same other versions in each language, and say in each what differs. @param id the recipe's */
export function checkVersions(content: ContentFolder, id: string): Problem[] {
  const read = (language: string) =>
    content.exists("recipes", id, `${language}.md`) ? content.readFrontmatter("recipes", id, `${language}.md`) : null;
  const source = read(site.source);
  if (!source) return [];
  const wanted = versionsIn(source);
  return languages.flatMap((language) => {
    const own = language === site.source ? null : read(language);
    return own ? compare(wanted, source, own) : [];
  });
}

function compare(wanted: readonly Version[], source: YamlFile, own: YamlFile): Problem[] {
  const versions = versionsIn(own);
  if (versions.length !== wanted.length)
    return [
      own.problem(
        ["versions"],
        `"versions" has ${versions.length} here, and ${wanted.length} in ${source.file}:${source.lineOf(["versions"])}.`,
        "Name the same in each of its languages.",
      ),
    ];
  return wanted.flatMap((original, index): Problem[] => {
    const version = versions[index] as Version;
    const other = SAME.filter((field) => version[field] !== original[field]);
    const place = (field: string) => `${source.file}:${source.lineOf(["versions", index, field])}`;
    const differing = other.map((field) =>
      own.problem(
        ["versions", index, field],
        `"${field}" is "${version[field]}" here, and "${original[field]}" in ${place(field)}.`,
        "Write the same in each of its languages.",
      ),
    );
    if (version.differs !== original.differs) return differing;
    const message = `"differs" is not translated: it is the source's, word by word (${place("differs")}).`;
    return [...differing, own.problem(["versions", index, "differs"], message, "Translate it.")];
  });
}

/** What is none is told by the schema. */
function versionsIn({ data }: YamlFile): Version[] {
  const { versions } = (data ?? {}) as { versions?: unknown };
  return Array.isArray(versions) ? versions.map((version) => (version ?? {}) as Version) : [];
}
