import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/** Checks that words have just these sections, in this order. @param wanted the sections' ids */
export function checkWordSections({ file, bodyLine, outline }: YamlFile, wanted: readonly string[]): Problem[] {
  const found = outline.headings.filter(({ rank }) => rank === 2).map(({ id }) => id);
  if (found.join() === wanted.join()) return [];
  const listed = (ids: readonly string[]) => ids.map((id) => `{#${id}}`).join(" ");
  return [
    {
      file,
      line: bodyLine,
      message: `The sections are ${listed(found) || "missing"}.`,
      hint: `Have exactly these, in this order: ${listed(wanted)}.`,
    },
  ];
}
