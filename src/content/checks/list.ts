import type { z } from "astro/zod";
import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/**
 * Checks a YAML file that is a list of things with ids.
 * @param kind what messages call one of them
 * @returns those that are whole, with their place in the list, and the problems of the rest
 */
export function checkList<Schema extends z.ZodType<{ id: string }>>(
  yaml: YamlFile,
  schema: Schema,
  kind: string,
): { items: { value: z.infer<Schema>; index: number }[]; problems: Problem[] } {
  if (yaml.syntaxProblems.length > 0) return { items: [], problems: [...yaml.syntaxProblems] };
  if (!Array.isArray(yaml.data)) {
    return {
      items: [],
      problems: [yaml.problem([], "The file is not a list.", `Write one ${kind} an item, each starting with "- id:".`)],
    };
  }
  const items: { value: z.infer<Schema>; index: number }[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  yaml.data.forEach((raw: unknown, index) => {
    const result = yaml.check(schema, { value: raw, at: [index] });
    if ("problems" in result) {
      problems.push(...result.problems);
      return;
    }
    const { id } = result.data as { id: string };
    if (seen.has(id))
      problems.push(
        yaml.problem([index, "id"], `The ${kind} "${id}" is there twice.`, "Remove one, or give it another id."),
      );
    seen.add(id);
    items.push({ value: result.data, index });
  });
  return { items, problems };
}
