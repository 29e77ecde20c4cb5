import type { Problem } from "../../problems.ts";
import { languages } from "../../site.config.ts";
import { taxonSchema } from "../schemas/taxonomy.ts";
import type { ContentFolder } from "./context.ts";
import { checkList } from "./list.ts";

const files = { tag: "tags.yaml", category: "categories.yaml" } as const;
type TaxonKind = keyof typeof files;

/**
 * Checks the tags or the categories: what each holds, and that a guide has it.
 * @param kind what messages call one of them
 * @param known their ids, as `readListIds` gives them
 */
export function checkTaxons(content: ContentFolder, kind: TaxonKind, known: ReadonlySet<string>): Problem[] {
  const yaml = content.readYaml(files[kind]);
  const { items, problems } = checkList(yaml, taxonSchema, kind);
  const used = idsOfGuides(content, kind, known);
  return [
    ...problems,
    ...items
      .filter(({ value: { id } }) => used && !used.has(id))
      .map(({ value: { id }, index }) =>
        yaml.problem([index, "id"], `No guide has the ${kind} "${id}".`, "Give it to a guide, or remove it."),
      ),
  ];
}

/** The tags or categories of all guides, drafts too; nothing where a guide's cannot be read or are not `known`: it may mean any. */
function idsOfGuides(content: ContentFolder, kind: TaxonKind, known: ReadonlySet<unknown>): Set<unknown> | undefined {
  const used = new Set<unknown>();
  for (const slug of content.folders("guides")) {
    for (const name of content.files("guides", slug)) {
      if (!languages.some((language) => name === `${language}.mdx` || name === `${language}.md`)) continue;
      const { tags, category } = (content.readFrontmatter("guides", slug, name)?.data ?? {}) as Record<string, unknown>;
      const own = kind === "category" ? [category] : tags;
      if (!Array.isArray(own) || own.some((id) => !known.has(id))) return undefined;
      for (const id of own) used.add(id);
    }
  }
  return used;
}
