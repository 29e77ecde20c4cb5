import { notCorsIds } from "../../diagnose/types.ts";
import type { Problem } from "../../problems.ts";
import type { ContentIds } from "../ids.ts";
import { askedSchema } from "../schemas/asked.ts";
import type { YamlFile } from "../yamlFile.ts";
import { checkList } from "./list.ts";

/** Checks what people ask: each entry whole, and of a page that there is. */
export function checkAsked(yaml: YamlFile, ids: ContentIds): Problem[] {
  const { items, problems } = checkList(yaml, askedSchema, "page");
  const notCors: ReadonlySet<string> = new Set(notCorsIds);
  const known = { causes: ids.cause, guides: ids.guide, recipes: ids.recipe, "not-cors": notCors };
  for (const { value, index } of items) {
    const [folder = "", name = ""] = value.id.split("/");
    if (name === "" || known[folder as keyof typeof known]?.has(name)) continue;
    problems.push(
      yaml.problem(
        [index, "id"],
        `There is no page "${value.id}".`,
        "Write its path below the language, such as causes/null-origin/, or remove the entry.",
      ),
    );
  }
  return problems;
}
