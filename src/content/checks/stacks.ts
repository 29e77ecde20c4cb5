import type { Problem } from "../../problems.ts";
import type { ContentIds } from "../ids.ts";
import { stackSchema } from "../schemas/stack.ts";
import type { YamlFile } from "../yamlFile.ts";
import { checkList } from "./list.ts";

/** Checks the stacks: each whole, each something that no recipe alone is, and of recipes that there are. */
export function checkStacks(yaml: YamlFile, ids: ContentIds): Problem[] {
  const { items, problems } = checkList(yaml, stackSchema, "stack");
  for (const { value, index } of items) {
    value.recipes.forEach((recipe, place) => {
      if (ids.recipe.has(recipe)) return;
      const what = `There is no recipe "${recipe}".`;
      problems.push(yaml.problem([index, "recipes", place], what, "Name a folder of content/recipes/, or remove it."));
    });
    if (value.setting || value.recipes.length > 0) continue;
    const what = `The stack "${value.id}" has neither a setting nor a recipe.`;
    problems.push(
      yaml.problem([index, "id"], what, 'Add "setting:" with the text, or "recipes:" with what it stands on.'),
    );
  }
  return problems;
}
