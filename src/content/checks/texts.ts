import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import type { YamlFile } from "../yamlFile.ts";
import { checkCodeBlocks } from "./codeBlocks.ts";
import { checkCommands } from "./commands.ts";
import { checkComponents } from "./components.ts";
import { checkDiagrams } from "./diagrams.ts";
import { checkHeadings } from "./headings.ts";
import { checkHtml } from "./html.ts";
import { checkImages } from "./images.ts";
import { checkLeftovers } from "./leftovers.ts";
import { checkLinks } from "./links.ts";
import { checkMarks } from "./marks.ts";
import { findMergeMark } from "./mergeMarks.ts";
import { checkPlainWords } from "./plainWords.ts";
import { checkReferences } from "./references.ts";
import { checkSnippets } from "./snippets.ts";
import { checkTables } from "./tables.ts";
import type { LinkTargets } from "./targets.ts";
import type { Text } from "./text.ts";

/** Checks all that stands below a text's frontmatter, and the words in that. @param root the project's root */
export function checkText(text: Text, targets: LinkTargets, root: string): Problem[] {
  const { yaml, kind } = text;
  const mark = findMergeMark(yaml);
  if (mark) return [mark];
  return [
    ...checkHeadings(text),
    ...checkComponents(yaml, targets.ids),
    ...checkHtml(yaml),
    ...checkLinks(text, targets),
    ...checkReferences(yaml),
    ...checkImages(text, root),
    ...checkCodeBlocks(yaml, root),
    ...checkDiagrams(yaml),
    // A recipe's own page may show a server's lines beside the recipe's.
    ...(kind === "recipe" ? [] : checkSnippets(yaml)),
    ...checkCommands(yaml),
    ...checkMarks(yaml),
    ...(kind === "guide" || kind === "page" ? [] : checkGroups(yaml)),
    ...checkLeftovers(text),
    ...checkTables(text),
    ...checkPlainWords(yaml),
  ];
}

/** Tabs have styles and room in guides only: a cause's and a recipe's page have tabs of their own. */
function checkGroups({ file, bodyLine, tree }: YamlFile): Problem[] {
  return tree.nodes.flatMap((node): Problem[] =>
    node.type === "containerDirective" && node.name === "code-group"
      ? [
          {
            file,
            line: bodyLine + lineOf(node) - 1,
            message: "A code-group stands in a text that is no guide's.",
            hint: "Write the blocks of code one below the other.",
          },
        ]
      : [],
  );
}
