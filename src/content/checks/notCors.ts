import { notCorsIds } from "../../diagnose/types.ts";
import type { Problem } from "../../problems.ts";
import { notCorsSchema } from "../schemas/notCors.ts";
import type { YamlFile } from "../yamlFile.ts";
import { checkList } from "./list.ts";

/** Checks what is not CORS: each entry whole, and one for each that the diagnosis knows. */
export function checkNotCors(yaml: YamlFile): Problem[] {
  const { items, problems } = checkList(yaml, notCorsSchema, "entry");
  // What is there and not whole has its problem already.
  if (problems.length > 0) return problems;
  const there = new Set(items.map(({ value }) => value.id));
  return notCorsIds
    .filter((id) => !there.has(id))
    .map((id) =>
      yaml.problem([], `The diagnosis knows "${id}", and it has no words here.`, "Write them like a neighbour’s."),
    );
}
