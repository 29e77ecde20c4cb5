import { markdownToHtml, mdxToJs } from "satteri";
import type { Problem } from "../../problems.ts";
import { markdownFeatures } from "../markdownFeatures.ts";
import type { YamlFile } from "../yamlFile.ts";
import { type Mistake, unsupported } from "./unsupported.ts";

/** Checks that a text has no marks that readers would see as they are, and no JavaScript. */
export function checkMarks({ file, body, bodyLine }: YamlFile): Problem[] {
  const mistakes: Mistake[] = [];
  const options = {
    features: markdownFeatures,
    mdastPlugins: [unsupported((mistake) => mistakes.push(mistake))],
  };
  try {
    if (file.endsWith(".mdx")) mdxToJs(body, options);
    else markdownToHtml(body, options);
  } catch {
    // What MDX cannot parse, the check of components tells.
    return [];
  }
  return mistakes.map(({ line, what, hint }) => ({ file, line: bodyLine + line - 1, message: what, hint }));
}
