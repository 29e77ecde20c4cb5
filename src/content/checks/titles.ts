import type { Problem } from "../../problems.ts";
import { languages } from "../../site.config.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

/** Checks that no two guides, causes or recipes are called the same in a language: lists and searches show the title alone. */
export function checkTitles(content: ContentFolder): Problem[] {
  return ["guides", "causes", "recipes"].flatMap((folder) => {
    const seen = new Map<string, YamlFile>();
    return content.folders(folder).flatMap((id) =>
      languages.flatMap((language): Problem[] => {
        const name = [`${language}.md`, `${language}.mdx`].find((name) => content.exists(folder, id, name));
        const yaml = name === undefined ? null : content.readFrontmatter(folder, id, name);
        const { title } = (yaml?.data ?? {}) as { title?: unknown };
        if (!yaml || typeof title !== "string" || title.trim() === "") return [];
        const key = `${language} ${title.trim()}`;
        const other = seen.get(key);
        if (!other) {
          seen.set(key, yaml);
          return [];
        }
        return [
          yaml.problem(
            ["title"],
            `The title "${title}" is that of ${other.file}, too.`,
            "Say in one of the two titles what it is about and the other is not.",
          ),
        ];
      }),
    );
  });
}
