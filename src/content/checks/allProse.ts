import { languages } from "../../site.config.ts";
import { type Prose, proseOfInterface, proseOfList, proseOfText } from "../prose.ts";
import type { ContentFolder } from "./context.ts";

/** The lists whose words readers read. What people ask is theirs, and not ours. */
export const lists = ["tags.yaml", "categories.yaml", "glossary.yaml", "not-cors.yaml", "stacks.yaml"];

/** All words that readers read: of the content and of the interface. */
export function allProse(content: ContentFolder): Prose[] {
  const texts = ["guides", "causes", "recipes", "pages"].flatMap((folder) =>
    content.folders(folder).flatMap((id) =>
      languages.flatMap((language) =>
        [`${language}.md`, `${language}.mdx`]
          .filter((name) => content.exists(folder, id, name))
          .flatMap((name) => {
            const yaml = content.readFrontmatter(folder, id, name);
            return yaml ? proseOfText(yaml, language) : [];
          }),
      ),
    ),
  );
  const recipes = content
    .folders("recipes")
    .filter((id) => content.exists("recipes", id, "recipe.yaml"))
    .flatMap((id) => proseOfList(content.readYaml("recipes", id, "recipe.yaml")));
  return [
    ...texts,
    ...recipes,
    ...lists.filter((name) => content.exists(name)).flatMap((name) => proseOfList(content.readYaml(name))),
    ...proseOfInterface(),
  ];
}
