import type { Problem } from "../../problems.ts";
import { languages } from "../../site.config.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

/** A name that a guide had before, where it is written, and what the guide is called now. */
interface MovedName {
  name: string;
  now: string;
  yaml: YamlFile;
  index: number;
}

/** The names that guides had before, as the first of each guide's files has them: the others have the same. */
export function movedNames(content: ContentFolder, guides: Iterable<string>): MovedName[] {
  return [...guides].flatMap((now) => {
    const file = languages
      .flatMap((language) => [`${language}.mdx`, `${language}.md`])
      .find((name) => content.exists("guides", now, name));
    const yaml = file === undefined ? null : content.readFrontmatter("guides", now, file);
    const { movedFrom } = (yaml?.data ?? {}) as { movedFrom?: unknown };
    if (!yaml || !Array.isArray(movedFrom)) return [];
    return movedFrom.flatMap((name, index) => (typeof name === "string" ? [{ name, now, yaml, index }] : []));
  });
}

/** Checks that each address leads to one guide: none that was moved is another's now, or was another's, too. */
export function checkMoved(content: ContentFolder, guides: ReadonlySet<string>): Problem[] {
  const claimed = new Map<string, MovedName>();
  return movedNames(content, guides).flatMap((moved): Problem[] => {
    const { name, now, yaml, index } = moved;
    const at = ["movedFrom", index] as const;
    if (guides.has(name)) {
      return [
        yaml.problem(
          [...at],
          name === now
            ? `"movedFrom" names "${name}", which is what the guide is called now.`
            : `"movedFrom" names "${name}", which is a guide of its own: content/guides/${name}.`,
          "Remove that name: an address leads to one page.",
        ),
      ];
    }
    const first = claimed.get(name);
    if (!first) {
      claimed.set(name, moved);
      return [];
    }
    const place = `${first.yaml.file}:${first.yaml.lineOf(["movedFrom", first.index])}`;
    return [
      yaml.problem(
        [...at],
        `"movedFrom" names "${name}", which ${place} names, too.`,
        "Leave it with the guide that its readers look for, and remove the other.",
      ),
    ];
  });
}
