import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/** Checks that words have just these sections, in this order; tells it at the first that is another. @param wanted the sections' ids */
export function checkWordSections({ file, bodyLine, outline }: YamlFile, wanted: readonly string[]): Problem[] {
  const sections = outline.headings.filter(({ rank }) => rank === 2);
  const found = sections.map(({ id }) => id);
  if (found.join() === wanted.join()) return [];
  const other = sections.find(({ id }, index) => id !== wanted[index]) ?? sections.at(-1);
  const listed = (ids: readonly string[]) => ids.map((id) => `{#${id}}`).join(" ");
  return [
    {
      file,
      line: bodyLine + (other ? other.line - 1 : 0),
      message: `The sections are ${listed(found) || "missing"}.`,
      hint: `Have exactly these, in this order: ${listed(wanted)}.`,
    },
  ];
}
